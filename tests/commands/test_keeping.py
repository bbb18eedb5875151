"""The commands that keep a journal safe and provable: backup, recover, stamp."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from journal.cli import main
from journal.commands.prompts import PassphrasePrompt, passphrase
from journal.domain.base.errors import Refused
from journal.logbook import Logbook
from journal.store.age.protection import Key
from journal.store.copies.verification import verify
from tests.store.authority import authority_in, needs_openssl
from tests.store.damage import a_file
from tests.store.journals import a_journal, files_in
from tests.store.little_work import with_little_work

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.authority import Authority

Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal of four records in a folder of its own."""
    (tmp_path / "home").mkdir()
    return a_journal(tmp_path / "home" / "journal.json", entries=3)


def test_backup_makes_a_copy_records_it_and_leaves_nothing_else(
    tmp_path: Path, journal: Path, capsys: Captured
) -> None:
    (tmp_path / "stick").mkdir()

    status = run("backup", tmp_path / "stick", "--file", journal)

    out, err = capsys.readouterr()
    (name,) = files_in(tmp_path / "stick")
    logbook = Logbook(journal, read_only=True)
    assert status == 0
    assert f"{name}. It holds the journal up to record 4, and was read back and verified." in out
    assert "The copy is on the same disk as the journal." in err
    assert logbook.state.last_backup
    assert (logbook.state.last_backup.name, logbook.state.last_backup.record) == (name, 4)
    assert logbook.state.entries_since_backup == 0
    assert str(tmp_path) not in journal.read_text(), "the folder is nobody's business"
    assert files_in(journal.parent) == ["journal.json"]
    logbook.close()


def test_a_second_backup_takes_the_first_for_an_earlier_state(tmp_path: Path, journal: Path) -> None:
    (tmp_path / "stick").mkdir()

    assert run("backup", tmp_path / "stick", "--file", journal) == 0
    assert run("backup", tmp_path / "stick", "--file", journal) == 0

    assert [verify(tmp_path / "stick" / name).records for name in files_in(tmp_path / "stick")] == [4, 5]


def test_backup_refuses_in_one_sentence_and_changes_nothing(tmp_path: Path, journal: Path, capsys: Captured) -> None:
    before = journal.read_bytes()

    for folder in (tmp_path / "nowhere", journal.parent):
        assert run("backup", folder, "--file", journal) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "No copy was made" in err

    assert run("backup", tmp_path, "--file", tmp_path / "none.json") == 1
    assert "There is no journal at" in capsys.readouterr().err
    assert journal.read_bytes() == before


def test_a_copy_cannot_be_backed_up_as_if_it_were_the_journal(tmp_path: Path, journal: Path, capsys: Captured) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "other").mkdir()
    run("backup", tmp_path / "stick", "--file", journal)
    (name,) = files_in(tmp_path / "stick")

    assert run("backup", tmp_path / "other", "--file", tmp_path / "stick" / name) == 1

    assert "This is a copy of a journal" in capsys.readouterr().err
    assert files_in(tmp_path / "other") == []


def test_recover_says_what_is_saved_and_what_is_missing(tmp_path: Path, capsys: Captured) -> None:
    damaged = a_file().replace(b"deux fois", b"dfux fois")
    (tmp_path / "damaged.json").write_bytes(damaged)

    status = run("recover", tmp_path / "damaged.json", tmp_path / "new.json")

    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    assert lines[0].endswith("new.json. The damaged file was left as it is.")
    assert "6 records were saved." in lines
    assert "Missing records: 4. Record 8 of the new file says so." in lines
    assert (tmp_path / "damaged.json").read_bytes() == damaged


def test_recover_never_writes_over_a_file_and_says_where_nothing_can_be_read(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "damaged.json").write_bytes(b"an invented letter")
    (tmp_path / "there.json").write_bytes(b"not ours")

    assert run("recover", tmp_path / "damaged.json", tmp_path / "there.json") == 1
    assert "already" in capsys.readouterr().err
    assert run("recover", tmp_path / "damaged.json", tmp_path / "new.json") == 1
    assert "no record of a journal can be read" in capsys.readouterr().err

    assert files_in(tmp_path) == ["damaged.json", "there.json"]
    assert (tmp_path / "there.json").read_bytes() == b"not ours"


