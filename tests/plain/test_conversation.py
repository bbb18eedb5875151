"""Plain mode: begun, left, and what its first and last words say; entries added, listed, found and shown."""

from __future__ import annotations

import errno
import io
import re
import signal
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from journal.logbook import Logbook
from tests.commands.cli_builders import a_journal, a_journal_with_a_history, run
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_first_line_says_that_plain_mode_is_on_and_the_last_that_all_is_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    status = talk(monkeypatch, path, "q")

    lines = heard(capsys.readouterr().err).splitlines()
    assert status == 0
    assert lines[0].startswith("Plain mode is on")
    assert any(line.endswith(": 1 entry.") for line in lines)
    assert lines[-1] == "Left. Everything that was saved is safe."


@pytest.mark.parametrize("typed", [(), ("a",), ("a", "yesterday"), ("l",), ("f",), ("nothing",), ("999",)])
def test_the_end_of_the_input_ends_it_calmly_at_any_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...]
) -> None:
    path = a_journal(tmp_path, an_entry())

    assert talk(monkeypatch, path, *typed) == 0
    assert "Everything that was saved is safe" in capsys.readouterr().err


def test_every_question_says_how_to_get_help_and_how_to_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    typed = ("?", "a", "?", "unknown", "?", "sms", "?", "q", "l", "?", "", "f", "?", "q", "q")

    talk(monkeypatch, path, *typed)

    questions = [
        line for line in heard(capsys.readouterr().err).splitlines() if line.endswith("(? for help, q to leave)")
    ]
    assert len(questions) == len(typed)


def test_an_entry_is_added_as_journal_add_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "a", "yesterday 22:14", "sms", "First.", "", "Second.", ".", "", "hall", "", "q")

    told = capsys.readouterr()
    assert "Entry 2 is saved: Text message (SMS)" in heard(told.out)
    with closing(Logbook(path, read_only=True)) as logbook:
        entry = logbook.state.entries[2].entry
    assert (entry.kind, entry.account, entry.place) == ("sms", "First.\n\nSecond.", "hall")


@pytest.mark.parametrize("end", [("q", "q"), ()])
def test_what_was_typed_is_kept_as_a_draft_where_the_person_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: tuple[str, ...]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "a", "unknown", "sms", "Half of it.", ".", *end)

    with closing(Logbook(path, read_only=True)) as logbook:
        assert len(logbook.state.entries) == 1
        (draft,) = logbook.drafts
    assert draft.typed["words"] == {"kind": "sms", "account": "Half of it."}


class _Closing:
    """Typed lines behind which the terminal is closed, or the session ends, while another one is waited for."""

    def __init__(self, typed: str, number: int, then: Callable[[], object]) -> None:
        self._typed, self._number, self._then = io.StringIO(typed), number, then

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if not (read := self._typed.readline()):
            self._then()
            signal.raise_signal(self._number)
        return read


class _Gone(io.StringIO):
    """A terminal that takes nothing any more once it is closed."""

    is_gone = False

    def write(self, words: str, /) -> int:
        if self.is_gone:
            raise OSError(errno.EIO, "gone")
        return super().write(words)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("is_gone", [False, True])
def test_what_was_typed_is_kept_where_the_terminal_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, is_gone: bool
) -> None:
    path, terminal = a_journal(tmp_path, an_entry()), _Gone()
    before = signal.getsignal(number)
    monkeypatch.setattr("sys.stderr", terminal)
    typed = _Closing("a\nunknown\nsms\nHalf of\nit.\n", number, lambda: setattr(terminal, "is_gone", is_gone))
    monkeypatch.setattr("sys.stdin", typed)

    with suppress(OSError):
        run("--plain", "--file", path)

    with closing(Logbook(path, read_only=True)) as logbook:
        (draft,) = logbook.drafts
    assert draft.typed["words"] == {"kind": "sms", "account": "Half of\nit."}
    assert signal.getsignal(number) is before


def test_only_a_sign_for_help_or_leaving_is_an_answer_behind_a_blank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "a", "unknown", "sms", " ?", ".", " q", ".", "", "", "q")

    with closing(Logbook(path, read_only=True)) as logbook:
        entry = logbook.state.entries[2].entry
    assert (entry.account, entry.quoted_words) == ("?", "q")


def test_entries_are_listed_one_fact_a_line_the_latest_first_and_read_by_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal_with_a_history(tmp_path)

    talk(monkeypatch, path, "l", "1", "77", "", "q")

    told = capsys.readouterr()
    lines = heard(told.out).splitlines()
    assert [line for line in lines if line.startswith("Entry ")][:3] == ["Entry 3", "Entry 2, crossed out", "Entry 1"]
    assert "First words: Rang." in lines
    assert any(line.startswith("Evidence checklist: 1 of ") for line in lines)
    assert "No entry has this number." in heard(told.err)


