"""Any byte of the file changed to another one is found; the few places where that changes nothing are listed here.

Exempt are: the table `desk` as far as it stands in clear (it may be overwritten and proves nothing), and space between
the parts of the JSON text turned into another sort of space, which no reader sees.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Unreadable
from journal.store.copies.backup import back_up
from journal.store.copies.verification import verify
from journal.store.file.sealed_rows import BLOCK
from tests.store.acts import DRAFT
from tests.store.journals import NOW, a_logbook, add_exhibit
from tests.store.protected import protect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journal.store.age.protection import Key

SPACE = b" \n\r\t"


class Sound(NamedTuple):
    data: bytes
    key: Key | None
    exempt: range
    """The places of the table `desk`, less what is sealed in it or compared with the table `lock`."""
    places: Sequence[int]
    """The places that are changed: all, or those in which this sort of file differs from the others."""


def closed(path: Path, *, protected: bool, entries: int = 2) -> Key | None:
    logbook = a_logbook(path, entries=entries)
    add_exhibit(logbook, b"An invented photo")
    logbook.keep_draft(DRAFT)
    key = protect(logbook) if protected else None
    logbook.close()
    return key


def sound_file(path: Path, key: Key | None, places: Callable[[bytes], Sequence[int]]) -> Sound:
    data = path.read_bytes()
    desk = data.index(b'"desk":{\n')
    begins = data.rindex(b"\n", 0, data.index(b'"layout"')) + 1 if key else desk
    return Sound(data, key, range(begins, len(data)), places(data))


def everywhere(data: bytes) -> Sequence[int]:
    return range(len(data))


def in_the_lock(data: bytes) -> Sequence[int]:
    return range(data.index(b'"files"'))


def outside_of_what_is_sealed(data: bytes) -> Sequence[int]:
    sealed = {at for found in re.finditer(rb'"sealed":"([^"]*)"', data) for at in range(*found.span(1))}
    return sorted({*range(data.index(b'"files"'), data.index(b'"desk"'))} - sealed)


def a_journal(folder: Path, *, protected: bool) -> Sound:
    key = closed(folder / "journal.json", protected=protected)
    return sound_file(folder / "journal.json", key, everywhere)


def a_copy(folder: Path, *, protected: bool) -> Sound:
    """A backup, which has a label in its table `lock`."""
    key = closed(folder / "home" / "journal.json", protected=protected)
    (folder / "stick").mkdir()
    return sound_file(
        back_up(folder / "home" / "journal.json", folder / "stick", now=NOW, key=key).path, key, in_the_lock
    )


def two_blocks(folder: Path, *, protected: bool) -> Sound:
    """So many records that they are sealed in two blocks."""
    key = closed(folder / "journal.json", protected=protected, entries=BLOCK)
    return sound_file(folder / "journal.json", key, outside_of_what_is_sealed)


SORTS = {
    "plain": (a_journal, False),
    "protected": (a_journal, True),
    "plain copy": (a_copy, False),
    "protected copy": (a_copy, True),
    "protected, two blocks": (two_blocks, True),
}


@pytest.fixture(scope="module", params=SORTS)
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sound:
    make, protected = SORTS[request.param]
    return make(tmp_path_factory.mktemp("sound"), protected=protected)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("changed") / "journal.json"


def is_found(sound: Sound, place: Path, at: int, byte: int) -> bool:
    """Whether checking the file with another byte at a place says that something is wrong."""
    place.write_bytes(sound.data[:at] + bytes([byte]) + sound.data[at + 1 :])
    try:
        return not verify(place, sound.key).sound
    except Unreadable:
        return True


def is_exempt(sound: Sound, at: int, byte: int) -> bool:
    return at in sound.exempt or (sound.data[at] in SPACE and byte in SPACE)


def is_the_name_of_a_desk_row(data: bytes, at: int) -> bool:
    """Whether a byte belongs to the number of a row of the desk, which says nothing."""
    line = data.rfind(b"\n", 0, at) + 1
    return at > data.index(b'"desk":{\n') and at < data.index(b":", line) and data[line : line + 1] == b'"'


@given(data=st.data())
def test_one_changed_byte_anywhere_is_found(sound: Sound, place: Path, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(sound.places))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != sound.data[at]))

    found = is_found(sound, place, at, byte)

    assert found or is_exempt(sound, at, byte) or is_the_name_of_a_desk_row(sound.data, at)


@pytest.mark.slow
def test_one_changed_byte_in_every_single_place_is_found(
    sound: Sound, place: Path, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    changes = [(at, byte) for at in sound.places for byte in {sound.data[at] ^ 1, *b"A "} - {sound.data[at]}]

    unseen = [change for change in changes if not is_found(sound, place, *change)]

    assert [
        (at, byte)
        for at, byte in unseen
        if not (is_exempt(sound, at, byte) or is_the_name_of_a_desk_row(sound.data, at))
    ] == []
    places, found = len(sound.places), len(changes) - len(unseen)
    said = f"{request.node.callspec.id}: {len(changes)} changes in {places} places, {found} found"
    record_property("figures", f"{said}, {len(unseen)} without meaning, in the desk or in white space")


def test_the_exempt_part_is_small_and_holds_no_record(sound: Sound) -> None:
    rest = sound.data[sound.exempt.start :]

    assert len(rest) < len(sound.data) / 3
    assert b'"seq"' not in rest
    assert b'"sealed"' not in rest or sound.key is None
    assert json.loads(sound.data)["records"]
