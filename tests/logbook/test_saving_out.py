"""A copy that leaves: the same bytes, in a new file, checked; or nothing at all."""

from __future__ import annotations

import hashlib
import resource
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import JournalError, NotSaved, Refused, Unreadable
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.time.moment import Certainty
from journal.evidence.errors import Cancelled, LocationStays
from journal.evidence.examining import examine
from journal.evidence.photo import stores_location
from journal.logbook import Logbook
from tests.evidence.builders import PLACE, a_jpeg
from tests.store.journals import a_logbook
from tests.store.protected import protect
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = bytes(range(256)) * 9_000


def holding(folder: Path, content: bytes, name: str = "letter.bin", *, protected: bool = False) -> Logbook:
    """A journal with this one file as exhibit 1, and an empty folder `out` beside it."""
    logbook = a_logbook(folder / "journal.json")
    if protected:
        protect(logbook)
    (folder / name).write_bytes(content)
    logbook.exhibits.attach([examine(folder / name)])
    (folder / "out").mkdir()
    return logbook


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("protected", [False, True])
def test_the_copy_has_the_same_bytes_and_only_its_owner_may_read_it(tmp_path: Path, protected: bool) -> None:
    logbook = holding(tmp_path, CONTENT, protected=protected)
    told: list[tuple[int, int]] = []

    saved = logbook.exhibits.save_out(1, tmp_path / "out", task=Told(lambda done, whole: told.append((done, whole))))

    assert saved.path == tmp_path / "out" / "letter.bin"
    assert saved.path.read_bytes() == CONTENT
    assert saved.sha256 == saved.original_sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert stat.S_IMODE(saved.path.stat().st_mode) == 0o600
    assert told[-1] == (len(CONTENT), len(CONTENT))
    logbook.close()


def test_what_lies_there_is_never_replaced_nor_followed(tmp_path: Path) -> None:
    logbook = holding(tmp_path, b"new")
    (tmp_path / "out" / "letter.bin").write_bytes(b"old")
    (tmp_path / "out" / "letter (2).bin").symlink_to(tmp_path / "elsewhere")

    saved = logbook.exhibits.save_out(1, tmp_path / "out")

    assert saved.path.name == "letter (3).bin"
    assert (tmp_path / "out" / "letter.bin").read_bytes() == b"old"
    assert not (tmp_path / "elsewhere").exists()
    logbook.close()


def test_a_copy_without_its_location_says_both_digests_and_the_original_stays(tmp_path: Path) -> None:
    photo = a_jpeg(place=PLACE)
    logbook = holding(tmp_path, photo, "door.jpg")

    saved = logbook.exhibits.save_out(1, tmp_path / "out", without_location=True)

    copy = saved.path.read_bytes()
    assert stores_location(photo)
    assert not stores_location(copy)
    assert saved.sha256 == hashlib.sha256(copy).hexdigest()
    assert saved.original_sha256 == hashlib.sha256(photo).hexdigest()
    logbook.close()


@pytest.mark.parametrize("cleaned", [False, True])
def test_a_copy_that_was_saved_is_noted_where_the_exhibit_went(tmp_path: Path, cleaned: bool) -> None:
    logbook = holding(tmp_path, a_jpeg(place=PLACE), "door.jpg")
    logbook.exhibits.save_out(1, tmp_path / "out")

    saved = logbook.exhibits.save_out(1, tmp_path / "out", without_location=cleaned)

    assert logbook.last
    assert saved.record == logbook.last.seq
    made = logbook.state.of(Movement).now[2]
    assert (made.exhibit, made.copy, made.holder) == (1, 2, Custodian.SELF)
    assert made.place == str(Path("out", "door (2).jpg"))
    assert (made.on.certainty, made.on.day) == (Certainty.EXACT, logbook.now().date())
    assert made.note == (f"SHA-256: {saved.sha256}" if cleaned else "")
    logbook.close()


def test_a_home_is_not_named_where_a_copy_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = holding(tmp_path, b"words")
    monkeypatch.setenv("HOME", str(tmp_path / "out"))

    logbook.exhibits.save_out(1, Path("~"))

    assert logbook.state.of(Movement).now[1].place == "letter.bin"
    logbook.close()


def test_a_journal_that_is_only_read_gives_its_copies_and_says_that_they_are_not_noted(tmp_path: Path) -> None:
    holding(tmp_path, b"words").close()
    reading = Logbook(tmp_path / "journal.json", read_only=True)
    before = (tmp_path / "journal.json").read_bytes()

    saved = reading.exhibits.save_out(1, tmp_path / "out")

    assert saved.path.read_bytes() == b"words"
    assert saved.record == 0
    reading.close()
    assert (tmp_path / "journal.json").read_bytes() == before


def test_where_the_location_cannot_be_taken_out_no_copy_is_made(tmp_path: Path) -> None:
    logbook = holding(tmp_path, b"no photo")

    with pytest.raises(LocationStays):
        logbook.exhibits.save_out(1, tmp_path / "out", without_location=True)

    assert [*(tmp_path / "out").iterdir()] == []
    logbook.close()


@pytest.mark.parametrize("protected", [False, True])
def test_stopping_leaves_no_part_of_a_copy(tmp_path: Path, protected: bool) -> None:
    logbook = holding(tmp_path, CONTENT, protected=protected)
    asked: list[None] = []

    def stopped() -> bool:
        asked.append(None)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        logbook.exhibits.save_out(1, tmp_path / "out", task=Told(until=stopped))

    assert len(asked) >= 2
    assert [*(tmp_path / "out").iterdir()] == []
    logbook.close()


@pytest.mark.parametrize("protected", [False, True])
def test_a_disk_that_takes_no_more_leaves_no_part_of_a_copy_and_the_journal_as_it_was(
    tmp_path: Path, protected: bool
) -> None:
    logbook = holding(tmp_path, CONTENT, protected=protected)
    logbook.checkpoint()

    with no_file_larger_than(1_500_000), pytest.raises(NotSaved, match="does not take a file of this size"):
        logbook.exhibits.save_out(1, tmp_path / "out")

    assert [*(tmp_path / "out").iterdir()] == []
    assert logbook.verify().sound
    logbook.close()


@pytest.mark.parametrize("folder", ["nowhere", "letter.bin", "~nobody-of-this-name", "x\0y"])
def test_what_is_no_folder_is_said(tmp_path: Path, folder: str) -> None:
    logbook = holding(tmp_path, b"x")

    with pytest.raises(NotSaved, match="There is no folder"):
        logbook.exhibits.save_out(1, tmp_path / folder if folder[0] != "~" else type(tmp_path)(folder))

    logbook.close()


def test_bytes_that_were_changed_in_the_file_never_leave_as_a_copy(tmp_path: Path) -> None:
    logbook = holding(tmp_path, b"the true words of the letter")
    logbook.close()
    path = tmp_path / "journal.json"
    path.write_bytes(path.read_bytes().replace(b"dGhlIHRydWUg", b"dGhlIHRyeWUg"))
    opened = a_logbook(path)

    with pytest.raises(Unreadable):
        opened.exhibits.save_out(1, tmp_path / "out")

    assert [*(tmp_path / "out").iterdir()] == []
    opened.close()


def test_a_thing_has_no_file_to_copy(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.exhibits.add(Exhibit(number=0, title="A letter"))

    with pytest.raises(Refused) as refused:
        logbook.exhibits.save_out(1, tmp_path)

    assert isinstance(refused.value, JournalError)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("exhibit")] == []
    logbook.close()
