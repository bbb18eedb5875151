"""Evidence through the logbook: the bytes go in and come out unchanged, once per content, linked to what they prove."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.domain.base.errors import Refused
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.exhibit import Exhibit, Form, Target
from journal.evidence.examining import examine, examined
from tests.evidence.builders import PLACE, a_jpeg, a_mail, a_tone
from tests.store.journals import NOW, a_logbook, an_entry
from tests.tasks import Told

if TYPE_CHECKING:
    from journal.logbook import Logbook


def a_file(folder: Path, name: str, content: bytes) -> Exhibit:
    """A file on the disk, examined."""
    path = folder / name
    path.write_bytes(content)
    return examine(path)


def bytes_of(logbook: Logbook, number: int) -> bytes:
    """What comes out."""
    parts: list[bytes] = []
    logbook.exhibits.read(number, parts.append)
    return b"".join(parts)


def test_bytes_come_out_as_they_went_in_and_the_exhibit_hangs_on_its_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    content = b"\x00\xff an invented note \x1b[31m" * 5000

    attached = logbook.exhibits.attach([a_file(tmp_path, "note.bin", content)], Target(entry=entry))

    exhibit = logbook.exhibits.standing[0]
    assert attached.added == (1,)
    assert bytes_of(logbook, 1) == content
    assert (exhibit.sha256, exhibit.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert logbook.exhibits.of_entry(entry) == (1,)
    logbook.close()
    again = a_logbook(tmp_path / "journal.json")
    assert bytes_of(again, 1) == content
    assert again.exhibits.of_entry(entry) == (1,)
    assert again.verify().sound
    again.close()


def test_equal_content_is_kept_once_and_linked_twice(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    first, second = logbook.record(an_entry()).subject, logbook.record(an_entry()).subject
    logbook.exhibits.attach([a_file(tmp_path, "one.txt", b"the same words")], Target(entry=first))

    again = logbook.exhibits.attach([a_file(tmp_path, "two.txt", b"the same words")], Target(entry=second))

    assert (again.added, again.known) == ((), (1,))
    assert logbook.exhibits.of_entry(first) == logbook.exhibits.of_entry(second) == (1,)
    before = logbook.last
    logbook.exhibits.attach([a_file(tmp_path, "three.txt", b"the same words")], Target(entry=second))
    assert logbook.last == before
    logbook.close()


def test_what_is_here_is_found_by_its_digest_the_earliest_of_each_and_nothing_withdrawn_or_without_one(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    one, two = a_file(tmp_path, "one.txt", b"one"), a_file(tmp_path, "two.txt", b"two")
    logbook.exhibits.attach([one, two])
    for sha256 in ("ab" * 32, "ab" * 32, ""):
        logbook.exhibits.add(Exhibit(number=0, title="A letter", sha256=sha256))
    logbook.case.withdraw(Exhibit, 2, "taken in by mistake")

    files, fingerprints = logbook.exhibits.by_digest(Form.FILE), logbook.exhibits.by_digest(Form.FINGERPRINT)

    assert {digest: exhibit.number for digest, exhibit in files.items()} == {one.sha256: 1}
    assert {digest: exhibit.number for digest, exhibit in fingerprints.items()} == {"ab" * 32: 3}
    logbook.close()


def test_what_changed_since_it_was_examined_is_refused_and_nothing_of_the_batch_is_added(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    sound, changed = a_file(tmp_path, "a.txt", b"one"), a_file(tmp_path, "b.txt", b"two")
    (tmp_path / "b.txt").write_bytes(b"tow")

    with pytest.raises(Refused, match="changed while it was read"):
        logbook.exhibits.attach([sound, changed])

    assert logbook.exhibits.standing == []
    logbook.record(an_entry())
    logbook.close()


def test_stopping_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    before = len(logbook.state.entries)

    with pytest.raises(Refused, match="was stopped"):
        logbook.exhibits.attach([a_file(tmp_path, "a.txt", b"one")], task=Told(until=lambda: True))

    assert logbook.exhibits.standing == []
    assert len(logbook.state.entries) == before
    logbook.close()


def test_undoing_takes_an_exhibit_and_its_link_back_in_one_step(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    logbook.exhibits.attach([a_file(tmp_path, "a.txt", b"one")], Target(entry=entry))

    logbook.undo()

    assert logbook.exhibits.standing == []
    assert logbook.exhibits.of_entry(entry) == ()
    logbook.close()


def test_a_link_is_taken_back_and_put_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    logbook.exhibits.add(Exhibit(number=0, title="A letter"), Target(entry=entry, item="original"))

    logbook.exhibits.unlink(1, Target(entry=entry, item="original"))
    gone = logbook.exhibits.of_entry(entry)
    logbook.undo()

    assert gone == ()
    assert logbook.exhibits.of(Target(entry=entry, item="original")) == (1,)
    logbook.close()


def test_content_from_memory_is_taken_in_without_a_file(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    content = b"Invented words that never stood in a file."
    exhibit = examined(content, "note.txt", NOW)

    logbook.exhibits.attach([exhibit], contents={exhibit.sha256: content})

    assert bytes_of(logbook, 1) == content
    assert (logbook.exhibits.standing[0].file_name, logbook.exhibits.standing[0].media_type) == (
        "note.txt",
        "text/plain",
    )
    logbook.close()


def test_several_files_and_entries_are_saved_at_once_and_all_of_them_are_there(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    contents = [f"invented note {number}".encode() for number in range(3)]

    with logbook.at_once():
        for number, content in enumerate(contents):
            entry = logbook.record(an_entry()).subject
            logbook.exhibits.attach([a_file(tmp_path, f"{number}.txt", content)], Target(entry=entry))

    assert [bytes_of(logbook, number) for number in (1, 2, 3)] == contents
    assert logbook.verify().evidence == 3
    logbook.close()


def test_what_is_refused_within_a_batch_takes_nothing_along_that_was_attached_before_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")

    with logbook.at_once():
        logbook.exhibits.attach([a_file(tmp_path, "a.txt", b"one")])
        with pytest.raises(Refused, match="no entry 7"):
            logbook.exhibits.attach([a_file(tmp_path, "b.txt", b"two")], Target(entry=7))

    assert bytes_of(logbook, 1) == b"one"
    assert logbook.verify().sound
    logbook.close()


def test_a_file_of_which_only_the_fingerprint_was_kept_can_be_taken_in_afterwards(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.exhibits.add(a_file(tmp_path, "film.bin", b"a long film"))

    attached = logbook.exhibits.attach([a_file(tmp_path, "film.bin", b"a long film")])

    assert attached.added == (2,)
    assert bytes_of(logbook, 2) == b"a long film"
    logbook.close()


def test_progress_counts_what_is_read_and_ends_at_all_of_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    known = a_file(tmp_path, "known.txt", b"here already")
    logbook.exhibits.attach([known])
    told: list[tuple[int, int]] = []

    new = a_file(tmp_path, "new.txt", b"twelve bytes")
    logbook.exhibits.attach([known, new, new], task=Told(lambda done, whole: told.append((done, whole))))

    assert told[-1] == (12, 12)
    logbook.close()


@given(
    st.lists(st.binary(max_size=5_000) | st.binary(min_size=1, max_size=3).map(lambda part: part * 400_000), max_size=4)
)
@settings(max_examples=15)
@example([b"", b"", b"\x00", b"\xff\xfe\x00", b'"}', b"\r\n"])
@example([a_jpeg(place=PLACE), a_mail(), a_tone(1), b"%PDF-1.7 \x00\x1b[2J"])
def test_whatever_goes_in_comes_out_byte_for_byte_now_and_after_opening_again(contents: list[bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        logbook = a_logbook(folder / "journal.json")
        files = [a_file(folder, str(at), content) for at, content in enumerate(contents)]

        attached = logbook.exhibits.attach(files)
        at_once = [bytes_of(logbook, number) for number in attached.added]
        logbook.close()
        again = a_logbook(folder / "journal.json")

        assert at_once == [*dict.fromkeys(contents)]
        assert [bytes_of(again, number) for number in attached.added] == at_once
        assert again.verify().sound
        again.close()


def test_several_are_linked_to_an_item_that_is_ticked_with_them_in_one_save(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    item = Target(entry=entry, item="copy_elsewhere")
    logbook.exhibits.attach([a_file(tmp_path, "a", b"1"), a_file(tmp_path, "b", b"2")], Target(entry=entry))
    logbook.exhibits.link(1, item)
    before = len(logbook._ledger.records)

    saved = logbook.exhibits.tick([1, 2], item, Mark(state=ItemState.DONE))

    assert logbook.exhibits.of(item) == (1, 2)
    assert saved.record == len(logbook._ledger.records) == before + 2
    assert logbook.state.entries[entry].marks["copy_elsewhere"].state is ItemState.DONE
    assert logbook.undo().count == 2
    assert logbook.exhibits.of(item) == (1,)
    logbook.close()
