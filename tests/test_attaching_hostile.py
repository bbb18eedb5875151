"""Files that are odd, hostile or failing, attached for real: a clear sentence, and the journal unharmed."""

from __future__ import annotations

import errno
import io
import os
import resource
import socket
import zlib
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.errors import NotSaved, Refused
from journal.domain.exhibit import Exhibit, Target
from journal.evidence.errors import FileRefused, NotAFile, NotAllowed
from journal.evidence.examining import LOOKED_INTO, examine, examined
from journal.store.verification import verify
from tests.evidence.builders import PLACE, a_jpeg, a_picture, a_tone, exif, png_chunk, saved, with_chunks
from tests.store.faults import Saboteur, one_at
from tests.store.journals import NOW, a_logbook, an_entry, files_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from journal.logbook import Logbook

NOBODY = 65_534
CONTENT = b"Invented words, line after line.\n" * 100
_NUMBERS = count()


def a_case(folder: Path) -> Logbook:
    """A journal in a folder of its own, with one entry."""
    (folder / "kept").mkdir()
    return a_logbook(folder / "kept" / "journal.json", entries=1)


def require_unharmed(logbook: Logbook, exhibits: int = 0) -> None:
    """Nothing was half added, the file is sound, and the next entry is saved."""
    before = logbook.verify()
    logbook.record(an_entry("And on."))
    after = logbook.verify()

    assert len(logbook.exhibits.standing) == before.evidence == exhibits
    assert before.sound
    assert after.sound
    assert after.records == before.records + 1
    logbook.close()
    assert files_in(logbook.path.parent) == ["journal.json"]


def bytes_of(logbook: Logbook, number: int) -> bytes:
    parts: list[bytes] = []
    logbook.exhibits.read(number, parts.append)
    return b"".join(parts)


