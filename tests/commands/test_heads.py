"""`journal head` and `journal verify --heads`: two journals keep each other's head digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Refused
from journal.domain.case.kept_head import HeadText, KeptHead, read_head
from journal.domain.text.qr_code import qr_lines
from journal.logbook import Logbook
from tests.commands.cli_builders import a_journal, run
from tests.commands.test_import import typed
from tests.logbook.test_intake_journals import the_witness
from tests.store.journals import an_entry

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "3f2a" * 16


@pytest.mark.parametrize(
    "text",
    [
        DIGEST,
        " ".join(["3F2A"] * 16),
        "-".join(["3f2a"] * 16),
        f"ABCDEF 12 {DIGEST.upper()}",
        f" abcdef  12 {DIGEST}",
    ],
)
def test_a_head_digest_is_read_in_groups_capitals_and_as_the_code_holds_it(text: str) -> None:
    assert read_head(text).digest == DIGEST
    assert read_head(HeadText(DIGEST, "abcdef99", 12).text()) == HeadText(DIGEST, "abcdef", 12)


@pytest.mark.parametrize("text", ["", "3f2a", DIGEST[:-1], DIGEST + "0", DIGEST.replace("3", "x"), f"12 {DIGEST}"])
def test_what_is_no_head_digest_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="This is no head digest"):
        read_head(text)


def test_the_code_fits_on_a_screen_of_80_by_24_with_its_quiet_zone() -> None:
    lines = [*qr_lines(HeadText(DIGEST, "abcdef", 99_999).text())]

    assert (len(lines), {len(line) for line in lines}) == (19, {37})
    assert lines[0] == lines[1] == "█" * 37
    assert lines[2].startswith("████ ▄▄▄▄▄ █")


def test_a_kept_head_holds_until_its_journal_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, witness = a_journal(tmp_path), the_witness(tmp_path)
    typed(monkeypatch, "Els from next door")
    assert run("head", "keep", "--file", journal, witness) == 0
    capsys.readouterr()
    assert run("head", "kept", "--file", journal) == 0
    assert "Els from next door" in capsys.readouterr().out

    later = Logbook(witness, quiet=None)
    later.record(an_entry("Again."))
    later.close()
    assert run("verify", "--file", journal, "--heads", witness) == 0
    assert "and 1 record came since" in capsys.readouterr().out
    witness.write_bytes(witness.read_bytes().replace(b"stood at her door", b"stood at the gate"))
    assert run("verify", "--file", journal, "--heads", witness) == 1
    assert "not everything agrees" in capsys.readouterr().out


def test_a_head_of_another_journal_is_told_and_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, witness = a_journal(tmp_path), the_witness(tmp_path)
    typed(monkeypatch, f"FFFFFF 3 {DIGEST}", "")
    assert run("head", "keep", "--file", journal) == 0

    assert run("verify", "--file", journal, "--heads", witness) == 1
    assert "It is of another journal and was not compared." in capsys.readouterr().out


def test_what_is_shown_can_be_kept_and_one_undo_takes_it_back_with_its_keeper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, witness = a_journal(tmp_path), the_witness(tmp_path)
    run("head", "show", "--file", witness)
    shown = capsys.readouterr().out
    text = shown.split("To be kept in another journal: ")[1].splitlines()[0]
    typed(monkeypatch, text, "Els")

    assert run("head", "keep", "--file", journal) == 0
    logbook = Logbook(journal, quiet=None)
    (kept,) = logbook.case.standing(KeptHead)
    assert HeadText(kept.digest, kept.journal, kept.record).text() == text
    logbook.undo()
    assert logbook.case.standing(KeptHead) == []
    assert "Els" not in [person.name for person in logbook.people()]
    logbook.undoing.redo()
    assert len(logbook.case.standing(KeptHead)) == 1
    logbook.close()


def test_a_head_is_read_from_a_small_text_and_what_is_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, text, picture = a_journal(tmp_path), tmp_path / "head.txt", tmp_path / "picture"
    text.write_text(f"\ufeffABCDEF 7 {DIGEST}\n", encoding="utf-8")
    picture.write_bytes(b"\x89PNG" * 100)
    empty = tmp_path / "folder"
    empty.mkdir()
    typed(monkeypatch, "")

    assert run("head", "keep", "--file", journal, text) == 0
    for wrong in (tmp_path / "nothing", empty, picture):
        capsys.readouterr()
        assert run("head", "keep", "--file", journal, wrong) == 1
        assert "Traceback" not in capsys.readouterr().err
    logbook = Logbook(journal, read_only=True)
    assert [one.record for one in logbook.case.standing(KeptHead)] == [7]
    logbook.close()
