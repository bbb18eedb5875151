"""`journal search`, and which entries the options of `list` and `search` choose."""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from journal.commands.entry_lines import line
from journal.domain.entry.brief import brief
from journal.domain.entry.records_of import said_now
from journal.domain.entry.summary import gist
from journal.domain.evidence.exhibit import Target
from journal.domain.filters.values import InPeriod
from journal.domain.state.search import in_state
from journal.domain.state.state import State
from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN
from journal.evidence.examining import examine
from journal.logbook import Logbook
from journal.logbook.exhibit_texts import ExhibitTexts
from tests.commands.cli_builders import a_case, a_journal, run
from tests.domain.entries import entries
from tests.domain.ledgers import a_ledger
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.entry.entry import Entry

    Ask = Callable[[str], None]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Lay a line of words to look for in standard input."""
    return lambda words: monkeypatch.setattr("sys.stdin", io.StringIO(words))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_journal(
        tmp_path,
        an_entry("The grey car stood there.", kind="waited_for", when="2026-11-03T08:00"),
        an_entry("Une lettre grise.", kind="letter", when="2026-11-05T08:00"),
        an_entry("It rang.", when="2026-11-07T08:00"),
        an_entry("A car again, grey.", kind="sms", happened=UNKNOWN),
    )


def numbers(out: str) -> list[int]:
    return [int(one.split()[0]) for one in out.splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grey\n", [1, 4]),
        ("car grey", [1, 4]),
        ('"car again"', [4]),
        ("LETTRE\n", [2]),
        ("missed", [3]),
        ("nothing like it", []),
        ("--kind", []),
    ],
)
def test_it_finds_what_holds_all_of_the_words(
    path: Path, ask: Ask, capsys: Captured, words: str, found: list[int]
) -> None:
    ask(words)

    assert run("search", "--file", path) == 0

    said = capsys.readouterr()
    assert sorted(numbers(said.out)) == found
    assert ("No entry fits." in said.err) == (not found)


def test_it_finds_what_the_search_of_the_screen_finds_in_the_order_of_happening(
    tmp_path: Path, ask: Ask, capsys: Captured
) -> None:
    path = a_case(tmp_path, 60)
    for words in ("number", "it rang", "20", "ne"):
        capsys.readouterr()
        ask(words)
        run("search", "--file", path)

        with closing(Logbook(path, read_only=True)) as logbook:
            in_files = ExhibitTexts(logbook.exhibits).all()
            assert numbers(capsys.readouterr().out) == in_state(logbook.state, words, Words(), in_files)


@pytest.mark.parametrize("words", ["", "\n", '""\n'])
def test_nothing_is_searched_without_words(path: Path, ask: Ask, capsys: Captured, words: str) -> None:
    ask(words)

    assert run("search", "--file", path) == 1

    said = capsys.readouterr()
    assert not said.out
    assert "nothing was searched" in said.err


def test_words_among_the_arguments_are_refused_with_the_reason(path: Path, capsys: Captured) -> None:
    assert run("search", "grey", "--file", path) == 2

    said = capsys.readouterr()
    assert not said.out
    assert "are no arguments" in said.err
    assert "grey" not in said.err


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ([], [1, 2, 3, 4]),
        (["--limit", "2"], [3, 4]),
        (["--kind", "sms"], [4]),
        (["--kind", "missed", "--kind", "letter"], [2, 3]),
        (["--since", "5 November 2026"], [2, 3, 4]),
        (["--until", "4 November 2026"], [1, 4]),
        (["--since", "5/11/2026", "--until", "6/11/2026", "--kind", "letter"], [2]),
    ],
)
def test_options_choose_and_what_perhaps_happened_then_is_there_too(
    path: Path, ask: Ask, capsys: Captured, options: list[str], listed: list[int]
) -> None:
    assert run("list", *options, "--file", path) == 0

    assert numbers(capsys.readouterr().out) == listed
    ask("e")
    run("search", *options, "--file", path)
    assert set(numbers(capsys.readouterr().out)) <= set(listed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--since", "6/11/2026", "--until", "5/11/2026"], "before the first"),
        (["--since", "qqq"], "is no time"),
        (["--until", "unknown"], "is no day"),
        (["--since", "monday or tuesday"], "is no time"),
        (["--kind", "call"], "fits several kinds"),
    ],
)
def test_a_doubtful_option_is_refused(path: Path, capsys: Captured, options: list[str], said: str) -> None:
    assert run("list", *options, "--file", path) == 2

    out = capsys.readouterr()
    assert not out.out
    assert said in out.err


def test_numbers_that_are_missing_are_no_numbers_that_were_not_chosen(path: Path, capsys: Captured) -> None:
    run("list", "--limit", "1", "--file", path)

    assert "No entry in this file has the number" not in capsys.readouterr().err


@settings(max_examples=100)
@given(entry=entries())
def test_what_a_line_tells_is_what_the_whole_entry_tells(entry: Entry) -> None:
    state = State(a_ledger({"action": "entry.recorded", "entry": 1, "offset": "+01:00", **entry.fields()}))
    history = state.entries[1]

    said = said_now([record.fields() for record in history.records])
    told = brief(history, said)

    assert gist(told, Words()) == gist(history.entry, Words())
    assert (told.happened, told.until) == (history.entry.happened, history.entry.until)
    assert line(history, said).split()[0] == "1"


def test_a_saved_filter_narrows_list_and_search(path: Path, ask: Ask, capsys: Captured) -> None:
    with closing(Logbook(path)) as logbook:
        logbook.filters.save("Since then", InPeriod("2026-11-05"))

    run("list", "--filter", "since THEN", "--file", str(path))
    assert numbers(capsys.readouterr().out) == [2, 3, 4]

    run("list", "--filter", "Since then", "--kind", "letter", "--file", str(path))
    assert numbers(capsys.readouterr().out) == [2]

    ask("gr\n")
    run("search", "--filter", "Since then", "--file", str(path))
    assert numbers(capsys.readouterr().out) == [2, 4]


def test_a_filter_that_nobody_saved_is_refused_with_the_names_there_are(path: Path, capsys: Captured) -> None:
    with closing(Logbook(path)) as logbook:
        logbook.filters.save("Since then", InPeriod("2026-11-05"))

    assert run("list", "--filter", "before then", "--file", str(path)) == 2
    out, told = capsys.readouterr()
    assert not out
    assert "No filter is saved as “before then”. Saved are: Since then. Nothing was done." in told


def test_words_in_an_attached_file_are_found(path: Path, tmp_path: Path, ask: Ask, capsys: Captured) -> None:
    (tmp_path / "note.txt").write_text("Behind the greenhouse.", encoding="utf-8")
    with closing(Logbook(path)) as logbook:
        logbook.exhibits.attach([examine(tmp_path / "note.txt")], Target(entry=3))

    ask("greenhouse\n")
    run("search", "--file", str(path))
    assert numbers(capsys.readouterr().out) == [3]
