"""Every rule for checking a bundle, broken alone and in pairs: all verifiers say the same, and none is content."""

from __future__ import annotations

import base64
import json
import re
from importlib.resources import files as data_files
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest

from journal.domain.ledger.fixed_fields import IDS, STRUCTURE
from journal.handover.bundle import verify
from tests.handover.browser import BROWSER, evaluated
from tests.handover.cases import a_case, bundle_of, chosen_of, put_together, taken_apart
from tests.handover.forgeries import HARMLESS, PACKED, SINGLE
from tests.handover.verifiers import PAGE, PROGRAM, told_by_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.handover.cases import Files

CANNOT = "cannot be checked"
CHECK_ALL = f"""(async () => {{
  const results = [];
  for (const zip of ZIPS) {{
    try {{
      const found = await check(await fromZip(new Blob([Uint8Array.from(atob(zip), (sign) => sign.charCodeAt(0))])));
      results.push(JSON.parse(JSON.stringify(found)));
    }} catch (error) {{
      results.push({{ told: [], faults: ["{CANNOT}"] }});
    }}
  }}
  return results;
}})()"""
PAIRS = 150
RULES = data_files("journal.handover.bundle").joinpath("rules.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A bundle as it was made."""
    logbook = a_case(tmp_path_factory.mktemp("case"))
    files = taken_apart(bundle_of(chosen_of(logbook), {"document.txt": b"words"}))
    logbook.close()
    return files


def by_python(path: Path, language: str = "en") -> tuple[list[str], list[str]]:
    """What `verify.py`, and so `journal verify`, says and finds wrong."""
    try:
        told, faults = verify.check(path)
    except verify.CANNOT_READ:
        return [], [CANNOT]
    return [one.told(language) for one in told], [one.told(language) for one in faults]


def by_page(*paths: Path, language: str = "en") -> list[tuple[list[str], list[str]]]:
    """What `verify.html` says and finds wrong."""
    found = told_by_page(*paths, language=language)
    return [(told, [CANNOT] if faults and faults[0].startswith("not a bundle") else faults) for told, faults in found]


def written(folder: Path, bundles: dict[str, bytes]) -> list[Path]:
    paths = []
    for number, data in enumerate(bundles.values()):
        paths.append(folder / f"{number}.zip")
        paths[-1].write_bytes(data)
    return paths


def test_each_rule_broken_alone_is_named_by_both_in_the_same_words(tmp_path: Path, sound: Files) -> None:
    bundles = {name: put_together(change(sound)) for name, change in SINGLE.items()}
    bundles |= {name: change(sound) for name, change in PACKED.items()}
    paths = written(tmp_path, bundles)

    python, page = [by_python(path) for path in paths], by_page(*paths)

    for name, one, other in zip(bundles, python, page, strict=True):
        assert one == other, name
    content = {name for name, (_told, faults) in zip(bundles, python, strict=True) if not faults}
    assert content == {"what a Mac adds beside the folder"}


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_both_say_each_of_it_in_dutch_and_in_french_and_never_in_english(
    tmp_path: Path, sound: Files, language: str
) -> None:
    bundles = {name: put_together(change(sound)) for name, change in (SINGLE | HARMLESS).items()}
    bundles |= {name: change(sound) for name, change in PACKED.items()}
    paths = written(tmp_path, bundles)

    python, page = [by_python(path, language) for path in paths], by_page(*paths, language=language)
    english = [by_python(path) for path in paths]

    for name, one, other, plain in zip(bundles, python, page, english, strict=True):
        assert one == other, name
        assert [len(lines) for lines in one] == [len(lines) for lines in plain], name
        assert not ({*one[0], *one[1]} & {*plain[0], *plain[1]}) - {CANNOT}, name


def test_what_changes_nothing_that_was_handed_over_agrees(tmp_path: Path, sound: Files) -> None:
    paths = written(tmp_path, {name: put_together(change(sound)) for name, change in HARMLESS.items()})

    python, page = [by_python(path) for path in paths], by_page(*paths)

    assert python == page
    assert [faults for _told, faults in python] == [[] for _ in HARMLESS]
    assert any("computers add such files by themselves: .DS_Store, data/._ledger.json" in line for line in python[3][0])
    assert "1 field was erased on purpose." in python[4][0]


def test_every_sentence_of_the_rules_stands_in_both_programs_and_is_said_of_some_forgery(
    tmp_path: Path, sound: Files
) -> None:
    sentences = re.findall(r"^    - (.*)$", RULES, re.MULTILINE)
    bundles = {name: put_together(change(sound)) for name, change in SINGLE.items()}
    bundles |= {name: change(sound) for name, change in PACKED.items()}
    said = {fault for path in written(tmp_path, bundles) for fault in by_python(path)[1]}
    programs = [" ".join(one.split()) for one in (PROGRAM.read_text(encoding="utf-8"), PAGE)]

    for sentence in sentences:
        parts = [part.strip() for part in re.split(r"\{\w+\}", sentence) if part.strip()]
        assert all(part in program for part in parts for program in programs), sentence
        pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(sentence))
        elsewhere = ("two files of one name", "name that a zip must not hold")
        assert sentence.startswith(elsewhere) or any(re.fullmatch(pattern, fault) for fault in said), sentence


