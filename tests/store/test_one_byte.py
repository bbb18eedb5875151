"""Any byte of the file changed to another one is found; the few places where that changes nothing are listed here.

Exempt are: the table `desk` as far as it stands in clear (it may be overwritten and proves nothing), and space between
the parts of the JSON text turned into another sort of space, which no reader sees.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Unreadable
from journal.store.verification import verify
from tests.store.acts import DRAFT
from tests.store.journals import a_logbook, add_exhibit
from tests.store.protected import protect

if TYPE_CHECKING:
    from pathlib import Path

    from journal.store.protection import Key

SPACE = b" \n\r\t"


class Sound(NamedTuple):
    data: bytes
    key: Key | None
    exempt: range
    """The places of the table `desk`, less what is sealed in it or compared with the table `lock`."""


def a_small_journal(path: Path, *, protected: bool) -> Sound:
    logbook = a_logbook(path, entries=2)
    content = b"An invented photo"
    add_exhibit(logbook, content)
    logbook.keep_draft(DRAFT)
    key = protect(logbook) if protected else None
    logbook.close()
    data = path.read_bytes()
    desk = data.index(b'"desk":{\n')
    begins = data.rindex(b"\n", 0, data.index(b'"layout"')) + 1 if protected else desk
    return Sound(data, key, range(begins, len(data)))


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "protected"])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return a_small_journal(tmp_path_factory.mktemp("sound") / "journal.json", protected=request.param)


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
    at = data.draw(st.integers(0, len(sound.data) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != sound.data[at]))

    found = is_found(sound, place, at, byte)

    assert found or is_exempt(sound, at, byte) or is_the_name_of_a_desk_row(sound.data, at)


@pytest.mark.slow
def test_one_changed_byte_in_every_single_place_is_found(sound: Sound, place: Path) -> None:
    changes = [(at, byte) for at, now in enumerate(sound.data) for byte in {now ^ 1, ord("A"), ord(" ")} - {now}]

    unseen = [(at, byte) for at, byte in changes if not is_found(sound, place, at, byte)]

    assert [
        (at, byte)
        for at, byte in unseen
        if not (is_exempt(sound, at, byte) or is_the_name_of_a_desk_row(sound.data, at))
    ] == []


def test_the_exempt_part_is_small_and_holds_no_record(sound: Sound) -> None:
    rest = sound.data[sound.exempt.start :]

    assert b'"seq"' not in rest
    assert b'"sealed"' not in rest or sound.key is None
    assert json.loads(sound.data)["records"]
