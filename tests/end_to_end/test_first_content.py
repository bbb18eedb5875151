"""The first content: it stands before the library of the screen is loaded, and the leaving keys work on it."""

from __future__ import annotations

import signal
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.exhibit import Exhibit, Target
from journal.store.ledger.passphrase_protection import PassphraseProtection
from journal.ui.terminal.blank import BLANK
from journal.ui.timeline.main_sizes import timeline_width
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_starting import DRAWN, attributes
from tests.store.journals import a_journal, a_logbook, an_entry
from tests.store.little_work import with_little_work
from tests.store.protected import TYPED

if TYPE_CHECKING:
    from pathlib import Path

REACHED = "loading waits here"
NEVER_LOADED = f"""
import sys
from threading import Event
sys.stderr.write({REACHED!r})
sys.stderr.flush()
Event().wait()
"""
"""A module whose loading never ends."""
DREW_BY_ITSELF = b"\x1b[?1000h"
"""What the driver of the screen writes before it draws."""


def a_protected_journal(path: Path) -> Path:
    """A journal that `TYPED` opens, sealed with so little work that it takes no time."""
    logbook = a_logbook(path, entries=3)
    PassphraseProtection(logbook._ledger, wrap=with_little_work).protect(TYPED)
    logbook.close()
    return path


def a_journal_with_an_exhibit(path: Path) -> Path:
    """A journal with more entries than have room, and an exhibit that belongs to one in sight."""
    logbook = a_logbook(path, entries=60)
    digest = sha256(b"invented").hexdigest()
    sheet = Exhibit(number=0, file_name="invented.txt", sha256=digest, size=len(b"invented"))
    logbook.exhibits.attach([sheet], Target(entry=58), contents={digest: b"invented"})
    logbook.close()
    return path


@pytest.fixture(params=["textual", "asyncio"])
def _never_loaded(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program wait for ever where it loads this library."""
    package = tmp_path / "libraries" / str(request.param)
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(NEVER_LOADED)
    monkeypatch.setenv("PYTHONPATH", str(package.parent))


@pytest.mark.usefixtures("_never_loaded")
@pytest.mark.parametrize("key", ["ctrl+q", "f12"])
def test_a_leaving_key_empties_the_first_content_and_ends_while_libraries_are_loaded(tmp_path: Path, key: str) -> None:
    path = a_journal(tmp_path / "mine.json", entries=40)
    before = path.read_bytes()
    with Terminal(tmp_path, "--file", path) as terminal:
        given = attributes(terminal)
        terminal.wait_for("Timeline", "It rang", "quick exit", REACHED)
        terminal.press("z", key)
        assert terminal.wait_for_end() == 0
        taken = attributes(terminal)

    assert terminal.text.strip() == ""
    assert BLANK.encode() in terminal.sent
    assert terminal.sent.endswith(b"\x1b[?25h")
    assert b"zzz" not in terminal.sent
    assert taken == given
    assert path.read_bytes() == before


@pytest.mark.usefixtures("_never_loaded")
def test_a_protected_journal_shows_its_lock_before_libraries_are_loaded(tmp_path: Path) -> None:
    path = a_protected_journal(tmp_path / "mine.json")
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("╭───", "quick exit", REACHED)
        stood = terminal.text
        terminal.press(TYPED, "ctrl+q")
        assert terminal.wait_for_end() == 0

    assert "rang" not in stood
    assert terminal.text.strip() == ""
    assert TYPED.encode() not in terminal.sent


def test_a_passphrase_that_is_typed_on_the_first_lock_opens_the_journal(tmp_path: Path) -> None:
    path = a_protected_journal(tmp_path / "mine.json")
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("╭───", "quick exit")
        terminal.press(TYPED, "enter")
        terminal.wait_for("It rang", "quick exit")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert terminal.text.strip() == ""
    assert TYPED.encode() not in terminal.sent


@pytest.mark.usefixtures("_never_loaded")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_empties_the_first_content(tmp_path: Path, number: int) -> None:
    path = a_journal(tmp_path / "mine.json", entries=40)
    with Terminal(tmp_path, "--file", path) as terminal:
        given = attributes(terminal)
        terminal.wait_for("It rang", REACHED)
        terminal.child.kill(number)
        terminal.wait_for_end()
        taken = attributes(terminal)

    assert "rang" not in terminal.text
    assert BLANK.encode() in terminal.sent
    assert taken == given


@pytest.mark.usefixtures("_never_loaded")
@pytest.mark.parametrize(
    "environment",
    [
        {"NO_COLOR": "1"},
        {"TERM": "linux", "COLORTERM": ""},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
    ],
)
def test_a_terminal_that_cannot_show_it_gets_the_screen_alone(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_journal(tmp_path / "mine.json", entries=40)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for(REACHED)

    assert DRAWN not in terminal.sent


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_locale_without_utf_8_gets_nothing_but_ascii(
    tmp_path: Path, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = a_logbook(tmp_path / "mine.json")
    logbook.record(an_entry("Caf\N{LATIN SMALL LETTER E WITH ACUTE}: he rang."))
    logbook.close()
    monkeypatch.setenv("LC_ALL", locale)
    with Terminal(tmp_path, "--file", tmp_path / "mine.json") as terminal:
        terminal.wait_for("Cafe: he rang.", "quick exit")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert terminal.sent.isascii()


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_the_screen_stands_where_the_first_content_stood(tmp_path: Path, columns: int, rows: int) -> None:
    path = a_journal_with_an_exhibit(tmp_path / "mine.json")
    with Terminal(tmp_path, "--file", path, columns=columns, rows=rows) as terminal:
        terminal.wait_for("loading the rest", "It rang", "quick exit")
        first = terminal.text.splitlines()
        terminal.wait_for("acts in all", "1f", "quick exit")
        whole = terminal.text.splitlines()
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    entries = [y for y, line in enumerate(first) if "It rang" in line]
    assert len(entries) == rows - 6
    counted = timeline_width(columns) - len("   1f ┃")
    assert [whole[y][:counted] for y in entries] == [first[y][:counted] for y in entries]
    assert whole[-1] == first[-1]
    assert any("1f" in line for line in whole)
    assert terminal.sent.count(DRAWN) == terminal.sent.count(BLANK.encode()) + 1
    assert terminal.sent.index(b"It rang") < terminal.sent.index(DREW_BY_ITSELF)


def test_what_is_typed_on_the_first_content_waits_for_the_screen(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "mine.json", entries=60)
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("It rang")
        terminal.press("n")
        terminal.wait_for("New entry")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert terminal.text.strip() == ""