def test_the_fields_that_can_never_be_erased_are_those_of_the_journal() -> None:
    listed = " ".join(RULES.split()).partition("but never erased: ")[2].partition("receiver of a report")[0]

    assert {*STRUCTURE, *IDS} == verify.NEVER_ERASED
    assert {word.strip(" ,\n") for word in listed.split()} - {"", "and"} == verify.NEVER_ERASED
    assert all(name in PAGE for name in verify.NEVER_ERASED)


def test_a_damaged_file_never_passes_whatever_byte_was_changed(tmp_path: Path, sound: Files) -> None:
    data = put_together(sound)
    chance = Random(7)  # noqa: S311 - the same changes in every run
    bundles = {}
    for at in sorted(chance.sample(range(len(data)), 60)):
        changed = bytearray(data)
        changed[at] ^= 1 << chance.randrange(8)
        bundles[str(at)] = bytes(changed)
    paths = written(tmp_path, bundles)

    for name, one, other in zip(bundles, map(by_python, paths), by_page(*paths), strict=True):
        assert bool(one[1]) == bool(other[1]), name


@pytest.mark.slow
def test_rules_broken_in_pairs_are_named_by_both_in_the_same_words(tmp_path: Path, sound: Files) -> None:
    every = list(combinations(SINGLE, 2))
    pairs = Random(3).sample(every, PAIRS)  # noqa: S311 - the same pairs in every run
    bundles = {}
    for one, other in pairs:
        try:
            bundles[f"{one} and {other}"] = put_together(SINGLE[other](SINGLE[one](sound)))
        except (IndexError, KeyError, ValueError, StopIteration):
            continue
    paths = written(tmp_path, bundles)

    assert len(bundles) > PAIRS * 0.8
    for name, python, page in zip(bundles, map(by_python, paths), by_page(*paths), strict=True):
        assert python == page, name
        assert python[1], name


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="headless Chromium is not installed here; CI installs it")
def test_a_browser_says_what_the_others_say(tmp_path: Path, sound: Files) -> None:
    bundles = {name: put_together(change(sound)) for name, change in (SINGLE | HARMLESS).items()}
    bundles |= {name: change(sound) for name, change in PACKED.items()}
    paths = written(tmp_path, bundles)
    page = tmp_path / "page.html"
    zips = json.dumps([base64.b64encode(data).decode() for data in bundles.values()])
    page.write_text(
        PAGE.replace("</body>", f"<script>const ZIPS = {zips};</script></body>"),
        encoding="utf-8",
    )

    results = evaluated(page, CHECK_ALL, tmp_path / "profile")

    for name, path, result in zip(bundles, paths, results, strict=True):
        assert (result["told"], result["faults"]) == tuple(by_python(path)), name