@contextmanager
def without_rights() -> Iterator[None]:
    """As somebody who may not read what others keep to themselves; the administrator becomes nobody meanwhile."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.bind(str(path))


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_circle(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(_path: Path) -> None:
    return


ODD = (a_pipe, a_socket, a_device, a_circle, a_link_to_nothing, a_folder, nothing)


@pytest.mark.parametrize("made", ODD)
def test_what_is_no_ordinary_file_is_refused_in_a_sentence(tmp_path: Path, made: Callable[[Path], None]) -> None:
    logbook = a_case(tmp_path)
    made(tmp_path / "odd")

    with pytest.raises(FileRefused, match="Nothing was added"):
        logbook.exhibits.attach([examine(tmp_path / "odd")])

    require_unharmed(logbook)


@pytest.mark.parametrize("made", ODD)
def test_a_file_that_became_something_else_since_it_was_chosen_is_refused(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "photo.jpg"
    path.write_bytes(a_jpeg())
    chosen = examine(path)
    path.unlink()
    made(path)

    with pytest.raises(FileRefused, match="Nothing was added"):
        logbook.exhibits.attach([chosen], Target(entry=1))

    require_unharmed(logbook)


def test_a_file_that_may_not_be_read_is_refused_when_it_is_chosen_and_when_it_is_added(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "note.txt"
    path.write_bytes(CONTENT)
    chosen = examine(path)
    path.chmod(0)

    with without_rights(), pytest.raises(NotAllowed, match="does not allow reading"):
        examine(path)
    if os.geteuid():
        with pytest.raises(NotAllowed, match="does not allow reading"):
            logbook.exhibits.attach([chosen])

    require_unharmed(logbook)


def cut(path: Path) -> None:
    os.truncate(path, 10)


def grown(path: Path) -> None:
    path.write_bytes(CONTENT + b"more")


def as_long_and_different(path: Path) -> None:
    path.write_bytes(CONTENT[::-1])


@pytest.mark.parametrize("change", [cut, grown, as_long_and_different])
def test_a_file_that_changed_since_it_was_chosen_is_refused_and_takes_the_others_along(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "first.txt").write_bytes(b"first")
    (tmp_path / "second.txt").write_bytes(CONTENT)
    chosen = [examine(tmp_path / name) for name in ("first.txt", "second.txt")]
    change(tmp_path / "second.txt")

    with pytest.raises(Refused, match="changed while it was read"):
        logbook.exhibits.attach(chosen, Target(entry=1))

    require_unharmed(logbook)


def test_a_file_that_is_cut_while_it_is_being_added_is_refused(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(3_000_000))
    chosen = examine(path)

    with pytest.raises(Refused, match="changed while it was read"):
        logbook.exhibits.attach([chosen], progress=lambda _done, _whole: os.truncate(path, 0))

    require_unharmed(logbook)


def test_adding_is_stopped_in_the_middle_of_a_file_and_nothing_of_it_stays(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(3_000_000))
    done: list[int] = []

    with pytest.raises(FileRefused, match="was stopped"):
        logbook.exhibits.attach(
            [examine(path)], progress=lambda read, _whole: done.append(read), cancelled=lambda: len(done) == 2
        )

    assert 0 < done[-1] < 3_000_000
    require_unharmed(logbook)


def test_an_empty_file_is_kept_as_what_it_is(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "empty.txt").touch()

    logbook.exhibits.attach([examine(tmp_path / "empty.txt")])

    assert bytes_of(logbook, 1) == b""
    assert logbook.exhibits.standing[0].size == 0
    require_unharmed(logbook, exhibits=1)


def test_a_link_is_followed_and_the_exhibit_has_the_name_that_was_chosen(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "real.txt").write_bytes(CONTENT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")

    logbook.exhibits.attach([examine(tmp_path / "link.txt")])

    assert bytes_of(logbook, 1) == CONTENT
    assert logbook.exhibits.standing[0].file_name == "link.txt"
    require_unharmed(logbook, exhibits=1)


NAMES = (
    b"two\nlines.txt",
    b"\x1b]0;title\x07\x1b[31mred.txt",
    "\N{SMILING FACE WITH SMILING EYES AND THREE HEARTS}\N{ZERO WIDTH JOINER}.txt".encode(),
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj.txt".encode(),
    b"caf\xe9 \xff\xfe.txt",
    b"n" * 251 + b".txt",
    b" ",
    b"-rf",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_taken_in_and_its_name_kept_as_far_as_it_can_be_read(tmp_path: Path, name: bytes) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(CONTENT)

    logbook.exhibits.attach([examine(path)], Target(entry=1))

    assert bytes_of(logbook, 1) == CONTENT
    assert logbook.exhibits.standing[0].file_name == name.decode("utf-8", "replace")
    require_unharmed(logbook, exhibits=1)


def test_where_a_file_of_an_unreadable_name_lies_can_be_kept_with_its_fingerprint(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(CONTENT)

    logbook.exhibits.add(examine(path))

    assert logbook.exhibits.standing[0].lies_at.endswith("caf\N{REPLACEMENT CHARACTER}.txt")
    logbook.close()
    assert verify(logbook.path).sound


def a_picture_of_far_too_many_pixels() -> bytes:
    head = (100_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(bytes(1000)))


def an_exif_block_that_claims_everything() -> bytes:
    claims = b"".join(
        tag.to_bytes(2, "little") + b"\x05\x00" + b"\xff\xff\xff\xff" * 2 for tag in (0x9003, 0x8769, 0x8825) * 5_000
    )
    return b"Exif\0\0II*\0\x08\0\0\0" + (15_000).to_bytes(2, "little") + claims


def a_text_that_unpacks_without_end() -> bytes:
    return png_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(bytes(30_000_000), 9))


HOSTILE = {
    "cut": a_jpeg()[:200],
    "only a head": b"\xff\xd8\xff\xe1",
    "too many pixels": a_picture_of_far_too_many_pixels(),
    "exif bomb": b"\xff\xd8\xff\xe1\xff\xff" + an_exif_block_that_claims_everything(),
    "exif that points to itself": saved(a_picture(), "TIFF").replace(b"\x08\0\0\0", b"\x08\0\0\0", 1)[:40] * 50,
    "packed bomb": with_chunks(saved(a_picture()), a_text_that_unpacks_without_end()),
    "zeros": bytes(100_000),
    "a mail that never ends its head": b"Subject: " + b"x" * 300_000 + b"\nDate: " + b"9" * 100_000,
    "a sound that claims years": a_tone(0.1).replace(b"data", b"data\xff\xff\xff\xff", 1),
    "a film of nothing but boxes": b"\0\0\0\x14ftypisom\0\0\0\0isom" + b"\0\0\0\x08moov" * 20_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_broken_or_hostile_file_is_evidence_all_the_same(tmp_path: Path, content: bytes) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "hostile").write_bytes(content)

    logbook.exhibits.attach([examine(tmp_path / "hostile")], Target(entry=1))

    assert bytes_of(logbook, 1) == content
    require_unharmed(logbook, exhibits=1)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["jpeg", "wav", "png", "nothing"]), st.binary(max_size=400), st.integers(0, 600))
def test_bytes_in_are_bytes_out_whatever_they_seem_to_be(tmp_path: Path, head: str, tail: bytes, length: int) -> None:
    begins = {"jpeg": a_jpeg(place=PLACE), "wav": a_tone(0.1), "png": saved(a_picture(), exif=exif()), "nothing": b""}
    content = begins[head][:length] + tail
    folder = tmp_path / str(next(_NUMBERS))
    folder.mkdir()
    logbook = a_case(folder)
    (folder / "file").write_bytes(content)

    logbook.exhibits.attach([examine(folder / "file")])

    assert bytes_of(logbook, 1) == content
    require_unharmed(logbook, exhibits=1)


def test_a_file_beyond_the_limit_is_known_by_its_first_bytes_only(tmp_path: Path) -> None:
    photo = a_jpeg(photo={0x9003: "2026:11:20 08:15:00"})
    for name, size in (("small", len(photo)), ("large", LOOKED_INTO + 1)):
        (tmp_path / name).write_bytes(photo)
        os.truncate(tmp_path / name, size)

    small, large = examine(tmp_path / "small"), examine(tmp_path / "large")

    assert small.media_type == large.media_type == "image/jpeg"
    assert [len(one.file_times) for one in (small, large)] == [2, 1]
    assert large.size == LOOKED_INTO + 1


def test_hundreds_of_files_are_one_save_and_the_equal_ones_among_them_one_exhibit(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    contents = [f"invented note {number % 250}".encode() for number in range(300)]
    for number, content in enumerate(contents):
        (tmp_path / f"{number}.txt").write_bytes(content)
    files = [examine(tmp_path / f"{number}.txt") for number in range(300)]
    saved_as: set[int] = set()

    attached = logbook.exhibits.attach(
        files, Target(entry=1), progress=lambda _done, _whole: saved_as.add(logbook.path.stat().st_ino)
    )
    again = logbook.exhibits.attach(files, Target(entry=1))

    assert len(saved_as) == 1
    assert attached.added == tuple(range(1, 251))
    assert (again.added, len(again.known)) == ((), 250)
    assert bytes_of(logbook, 250) == contents[249]
    require_unharmed(logbook, exhibits=250)


def test_a_file_system_that_is_full_in_the_middle_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    before = logbook.path.read_bytes()
    (tmp_path / "large.bin").write_bytes(os.urandom(400_000))
    chosen = examine(tmp_path / "large.bin")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(NotSaved):
            logbook.exhibits.attach([chosen], Target(entry=1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert logbook.path.read_bytes() == before
    assert logbook.exhibits.attach([chosen], Target(entry=1)).added == (1,)
    require_unharmed(logbook, exhibits=1)


def test_whichever_call_to_the_system_fails_the_pieces_are_added_all_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(CONTENT)
    files = [examine(tmp_path / "a.txt"), examined(b"from memory", "b.txt", NOW)]
    contents = {files[1].sha256: b"from memory"}
    saboteur = Saboteur(monkeypatch)
    refused = 0

    for place in count():
        (tmp_path / str(place)).mkdir()
        logbook = a_case(tmp_path / str(place))
        try:
            with saboteur.failing(one_at(place), errno.EIO):
                logbook.exhibits.attach(files, Target(entry=1), contents=contents)
        except (NotSaved, Refused):
            refused += 1
        if len(saboteur.calls) <= place:
            break
        seen = verify(logbook.path)
        assert seen.sound
        assert seen.evidence in {0, 2}
        logbook.close()
        assert verify(logbook.path).evidence == seen.evidence
        assert files_in(logbook.path.parent) == ["journal.json"]

    assert refused > 10
    require_unharmed(logbook, exhibits=2)


def test_a_device_behind_a_link_is_named_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "zero").symlink_to("/dev/zero")

    with pytest.raises(NotAFile, match="not an ordinary file"):
        examine(tmp_path / "zero")


def test_a_thing_needs_no_file_at_all(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    logbook.exhibits.add(Exhibit(number=0, title="A letter", original_place="drawer"), Target(entry=1))

    with pytest.raises(Refused, match="no file of exhibit 1"):
        logbook.exhibits.read(1, io.BytesIO().write)
    logbook.close()
