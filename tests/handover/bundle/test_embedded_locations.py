"""A photo does not tell its place by going in a mail, a document or an archive."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from contextlib import suppress
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.evidence.exhibit import Target
from journal.evidence.examining import examine
from journal.handover.bundle.embedded_locations import Budget, OverBudget, holds_location
from tests.evidence.builders import PLACE, a_jpeg, a_mail
from tests.handover.cases import bundle_of, chosen_of, taken_apart
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

PHOTO, HARMLESS = a_jpeg(place=PLACE), a_jpeg()


def in_a_mail(photo: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "an@example.invalid", "A photo"
    mail.set_content("An invented mail.")
    mail.add_attachment(photo, maintype="image", subtype="jpeg", filename="photo.jpg")
    return mail.as_bytes()


def in_an_archive(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("word/media/image1.jpeg", data)
    return out.getvalue()


def in_a_document(photo: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<</Filter/DCTDecode>>\nstream\n" + photo + b"\nendstream"


def in_a_page(photo: bytes) -> bytes:
    return b'<img src="data:image/jpeg;base64,' + base64.b64encode(photo) + b'">'


@pytest.mark.parametrize("way", [in_a_mail, in_an_archive, in_a_document, in_a_page])
def test_a_place_is_found_inside_and_only_where_there_is_one(way: object) -> None:
    assert callable(way)

    assert holds_location(way(PHOTO))
    assert holds_location(in_an_archive(way(PHOTO)))
    assert not holds_location(way(HARMLESS))
    assert not holds_location(in_an_archive(way(HARMLESS)))


def test_a_mail_with_such_a_photo_stays_where_places_stay_and_one_without_leaves(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    for name, data in (("with.eml", in_a_mail(PHOTO)), ("without.eml", in_a_mail(HARMLESS)), ("bare.eml", a_mail())):
        (tmp_path / name).write_bytes(data)
        logbook.exhibits.attach([examine(tmp_path / name)], Target(entry=entry))

    names = set(taken_apart(bundle_of(chosen_of(logbook))))

    assert "data/exhibits/0001-with.eml" not in names
    assert {"data/exhibits/0002-without.eml", "data/exhibits/0003-bare.eml"} <= names
    logbook.close()


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xd8\xff", b"%PDF"]))
def test_nothing_that_a_file_holds_makes_it_fail(data: bytes, head: bytes) -> None:
    assert holds_location(head + data) in {True, False}


def beginnings(count: int) -> bytes:
    """So many beginnings of photos that never go on."""
    return b"words \xff\xd8\xff" * count


@pytest.mark.parametrize(
    "data",
    [
        beginnings(20_000),
        in_an_archive(bytes(2_000_000)),
        (b"a" * 399 + b" ") * 10_000,
        (b"a" * 39 + b" ") * 100_000,
    ],
    ids=["beginnings", "zeros", "long words", "short words"],
)
def test_looking_into_a_file_ends_within_its_budget(data: bytes) -> None:
    budget = Budget(len(data))

    with suppress(OverBudget):
        assert not holds_location(data, budget)

    assert budget.left <= Budget(len(data)).left


def much() -> bytes:
    """A small archive that unpacks to twelve million bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for number in range(6):
            whole.writestr(f"{number}.bin", bytes(2_000_000))
    return out.getvalue()


@pytest.fixture
def little_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.handover.bundle.embedded_locations._BYTES", 5_000_000)


@pytest.mark.usefixtures("little_budget")
def test_an_archive_that_unpacks_to_more_than_the_budget_is_not_looked_into() -> None:
    with pytest.raises(OverBudget):
        holds_location(much())


def test_looking_can_be_stopped_within_one_file() -> None:
    class Stopped(Exception):
        pass

    asked = 0

    def stop() -> None:
        nonlocal asked
        asked += 1
        if asked == 5:
            raise Stopped

    with pytest.raises(Stopped):
        holds_location(beginnings(1000), Budget(10_000, stop))

    assert asked == 5


@pytest.mark.usefixtures("little_budget")
def test_a_file_that_cannot_be_looked_into_stays_where_places_stay(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("It rang."))
    (tmp_path / "much.zip").write_bytes(much())
    logbook.exhibits.attach([examine(tmp_path / "much.zip")], Target(entry=1))

    files = taken_apart(bundle_of(chosen_of(logbook)))
    logbook.close()

    [row] = json.loads(files["data/exhibits.json"])
    assert (row["file"], row["not_here"]) == ("", "location")
