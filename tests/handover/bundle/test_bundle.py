"""The bundle: a bag that other programs accept, with everything that was chosen and nothing that stays."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
from typing import TYPE_CHECKING

import bagit
import pytest

from journal.domain.evidence.custody import Custodian, Movement
from journal.evidence.photo import stores_location
from journal.handover.bundle.bundle import write_bundle
from journal.handover.selection.choice import Format, HandoverChoice, Stays
from journal.logbook.stopping import Stopped, watched
from tests.handover.cases import a_case, bundle_of, chosen_of, taken_apart, unpacked
from tests.tasks import Told

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = HandoverChoice(stays=())


def test_bagit_and_sha256sum_find_the_bundle_whole(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    folder = unpacked(taken_apart(bundle_of(chosen_of(logbook), {"document.txt": b"words"})), tmp_path / "out")

    bag = bagit.Bag(str(folder))
    summed = subprocess.run(
        ["sha256sum", "-c", "--strict", "manifest-sha256.txt"], cwd=folder, capture_output=True, text=True, check=False
    )

    assert bag.validate()
    assert bag.version_info == (1, 0)
    assert summed.returncode == 0
    assert "data/document.txt: OK" in summed.stdout
    logbook.close()


@pytest.mark.parametrize("held", [1, 1_000_000])
def test_originals_leave_byte_for_byte_where_their_location_may_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr("journal.handover.bundle.exhibit_files.LARGEST_HELD", held)
    logbook = a_case(tmp_path)

    files = taken_apart(bundle_of(chosen_of(logbook, EVERYTHING)))

    listed = {one["exhibit"]: one for one in json.loads(files["data/exhibits.json"])}
    assert files["data/exhibits/0001-gate.jpg"] == (tmp_path / "gate.jpg").read_bytes()
    assert files["data/exhibits/0002-film.mp4"] == (tmp_path / "film.mp4").read_bytes()
    assert files["data/exhibits/0003-note.txt"] == b"An invented note"
    assert listed[1]["sha256"] == hashlib.sha256((tmp_path / "gate.jpg").read_bytes()).hexdigest()
    assert listed[1]["copy_sha256"] == ""
    assert listed[4] | {"media_type": ""} == {
        "exhibit": 4,
        "file": "",
        "sha256": "",
        "copy_sha256": "",
        "not_here": "thing",
        "size": 0,
        "media_type": "",
    }
    logbook.close()


def test_without_locations_a_photo_leaves_as_a_copy_and_a_film_stays_and_the_page_says_so(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    files = taken_apart(bundle_of(chosen_of(logbook)))

    listed = {one["exhibit"]: one for one in json.loads(files["data/exhibits.json"])}
    photo = files["data/exhibits/0001-gate.jpg"]
    assert not stores_location(photo)
    assert listed[1]["copy_sha256"] == hashlib.sha256(photo).hexdigest()
    assert listed[1]["sha256"] == hashlib.sha256((tmp_path / "gate.jpg").read_bytes()).hexdigest()
    assert (listed[2]["file"], listed[2]["not_here"]) == ("", "location")
    assert "data/exhibits/0002-film.mp4" not in files
    page = files["how-to-check.txt"].decode("utf-8-sig")
    assert "copies without the place where they were made (their numbers): 1." in page
    assert "so that the file stays with its owner (their numbers): 2." in page
    logbook.close()


def test_a_file_that_was_erased_stays_listed_with_its_digest(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.erasure.erase_exhibit(3, "An invented reason")

    files = taken_apart(bundle_of(chosen_of(logbook, EVERYTHING)))

    listed = {one["exhibit"]: one for one in json.loads(files["data/exhibits.json"])}
    assert (listed[3]["not_here"], listed[3]["file"]) == ("erased", "")
    assert listed[3]["sha256"] == hashlib.sha256(b"An invented note").hexdigest()
    logbook.close()


def test_files_that_stay_are_listed_by_their_digest(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    files = taken_apart(bundle_of(chosen_of(logbook, HandoverChoice(stays=(Stays.ORIGINALS,)))))

    assert not [name for name in files if name.startswith("data/exhibits/")]
    assert [one["not_here"] for one in json.loads(files["data/exhibits.json"])] == ["stays"] * 3 + ["thing"]
    logbook.close()


@pytest.mark.parametrize(
    ("name", "in_the_bundle"),
    [
        ("../../evil.txt", "0001-evil.txt"),
        ("Lück é 100%.JPG", "0001-Luck-e-100.jpg"),
        ("雪.png", "0001-file.png"),
        ("no ending", "0001-no-ending"),
        ("\x1b[31m\u202egnp.exe", "0001-31mgnp.exe"),
        ("x" * 300 + ".txt", "0001-" + "x" * 60 + ".txt"),
    ],
)
def test_names_of_files_are_plain_letters(tmp_path: Path, name: str, in_the_bundle: str) -> None:
    from journal.domain.evidence.exhibit import Exhibit
    from journal.handover.bundle.exhibit_files import exhibit_file_name

    named = exhibit_file_name(Exhibit(number=1, file_name=name))

    assert named == in_the_bundle
    assert named.isascii()


def test_the_page_says_how_to_check_in_three_languages_with_every_blank_filled(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook)

    files = taken_apart(bundle_of(chosen))

    text, page = files["how-to-check.txt"].decode("utf-8-sig"), files["how-to-check.html"].decode()
    for heading in ("Hoe u deze", "Comment contrôler cette archive", "How to check this bundle"):
        assert heading in text
        assert f"<h1>{heading}" in page
    assert text.count(" ".join(chosen.head[at : at + 4] for at in range(0, 64, 4))) == 3
    assert "{" not in text
    assert "{" not in page.split("</style>")[1]
    assert "default-src 'none'" in page
    logbook.close()


def test_stopping_it_says_so_and_leaves_no_end_of_a_zip(tmp_path: Path) -> None:
    logbook, out, asked = a_case(tmp_path), io.BytesIO(), iter([False, False, True])

    with pytest.raises(Stopped):
        write_bundle(watched(chosen_of(logbook, EVERYTHING), Told(until=lambda: next(asked))), {}, out)

    assert b"PK\x05\x06" not in out.getvalue()
    logbook.close()


def test_progress_goes_up_to_the_size_of_all_files(tmp_path: Path) -> None:
    logbook, told = a_case(tmp_path), list[tuple[int, int]]()
    chosen = chosen_of(logbook, EVERYTHING)

    task = Told(lambda done, whole: told.append((done, whole)))
    task.begin(sum(one.size for one in chosen.exhibits))
    write_bundle(watched(chosen, task), {}, io.BytesIO())

    assert told == sorted(told)
    assert told[-1] == (sum(one.size for one in chosen.exhibits),) * 2
    logbook.close()


def test_only_what_really_left_goes_into_custody(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()
    before = len(logbook.case.standing(Movement))

    logbook.handing_over.write(HandoverChoice(formats=(Format.BUNDLE,), receiver="Invented office"), out)

    given = logbook.case.standing(Movement)[before:]
    assert [(one.exhibit, one.holder, one.receiver) for one in given] == [
        (1, Custodian.POLICE, "Invented office"),
        (3, Custodian.POLICE, "Invented office"),
    ]
    logbook.close()