def test_a_long_list_is_told_ten_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, *(an_entry(f"Call {number}.") for number in range(1, 13)))

    talk(monkeypatch, path, "l", "q", "q")
    first = capsys.readouterr().out
    talk(monkeypatch, path, "l", "", "", "q")
    both = capsys.readouterr().out

    assert first.count("First words") == 10
    assert both.count("First words") == 12


def test_words_find_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry("A white van."), an_entry("A call."))

    talk(monkeypatch, path, "f", "van", "", "f", "nowhere", "f", "", "q")

    told = capsys.readouterr()
    assert "First words: A white van." in told.out
    assert "A call." not in told.out
    assert "1 entry is found." in told.err
    assert "0 entries are found." in told.err
    assert "nothing was searched" in told.err


def test_the_first_start_says_what_to_know_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new" / "journal.json"

    assert talk(monkeypatch, path, "", "3") == 1
    assert not path.parent.exists()
    assert "Are you the only person who uses this computer?" in heard(capsys.readouterr().err)

    assert talk(monkeypatch, path, "", "7", "?", "2", "l", "q") == 0
    assert "There are no entries yet." in capsys.readouterr().err
    assert path.exists()


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("--plain JOURNAL_PLAIN=0 TERM=xterm", True),
        ("--no-plain JOURNAL_PLAIN=1 TERM=dumb", False),
        ("JOURNAL_PLAIN=1 TERM=xterm", True),
        ("JOURNAL_PLAIN=0 TERM=dumb", False),
        ("JOURNAL_PLAIN= TERM=dumb", True),
        ("JOURNAL_PLAIN= TERM=xterm", False),
    ],
)
def test_the_option_comes_before_the_environment_and_that_before_the_terminal(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    plain: bool,
) -> None:
    path = a_journal(tmp_path, an_entry())
    for name, _sign, value in (word.partition("=") for word in typed.split() if "=" in word):
        monkeypatch.setenv(name, value)

    run(*(word for word in typed.split() if word.startswith("--")), "--file", path)

    assert ("Plain mode is on" in capsys.readouterr().err) is plain


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "1|gisteren om 9 uur|nee|ja",
            ("Voorval 1 is opgeslagen", "(? geeft hulp, q stopt)", "logregel", "Afgesloten."),
        ),
        (
            "2|hier à 9 h|non|oui",
            (
                "Le fait 1 est enregistré",
                "(? pour l\N{RIGHT SINGLE QUOTATION MARK}aide, q pour quitter)",
                "inscription",
                "Quitté.",
            ),
        ),
    ],
)
def test_from_the_first_start_to_a_dossier_in_the_language_that_was_chosen_and_is_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    said: tuple[str, ...],
) -> None:
    path, (figure, when, no, yes) = tmp_path / "journal.json", typed.split("|")
    added = ("a", when, "1", "sms", "?", "Het regende.", ".", "", "", "")
    handed = ("h", "?", "1", "", "", "", "3", "", str(tmp_path), no, "", "", yes)
    talk(monkeypatch, path, figure, "2", "?", *added, "l", "1", "", "c", "", "", *handed, "v", "n", "q")
    first = capsys.readouterr()

    talk(monkeypatch, path, "q")

    _asked, _in_english, rest = heard(first.err).partition("(? for help, q to leave)\n")
    assert re.findall(r"\b(?:the|and|entry|leave|is not)\b", rest + heard(first.out)) == []
    assert [words for words in said if words not in first.err + first.out] == []
    assert [one.suffix for one in tmp_path.glob("*.txt")] == [".txt"]
    assert said[-1] in capsys.readouterr().err


def test_the_invented_case_is_told_in_plain_mode_and_removed_on_leaving(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("l\nq\nq\n"))

    assert run("--plain", "demo", "--entries", "20") == 0

    told = capsys.readouterr()
    assert heard(told.out).count("First words") == 10
    assert "Everything in it is removed again." in told.err


@pytest.mark.parametrize("typed", ["1000000001", "9" * 5000])
def test_a_number_with_more_figures_than_any_entry_reads_no_other_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, typed, "0000000001", "c", typed, "l", typed, "", "q")

    told = capsys.readouterr()
    assert heard(told.err).count("There is no entry ") == 2
    assert "No entry has this number." in told.err
    assert "Recorded on" in told.out