def test_recover_opens_a_protected_journal_with_its_passphrase_from_a_file(tmp_path: Path, capsys: Captured) -> None:
    key = Key()
    wraps = with_little_work(key, "an invented passphrase", code_for_tests())
    (tmp_path / "damaged.json").write_bytes(a_file(protection=(key, wraps)))
    (tmp_path / "words.txt").write_text("an invented passphrase\n")
    (tmp_path / "wrong.txt").write_text("another\n")

    with_file = ("recover", tmp_path / "damaged.json", tmp_path / "new.json", "--passphrase-file")
    assert run(*with_file, tmp_path / "wrong.txt") == 1
    assert "does not open the journal" in capsys.readouterr().err
    assert not (tmp_path / "new.json").exists()
    assert run(*with_file, tmp_path / "words.txt") == 0

    assert "7 records were saved." in capsys.readouterr().out
    assert b"rang" not in (tmp_path / "new.json").read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_with_a_passphrase_is_read_as_any_editor_writes_it(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    (tmp_path / "words.txt").write_bytes(f"{mark}invent\u00e9 words\r\nand another line".encode(encoding))

    assert passphrase(PassphrasePrompt(tmp_path / "words.txt")) == "invent\u00e9 words"


@pytest.mark.parametrize("words", [b"invent\xe9\n", b"\xff\xfe\0", b"\xff"])
def test_a_file_with_a_passphrase_that_is_no_text_is_refused_in_words(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "words.txt").write_bytes(words)

    with pytest.raises(Refused, match=r"\(--passphrase-file\) cannot be read. Nothing was changed"):
        passphrase(PassphrasePrompt(tmp_path / "words.txt"))


def code_for_tests() -> str:
    from journal.domain.ledger.recovery_code import draw

    return draw(lambda count: bytes(range(count)))


def test_verify_shows_the_head_whole(journal: Path, capsys: Captured) -> None:
    run("verify", journal)

    assert re.search(r"^Head digest: ([0-9a-f]{4} ){15}[0-9a-f]{4}$", capsys.readouterr().out, re.MULTILINE)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A local authority."""
    return authority_in(tmp_path_factory.mktemp("authorities") / "invented")


def test_a_request_holds_the_head_and_says_so(tmp_path: Path, journal: Path, capsys: Captured) -> None:
    status = run("stamp", "request", tmp_path / "request.tsq", "--file", journal)

    verdict = verify(journal)
    out = capsys.readouterr().out
    assert status == 0
    assert verdict.head_in_groups in out
    assert "the head digest of record 4 and nothing else" in out
    assert bytes.fromhex(verdict.head) in (tmp_path / "request.tsq").read_bytes()
    assert run("stamp", "request", tmp_path / "request.tsq", "--file", journal) == 1


@needs_openssl
def test_a_reply_becomes_a_record_that_verify_tells_of(
    tmp_path: Path, journal: Path, authority: Authority, capsys: Captured
) -> None:
    stamped = stamp(tmp_path, journal, authority)

    status = run("verify", journal)

    out = capsys.readouterr().out
    assert stamped == status == 0
    said = "A time stamp by CN=An Invented Authority says that record 4 and all before it existed on 20"
    assert said in out
    assert verify(journal).records == 5
    assert stamp(tmp_path, journal, authority, ask=False) == 1
    assert "This time stamp is in the journal already, in record 5." in capsys.readouterr().err


def stamp(folder: Path, journal: Path, authority: Authority, *, ask: bool = True) -> int:
    if ask:
        run("stamp", "request", folder / "request.tsq", "--file", journal)
        authority.reply_to(folder / "request.tsq", folder / "reply.tsr")
    certificates = ("--certificates", authority.certificates)
    return run("stamp", "add", folder / "reply.tsr", *certificates, "--file", journal)


@needs_openssl
def test_a_reply_for_another_journal_is_not_taken_in(
    tmp_path: Path, journal: Path, authority: Authority, capsys: Captured
) -> None:
    Logbook(tmp_path / "other.json").close()
    run("stamp", "request", tmp_path / "request.tsq", "--file", tmp_path / "other.json")
    authority.reply_to(tmp_path / "request.tsq", tmp_path / "reply.tsr")
    before = journal.read_bytes()

    assert stamp(tmp_path, journal, authority, ask=False) == 1

    assert "not of a state of this journal" in capsys.readouterr().err
    assert journal.read_bytes() == before


@needs_openssl
def test_without_the_extra_part_a_kept_stamp_is_told_as_not_checked(
    tmp_path: Path, journal: Path, authority: Authority
) -> None:
    stamp(tmp_path, journal, authority)
    program = (
        "import sys; sys.modules['rfc3161_client'] = None; from journal.cli import main; sys.exit(main(sys.argv[1:]))"
    )

    asked = [sys.executable, "-c", program, "verify", str(journal)]
    added = [*asked[:3], "stamp", "add", str(tmp_path / "reply.tsr"), "--certificates", str(authority.certificates)]
    verified = subprocess.run(asked, capture_output=True, text=True, check=False)
    refused = subprocess.run([*added, "--file", str(journal)], capture_output=True, text=True, check=False)

    assert verified.returncode == 0
    assert "Record 5 holds a time stamp that was not checked" in verified.stdout
    assert refused.returncode == 1
    assert "the extra part `stamps` of this program is not installed" in refused.stderr


@needs_openssl
def test_a_stamp_signed_by_another_fails_the_check(tmp_path: Path, journal: Path, authority: Authority) -> None:
    another = authority_in(tmp_path / "another")
    run("stamp", "request", tmp_path / "request.tsq", "--file", journal)
    another.reply_to(tmp_path / "request.tsq", tmp_path / "reply.tsr")

    assert stamp(tmp_path, journal, authority, ask=False) == 1
    assert verify(journal).records == 4


@pytest.mark.parametrize("command", [["backup", "stick"], ["verify"]])
def test_in_a_terminal_it_is_told_how_far_a_check_is(tmp_path: Path, journal: Path, command: list[str]) -> None:
    (tmp_path / "stick").mkdir()
    arguments = ["-m", "journal", *command, "--file", str(journal)]

    with pexpect.spawn(sys.executable, arguments, timeout=30, encoding="utf-8", cwd=tmp_path) as terminal:
        terminal.expect("100 % done\r\n")
        terminal.expect("records, written from" if command == ["verify"] else "read back and verified")
        terminal.expect(pexpect.EOF)

    assert terminal.exitstatus == 0
