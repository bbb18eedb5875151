"""Journals, entries and words for the tests of the screens; everything in them is invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec

from journal.domain.entry.entry import Entry
from journal.domain.time.moment import Moment, exactly
from journal.logbook import Logbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
"""Sunday 22 November 2026, 15:03 in Brussels."""

SIZES = ((80, 24), (120, 40), (200, 60))

_BROKEN_MARKUP = ("[/", "[sic]", "$accent {name} %s {0} \\")
_MARKUP = ("[@click=app.quit]x[/]", "[bold red]loud[/bold red]")
_ORDERS_TO_A_TERMINAL = (
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[H",
    "\x1b]8;;http://owned.invalid\x1b\\here\x1b]8;;\x1b\\",
    "\x9b2J",
)
_ODD_SIGNS = (
    "abc\u202edcba\u2066x\u2069",
    "line one\nline two\r\nline\tthree\x00",
    "e\u0301\u0301\u0301 \u65e5\u672c\u8a9e \U0001f469\u200d\U0001f467 \U0001f1e7\U0001f1ea",
)
_NOTHING = (" ", "")

HOSTILE = (*_BROKEN_MARKUP, *_MARKUP, *_ORDERS_TO_A_TERMINAL, *_ODD_SIGNS, *_NOTHING)
"""Words that would act if anything interpreted them."""

HOSTILE_TOGETHER = (*map(" ".join, (_BROKEN_MARKUP, _MARKUP, _ORDERS_TO_A_TERMINAL, _ODD_SIGNS)), *_NOTHING)
"""The same words, all of one sort in one text, for tests in which each text costs a whole app."""

LONG = "a long story about nothing " * 4000
"""About 100 kB of words."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


def salts() -> bytes:
    """The same salt again and again: tests look at words, not at digests."""
    return bytes(16)


def at(local: str) -> Moment:
    """The exact moment of a local time in Brussels, as `2026-11-21T22:14`."""
    return exactly(datetime.fromisoformat(local).replace(tzinfo=ZONE), local)


def an_entry(account: str = "", *, kind: str = "call_missed", when: str = "2026-11-21T22:14", **fields: Any) -> Entry:
    """An entry, by default one missed call on a Saturday evening."""
    return msgspec.structs.replace(Entry(happened=at(when), kind=kind, account=account), **fields)


def a_logbook(folder: Path, *entries: Entry, clock: Clock | None = None, read_only: bool = False) -> Logbook:
    """A journal on the disk that holds these entries, recorded in this order, with one witness, number 1."""
    path = folder / "journal.json"
    new = not path.exists()
    logbook = Logbook(path, clock=clock or Clock(), salts=salts, read_only=read_only)
    if new and not read_only:
        logbook.add_person("An Invented", note="sister")
        for entry in entries:
            logbook.record(entry)
    return logbook


def evenings(count: int, kind: str = "call_missed") -> Iterable[Entry]:
    """As many entries on evenings one after the other, the last one on 21 November 2026."""
    last = datetime(2026, 11, 21, 22, 14, tzinfo=ZONE)
    for back in reversed(range(count)):
        when = last - timedelta(days=back)
        yield Entry(happened=exactly(when), kind=kind, account=f"Evening {count - back}")
