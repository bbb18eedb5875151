"""The verifiers that lie in every bundle: whatever was done to it, both name it, in the same words."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.commands.cli_builders import run
from tests.handover.cases import a_case, bundle_of, chosen_of, listed_anew, put_together, taken_apart, unpacked
from tests.handover.changes import CHANGES, LEDGER, the_program_changed
from tests.handover.verifiers import PAGE, PROGRAM, faults_by_python, told_by_page, told_by_python

if TYPE_CHECKING:
    from pathlib import Path

    from tests.handover.cases import Files


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A bundle as it was made."""
    logbook = a_case(tmp_path_factory.mktemp("case"))
    files = taken_apart(bundle_of(chosen_of(logbook), {"document.txt": b"words"}))
    logbook.close()
    return files


def test_a_bundle_as_it_was_made_agrees_as_a_zip_and_as_a_folder(tmp_path: Path, sound: Files) -> None:
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(sound))
    folder = unpacked(sound, tmp_path / "bundle")

    as_zip, as_folder = told_by_python(packed), told_by_python(folder)
    (told, faults), of_folder = told_by_page(packed, folder)

    whole, compare, *rest = told
    assert as_folder == (0, [*rest, "Everything agrees."])
    assert of_folder == (rest, faults)
    assert as_zip == (0, [*told, "Everything agrees."])
    assert faults == []
    assert whole == f"Digest of the whole file (SHA-256): {hashlib.sha256(packed.read_bytes()).hexdigest()}"
    assert "it alone stands for everything" in compare
    assert rest[0] == "Checked: 14 files, 12 records, 4 exhibits."
    assert rest[2] == "1 exhibit is a copy without the place where it was made."


@pytest.mark.parametrize(("arguments", "ends"), [(["--help"], 0), (["-h"], 0), ([], 2), (["one", "two"], 2)])
def test_whoever_asks_how_to_check_is_told(arguments: list[str], ends: int) -> None:
    run = subprocess.run([sys.executable, "-I", "-S", PROGRAM, *arguments], capture_output=True, text=True, check=False)

    assert run.returncode == ends
    assert run.stdout.startswith("Check a bundle: python3 verify.py FOLDER-OR-ZIP")


@pytest.mark.parametrize("name", ["data/pipe", "data/exhibits/pipe"])
def test_a_pipe_in_the_folder_of_a_bundle_is_named_and_holds_nobody_up(
    tmp_path: Path, sound: Files, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = unpacked(sound, tmp_path / "bundle")
    os.mkfifo(folder / name)

    status, lines = told_by_python(folder)
    known = run("verify", folder)

    assert (status, known) == (1, 1)
    assert f"DOES NOT AGREE: neither file nor folder: {name}" in lines
    assert f"DOES NOT AGREE: neither file nor folder: {name}" in capsys.readouterr().out


def test_a_pipe_instead_of_a_bundle_or_of_its_first_page_holds_nobody_up(tmp_path: Path, sound: Files) -> None:
    folder = unpacked(sound, tmp_path / "bundle")
    (folder / "bagit.txt").unlink()
    os.mkfifo(folder / "bagit.txt")
    os.mkfifo(tmp_path / "bundle.zip")

    assert told_by_python(tmp_path / "bundle.zip") == (1, ["This cannot be checked as a bundle: this is no file"])
    assert told_by_python(folder)[0] == 1
    assert run("verify", folder) == 1


def test_whatever_was_changed_is_named_by_both_in_the_same_words(tmp_path: Path, sound: Files) -> None:
    bundles = []
    for change, _named in CHANGES:
        bundles.append(tmp_path / f"{change.__name__}.zip")
        bundles[-1].write_bytes(put_together(change(sound)))

    by_python = [faults_by_python(bundle) for bundle in bundles]
    by_page = [faults for _told, faults in told_by_page(*bundles)]

    assert by_page == by_python
    assert by_python == [named for _change, named in CHANGES]


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (["bundle/bagit.txt", "bundle/../evil"], "name that a zip must not hold: bundle/../evil"),
        (["bundle/bagit.txt", "/evil"], "name that a zip must not hold: /evil"),
        (["bundle/bagit.txt", "bundle\\evil"], "name that a zip must not hold: bundle\\evil"),
        (["bundle/bagit.txt", "other/evil"], "file outside the bundle: other/evil"),
    ],
)
def test_names_that_leave_the_folder_are_named(tmp_path: Path, sound: Files, names: list[str], fault: str) -> None:
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(sound))
    with zipfile.ZipFile(packed, "a") as whole:
        for name in names[1:]:
            whole.writestr(name, b"evil")

    found = faults_by_python(packed)
    [(_told, by_page)] = told_by_page(packed)

    assert fault in found
    assert by_page == found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_named(tmp_path: Path, sound: Files) -> None:
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(sound))
    with zipfile.ZipFile(packed, "a") as whole:
        whole.writestr(f"bundle/{LEDGER}", sound[LEDGER])

    found = faults_by_python(packed)

    assert found == [f"two files of one name: bundle/{LEDGER}"]
    assert told_by_page(packed)[0][1] == found


