"""Files with odd names or hostile contents, attached for real: their bytes are kept as they are."""

from __future__ import annotations

import os
import zlib
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.evidence.exhibit import Target
from journal.evidence.examining import LOOKED_INTO, examine
from journal.store.copies.verification import verify
from tests.evidence.builders import PLACE, a_jpeg, a_picture, a_tone, exif, png_chunk, saved, with_chunks
from tests.logbook.attaching import CONTENT, a_case, bytes_of, require_unharmed
from tests.tasks import Told

if TYPE_CHECKING:
    from pathlib import Path

_NUMBERS = count()


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
        files, Target(entry=1), task=Told(lambda _done, _whole: saved_as.add(logbook.path.stat().st_ino))
    )
    again = logbook.exhibits.attach(files, Target(entry=1))

    assert len(saved_as) == 1
    assert attached.added == tuple(range(1, 251))
    assert (again.added, len(again.known)) == ((), 250)
    assert bytes_of(logbook, 250) == contents[249]
    require_unharmed(logbook, exhibits=250)
