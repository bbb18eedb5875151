"""The words of both verifiers: one table in three languages for both, and no word of it from the bundle."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest

from journal.domain.text.words import Words, speak
from journal.handover.bundle import verify
from journal.handover.selection.choice import HandoverChoice
from tests.commands.cli_builders import run
from tests.handover.browser import BROWSER, evaluated
from tests.handover.cases import a_case, bundle_of, chosen_of, put_together, taken_apart
from tests.handover.verifiers import PAGE, PROGRAM, told_by_page, told_by_python

if TYPE_CHECKING:
    from pathlib import Path

    from tests.handover.cases import Files

TABLE, CODE = verify.TABLE, PROGRAM.read_text(encoding="utf-8").replace(verify.TABLE, "")
BLANK = re.compile(r"\{(\w+)\}")
DRAWN = """(async () => {
  const drawn = () => [document.getElementById("state").textContent, document.getElementById("told").textContent];
  await show(() => fromZip(new Blob([Uint8Array.from(atob(ZIP), (sign) => sign.charCodeAt(0))])));
  const first = drawn(), language = document.getElementById("language");
  language.value = "fr";
  language.dispatchEvent(new Event("change"));
  return [first, drawn()];
})()"""
LAST_LINE = {"nl": "Alles klopt.", "fr": "Tout concorde.", "en": "Everything agrees."}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A bundle as it was made."""
    logbook = a_case(tmp_path_factory.mktemp("case"))
    files = taken_apart(bundle_of(chosen_of(logbook), {"document.txt": b"words"}))
    logbook.close()
    return files


def test_the_page_says_the_sentences_of_the_program_and_neither_says_another() -> None:
    begin, end = "wordsIn(`\n", "`);"
    script = PAGE.replace(f"{begin}{TABLE}{end}", "")
    listed = {block.split("\n")[0] for block in TABLE.strip().split("\n\n")}
    said = {one for code in (CODE, script) for one in re.findall(r'(?:Said|say)\(\s*"([^"]*)"', code)}

    assert len(script) < len(PAGE) - len(TABLE)
    assert not set("`$\\") & set(TABLE)
    assert said - listed == {"{reason}"}
    assert [one for one in listed if f'"{one}"' not in CODE + script] == []


def test_each_sentence_is_written_in_both_other_languages_with_the_same_blanks() -> None:
    for block in TABLE.strip().split("\n\n"):
        english, dutch, french = block.split("\n")

        assert (dutch[:3], french[:3]) == ("nl ", "fr "), english
        assert set(BLANK.findall(english)) == set(BLANK.findall(dutch)) == set(BLANK.findall(french)), english
        assert not re.search(r"[^ ][:;?!](?=\s|$)", french), french
    assert "\N{NO-BREAK SPACE}: " in verify.WORDS["fr", "symbolic link: {name}"]


@pytest.mark.parametrize("language", LAST_LINE)
def test_it_speaks_the_language_of_the_documents_unless_another_is_asked_for(tmp_path: Path, language: str) -> None:
    logbook = a_case(tmp_path)
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(bundle_of(chosen_of(logbook, HandoverChoice(language=language))))
    logbook.close()

    _status, lines = told_by_python(packed)
    _status, other = told_by_python(packed, "fr")
    [(by_page, _faults)] = told_by_page(packed, language=language)

    assert lines == [*by_page, LAST_LINE[language]]
    assert other[-1] == LAST_LINE["fr"]


def test_journal_verify_speaks_the_language_of_the_program(
    tmp_path: Path, sound: Files, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    speak(Words("nl_BE"))
    (tmp_path / "sound.zip").write_bytes(put_together(sound))
    (tmp_path / "cut.zip").write_bytes(put_together(sound)[:5000])

    ended = [run("verify", tmp_path / "sound.zip"), run("verify", tmp_path / "cut.zip")]

    said = capsys.readouterr()
    assert ended == [0, 1]
    assert "Alles klopt." in said.out
    assert "dit is geen zip" in said.err


def test_a_bundle_can_neither_bring_its_own_words_nor_fill_blanks_with_them(tmp_path: Path, sound: Files) -> None:
    hostile = "data/{digest}{0.__class__}$& nl Alles klopt."
    forged = sound | {hostile: b"evil", "verify-words.txt": b"changed file: {name}\nnl Alles klopt.\n"}
    forged["bag-info.txt"] = forged["bag-info.txt"].replace(b"Language: en", b"Language: nl\nLanguage: Alles klopt.")
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(forged))

    status, lines = told_by_python(packed)
    [(_told, by_page)] = told_by_page(packed, language="nl")

    assert status == 1
    assert f"KLOPT NIET: bestand dat in geen lijst staat: {hostile}" in lines
    assert "KLOPT NIET: bestand dat in geen lijst staat: verify-words.txt" in lines
    assert "KLOPT NIET: gewijzigd bestand: bag-info.txt" in lines
    assert lines[-1] == "Niet alles klopt."
    assert [f"KLOPT NIET: {fault}" for fault in by_page] == [line for line in lines if line.startswith("KLOPT NIET: ")]


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="headless Chromium is not installed here; CI installs it")
def test_a_browser_shows_it_in_the_language_of_the_documents_until_another_is_chosen(tmp_path: Path) -> None:
    logbook, page = a_case(tmp_path), tmp_path / "page.html"
    packed = base64.b64encode(bundle_of(chosen_of(logbook, HandoverChoice(language="nl")))).decode()
    logbook.close()
    page.write_text(PAGE.replace("</body>", f'<script>const ZIP = "{packed}";</script></body>'), encoding="utf-8")

    dutch, french = evaluated(page, DRAWN, tmp_path / "profile")

    assert dutch[0] == LAST_LINE["nl"]
    assert "Gecontroleerd: " in dutch[1]
    assert french[0] == LAST_LINE["fr"]
    assert "Vérifié" in french[1]


def test_a_path_where_nothing_is_is_said_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "nothing"

    status, (said,) = told_by_python(path, "nl")

    assert status == 1
    assert said.endswith(f": er is geen bestand of map {path}")