def test_a_name_that_stands_twice_in_the_ledger_is_not_passed_over(tmp_path: Path, sound: Files) -> None:
    doubled = sound[LEDGER].replace(b'"count":', b'"count":0,"count":', 1)
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(listed_anew(sound | {LEDGER: doubled})))

    status, lines = told_by_python(packed)

    assert status == 1
    assert "written anew" in lines[-1]
    assert "written anew" in told_by_page(packed)[0][1][0]


def test_a_zip_that_unpacks_to_much_more_is_read_without_filling_the_memory(tmp_path: Path, sound: Files) -> None:
    packed = tmp_path / "bundle.zip"
    listed = listed_anew(sound)["manifest-sha256.txt"] + b"0" * 64 + b"  data/large.bin\n"
    packed.write_bytes(put_together(sound | {"data/large.bin": bytes(150_000_000), "manifest-sha256.txt": listed}))
    in_little_room = [
        "sh",
        "-c",
        'ulimit -v 120000; exec "$@"',
        "sh",
        sys.executable,
        "-I",
        "-S",
        str(PROGRAM),
        str(packed),
    ]

    run = subprocess.run(in_little_room, capture_output=True, text=True, check=False)

    assert packed.stat().st_size < 1_000_000
    assert run.returncode == 1
    assert "DOES NOT AGREE: changed file: data/large.bin" in run.stdout
    assert not run.stderr


def test_records_that_a_recovery_tells_are_lost_are_told_and_are_no_fault(tmp_path: Path) -> None:
    from journal.store.copies.recovery import recover
    from tests.store.journals import NOW, a_logbook, salts

    path, new = tmp_path / "journal.json", tmp_path / "new.json"
    a_logbook(path, entries=6).close()
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = b"".join(line for line in lines if b"rang 3 times" not in line)
    path.write_bytes(damaged)
    recover(path, new, now=NOW, salts=salts())
    logbook = a_logbook(new)
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(bundle_of(chosen_of(logbook)))
    logbook.close()

    status, said = told_by_python(packed)
    [(told, faults)] = told_by_page(packed)

    assert status == 0, said
    assert "Records 4 to 4 were lost in a damaged file, as record 8 says." in said
    assert told == said[:-1]
    assert faults == []


def test_journal_verify_knows_a_bundle_and_ends_as_it_found_it(
    tmp_path: Path, sound: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sound.zip").write_bytes(put_together(sound))
    (tmp_path / "cut.zip").write_bytes(put_together(sound)[:5000])
    changed = unpacked(the_program_changed(sound), tmp_path / "changed")

    ended = [run("verify", tmp_path / "sound.zip"), run("verify", changed), run("verify", tmp_path / "cut.zip")]

    said = capsys.readouterr()
    assert ended == [0, 1, 1]
    assert "Everything agrees." in said.out
    assert "DOES NOT AGREE: changed file: verify.py" in said.out
    assert "cannot be checked as a bundle" in said.err


def test_what_is_no_bundle_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.zip").write_bytes(b"nothing of a zip")

    for path in (tmp_path / "empty", tmp_path / "no.zip", tmp_path / "missing"):
        status, lines = told_by_python(path)
        assert status == 1
        assert len(lines) == 1
        assert lines[0].startswith("This cannot be checked as a bundle:")


def test_the_program_needs_no_more_than_python_3_8_and_the_page_nothing_from_outside() -> None:
    ast.parse(PROGRAM.read_text(encoding="utf-8"), feature_version=(3, 8))

    assert "default-src 'none'" in PAGE
    assert not [word for word in ("http:", "https:", "fetch(", "import(", " src=", "innerHTML") if word in PAGE]


def test_files_of_every_length_have_the_digest_that_python_gives_them(tmp_path: Path, sound: Files) -> None:
    sizes = (0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_000)
    packed = tmp_path / "bundle.zip"
    packed.write_bytes(put_together(listed_anew(sound | {f"data/{size}.bin": b"\xff" * size for size in sizes})))

    [(told, faults)] = told_by_page(packed)

    assert faults == []
    assert told[2].startswith(f"Checked: {len(sound) + len(sizes)} files")
