"""A damaged journal at the door: its passphrase opens what is readable, for reading only, and the way out is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.store.ledger.passphrase_protection import PassphraseProtection
from journal.ui.opening.door import Door
from tests.store.journals import Clock, a_logbook
from tests.store.little_work import with_little_work
from tests.store.protected import TYPED
from tests.ui.one_screen import picture, type_words

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

ENTRIES = 50


def a_protected_file(path: Path) -> bytes:
    logbook = a_logbook(path, entries=ENTRIES)
    PassphraseProtection(logbook._ledger, wrap=with_little_work).protect(TYPED)
    logbook.close()
    return path.read_bytes()


async def at_the_door(path: Path, damaged: bytes) -> tuple[Logbook | None, str]:
    """Type the passphrase; return what was opened, and what stood on the screen at the end."""
    path.write_bytes(damaged)
    app = Door(path, clock=Clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_words(pilot, TYPED)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(picture(app).replace("│", " ").split()) if app.return_value is None else ""
    return app.return_value, shown


async def test_with_a_damaged_block_the_rest_is_opened_for_reading_only(tmp_path: Path) -> None:
    whole = a_protected_file(tmp_path / "journal.json")
    at = whole.index(b'"2":{"sealed"') + 300
    damaged = whole[:at] + b"\0\0" + whole[at + 2 :]

    opened, _shown = await at_the_door(tmp_path / "journal.json", damaged)

    assert opened
    assert opened.read_only
    assert "records 21 to 40 stand in a damaged block" in opened.read_only_reason
    assert "`journal recover`" in opened.read_only_reason
    assert len(opened.state.entries) == ENTRIES - 20
    opened.close()
    assert (tmp_path / "journal.json").read_bytes() == damaged


async def test_where_no_record_can_be_read_the_door_stays_closed_and_names_the_way_out(tmp_path: Path) -> None:
    whole = a_protected_file(tmp_path / "journal.json")
    begins = whole.index(b'"records":{')
    ends = whole.index(b'"desk":{')
    sealed = whole[begins:ends].replace(b'"sealed":"YWdl', b'"sealed":"YWdm')

    opened, shown = await at_the_door(tmp_path / "journal.json", whole[:begins] + sealed + whole[ends:])

    assert opened is None
    assert "No record of this file can be read" in shown
    assert "`journal recover`" in shown
