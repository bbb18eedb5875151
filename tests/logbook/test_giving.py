"""What is handed over besides documents: bundles, ledgers, locked ones, letters, and what is remembered of it all."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pyrage
import pytest

from journal.domain.base.errors import NotSaved, Refused
from journal.domain.entry.entry import Entry
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Target
from journal.evidence.examining import examine
from journal.handover.bundle.encryption import Lock
from journal.handover.requests.offered import Letter, Written
from journal.handover.selection.choice import For, Format, HandoverChoice, Sender, Stays
from journal.logbook.stopping import Stopped
from journal.store.file.mutable_state import Remembered
from tests.store.journals import a_logbook, an_entry
from tests.tasks import Told

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

PRIVATE = "Secretword"
FOUR_WORDS = "four invented words here"


def a_case(folder: Path) -> Logbook:
    """A journal with two entries, of which the second has a file and a private note."""
    logbook = a_logbook(folder / "journal.json", entries=1)
    entry = logbook.record(an_entry("A note was left.", private_note=PRIVATE)).subject
    (folder / "note.txt").write_text("An invented note")
    logbook.exhibits.attach([examine(folder / "note.txt")], Target(entry=entry))
    return logbook


def out_of(folder: Path) -> Path:
    (folder / "out").mkdir()
    return folder / "out"


def names_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as bag:
        return {name.partition("/")[2] for name in bag.namelist()}


def test_a_bundle_holds_the_other_documents_and_the_custody_of_its_exhibits_says_so(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    choice = HandoverChoice(
        formats=(Format.HTML, Format.CSV, Format.JSON, Format.BUNDLE), receiver="An Invented Office"
    )

    handed = logbook.handing_over.write(choice, out)

    (bundle,) = out.iterdir()
    assert bundle.name == "2026-11-22-a.zip"
    assert handed.digests == (hashlib.sha256(bundle.read_bytes()).hexdigest(),)
    names = names_in(bundle.read_bytes())
    assert {"data/document.html", "data/table-1.csv", "data/ledger.json", "data/exhibits/0001-note.txt"} <= names
    (movement,) = logbook.state.of(Movement).standing
    assert (movement.exhibit, movement.holder, movement.receiver) == (1, Custodian.POLICE, "An Invented Office")
    logbook.close()


def test_files_that_stay_here_and_an_own_archive_are_no_movement(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)

    logbook.handing_over.write(HandoverChoice(formats=(Format.BUNDLE,), to=For.OWN), out)
    logbook.handing_over.write(
        HandoverChoice(formats=(Format.BUNDLE,), stays=(*HandoverChoice().stays, Stays.ORIGINALS)), out
    )

    assert not logbook.state.of(Movement).now
    logbook.close()


def test_the_records_as_json_hold_every_record_and_no_private_word(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)

    logbook.handing_over.write(HandoverChoice(formats=(Format.JSON,)), out)

    data = (out / "2026-11-22-a.json").read_bytes()
    assert json.loads(data)["count"] == 4
    assert PRIVATE.encode() not in data
    logbook.close()


def test_a_bundle_locked_with_a_passphrase_or_a_key_is_opened_with_it_and_shows_nothing_without(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    identity, choice = pyrage.x25519.Identity.generate(), HandoverChoice(formats=(Format.HTML, Format.BUNDLE))

    logbook.handing_over.write(choice, out, lock=Lock(passphrase=FOUR_WORDS))
    logbook.handing_over.write(choice, out, lock=Lock(key=str(identity.to_public())))

    first, second = sorted(out.iterdir())
    assert (first.name, second.name) == ("2026-11-22-a.zip.age", "2026-11-22-b.zip.age")
    for data, plain in (
        (first.read_bytes(), pyrage.passphrase.decrypt(first.read_bytes(), FOUR_WORDS)),
        (second.read_bytes(), pyrage.decrypt(second.read_bytes(), [identity])),
    ):
        assert "data/document.html" in names_in(plain)
        assert b"ledger.json" not in data
    logbook.close()


@pytest.mark.parametrize("key", ["", "age1xyz", "ssh-ed25519 AAAA", "ssh-rsa\x1b[2J", "x" * 20_000, "AGE-SECRET-KEY-1"])
def test_what_is_no_public_key_is_said_and_nothing_is_written(tmp_path: Path, key: str) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)

    with pytest.raises(Refused, match="no public key"):
        logbook.handing_over.write(HandoverChoice(formats=(Format.BUNDLE,)), out, lock=Lock(key=key or " "))

    assert not [*out.iterdir()]
    logbook.close()


@pytest.mark.parametrize("lock", [Lock(), Lock(passphrase=FOUR_WORDS), Lock(key="later")])
def test_stopping_while_exhibits_are_read_leaves_nothing(tmp_path: Path, lock: Lock) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    lock = Lock(key=str(pyrage.x25519.Identity.generate().to_public())) if lock.key else lock
    told: list[tuple[int, int]] = []
    # Told first: every record agrees.
    task = Told(lambda done, whole: told.append((done, whole)), until=lambda: len(told) > 1)

    with pytest.raises(Stopped, match="Nothing was handed over"):
        logbook.handing_over.write(HandoverChoice(formats=(Format.BUNDLE,)), out, lock=lock, task=task)

    assert told[0][0] <= told[0][1]
    assert not [*out.iterdir()]
    assert not logbook.handing_over.given()
    logbook.close()


def test_progress_goes_on_to_the_whole(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    told: list[tuple[int, int]] = []

    formats = (Format.TEXT, Format.CALENDAR, Format.BUNDLE)
    step = sum(one.size for one in logbook.exhibits.standing) + 1000 * len(logbook._ledger.records)
    logbook.handing_over.write(
        HandoverChoice(formats=formats), out, task=Told(lambda done, whole: told.append((done, whole)))
    )

    assert told == sorted(told)
    assert told[0] == (step, 5 * step)
    assert told[-1] == (5 * step,) * 2
    logbook.close()


def test_progress_goes_on_while_a_bundle_without_exhibits_is_written(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    told: list[int] = []

    choice = HandoverChoice(numbers=(1,), formats=(Format.BUNDLE,), stays=(Stays.ORIGINALS,))
    logbook.handing_over.write(choice, out, task=Told(lambda done, _whole: told.append(done)))

    assert told == sorted(told)
    assert any(told[0] < done < told[-1] for done in told)
    logbook.close()


def test_a_full_disk_is_said_and_leaves_neither_file_nor_record(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    out.chmod(0o500)

    try:
        with pytest.raises(NotSaved):
            logbook.handing_over.write(HandoverChoice(formats=(Format.TEXT,)), out / "gone")
    finally:
        out.chmod(0o700)

    assert not [*out.iterdir()]
    assert not logbook.handing_over.given()
    logbook.close()


def test_a_form_for_a_witness_says_day_and_place_and_nothing_of_the_case(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    written = Written(language="en", entry=2, day="22 November 2026", place="car park")

    handed = logbook.handing_over.write_letter(Letter.WITNESS, written, out, Format.HTML)

    page = (out / "2026-11-22-a.html").read_text()
    assert "22 November 2026" in page
    assert "car park" in page
    assert "A note was left" not in page
    (given,) = logbook.handing_over.given()
    assert (given.record, given.document, given.entries) == (handed.record, "witness_form", (2,))
    logbook.close()


def test_letters_carry_the_name_that_was_typed_and_are_recorded(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    written = Written(language="en", sender=Sender(name="An Invented", place="Inventown"))

    logbook.handing_over.write_letter(Letter.SUPPLIER, written, out, Format.TEXT, receiver="A Shop")
    logbook.handing_over.write_letter(Letter.NO, written, out, Format.PDF)

    assert "An Invented" in (out / "2026-11-22-a.txt").read_text()
    supplier, no = logbook.handing_over.given()
    assert (supplier.document, supplier.receiver, no.document) == ("supplier_letter", "A Shop", "no_letter")
    assert no.files[0][1] == hashlib.sha256((out / "2026-11-22-b.pdf").read_bytes()).hexdigest()
    logbook.close()


def test_what_was_given_tells_for_whom_which_and_in_which_files(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)

    logbook.handing_over.write(
        HandoverChoice(to=For.LAWYER, receiver="A Lawyer", formats=(Format.TEXT,), numbers=(2,)), out
    )

    (given,) = logbook.handing_over.given()
    assert (given.to, given.receiver, given.entries, given.exhibits) == ("lawyer", "A Lawyer", (2,), (1,))
    assert [name for name, _digest in given.files] == ["2026-11-22-a.txt"]
    assert Stays.PRIVATE_NOTES in given.stays
    logbook.close()


@pytest.mark.parametrize("to", [For.OMBUDSMAN, For.OPERATOR])
def test_who_looks_up_calls_gets_nothing_of_any_other_entry(tmp_path: Path, to: For) -> None:
    logbook, out = a_logbook(tmp_path / "journal.json", entries=1), out_of(tmp_path)
    logbook.record(Entry(kind="waited_for", account="Stood there."))

    logbook.handing_over.write(HandoverChoice(to=to, formats=(Format.TEXT, Format.JSON, Format.CSV)), out)

    assert logbook.handing_over.given()[0].entries == (1,)
    assert not [path.name for path in out.iterdir() if b"Stood there." in path.read_bytes()]
    logbook.close()


def test_choices_and_own_data_are_kept_for_the_next_time_until_they_are_not_wanted(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    for name, to in (("", "lawyer"), ("Monthly", "police"), ("", "support")):
        logbook.handing_over.remember(Remembered(name=name, typed={"words": {"to": to}}))
    logbook.handing_over.keep_sender({"name": "An Invented"})
    logbook.close()

    again = a_logbook(tmp_path / "journal.json")
    handing = again.handing_over

    assert [(one.name, one.typed["words"]["to"]) for one in handing.remembered] == [
        ("Monthly", "police"),
        ("", "support"),
    ]
    assert dict(handing.sender) == {"name": "An Invented"}
    handing.forget("Monthly")
    handing.keep_sender({})
    assert ([one.name for one in handing.remembered], dict(handing.sender)) == ([""], {})
    again.close()


@pytest.mark.parametrize("system", ["with files without a name", "without"])
def test_a_program_that_ends_while_it_is_written_leaves_no_half_of_a_file(tmp_path: Path, system: str) -> None:
    logbook, out = a_case(tmp_path), out_of(tmp_path)
    path = logbook.path
    logbook.close()
    program = (
        "import os, sys, threading\n"
        "from pathlib import Path\n"
        "from journal.handover.selection.choice import HandoverChoice, Format\n"
        "from journal.logbook import Logbook\n"
        "from tests.tasks import Told\n"
        "FORMATS = (Format.TEXT, Format.CALENDAR)\n"
        "if sys.argv[3] == 'without' and hasattr(os, 'O_TMPFILE'):\n"
        "    del os.O_TMPFILE\n"
        "logbook, reached, asked = Logbook(Path(sys.argv[1])), threading.Event(), []\n"
        "def wait():\n"
        "    asked.append(None)\n"
        "    if len(asked) > 1:\n"
        "        reached.set()\n"
        "        threading.Event().wait()\n"
        "    return False\n"
        "task, folder = Told(until=wait), Path(sys.argv[2])\n"
        "work = lambda: logbook.handing_over.write(HandoverChoice(formats=FORMATS), folder, task=task)\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "assert reached.wait(30)\n"
    )

    subprocess.run([sys.executable, "-c", program, path, out, system], check=True)

    assert not [*out.iterdir()]
