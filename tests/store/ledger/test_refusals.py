"""Never rewrite what could not be read: each sort of file that is no journal is refused in words and left as it is."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import NotSaved, ReadOnly, Unreadable
from journal.domain.ledger.actions import Action
from journal.logbook import Logbook
from tests.store.journals import STYLES, Tables, a_journal, a_logbook, an_entry, files_in, tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

JOURNAL = {"1": {"program": "Journal", "format": 1}}


def a_file(**tables: object) -> bytes:
    return json.dumps(tables).encode()


REFUSED = {
    "empty": (b"", "is empty"),
    "one byte": (b"{", "damaged"),
    "text": (b"Dear diary", "damaged"),
    "latin 1": (b'{"lock":{"1":{"program":"Journal","format":1}},"records":{"1":{"a":"caf\xe9"}}}', "damaged"),
    "byte order mark": (b"\xef\xbb\xbf{}", "damaged"),
    "zeros": (bytes(4096), "damaged"),
    "list": (b"[]", "damaged"),
    "null": (b"null", "damaged"),
    "rows that are no objects of tables": (b'{"lock": 5}', "damaged"),
    "deep": (b'{"lock":{"1":' + b"[" * 100_000 + b"]" * 100_000 + b"}}", "damaged"),
    "another TinyDB program": (a_file(_default={"1": {"name": "An Invented"}}), "another program"),
    "no tables": (b"{}", "another program"),
    "another program with the same tables": (
        a_file(lock={"1": {"program": "Ledger", "format": 1}}, records={}, files={}, desk={}),
        "another program",
    ),
    "no format": (a_file(lock={"1": {"program": "Journal", "format": "one"}}), "another program"),
    "format zero": (a_file(lock={"1": {"program": "Journal", "format": 0}}), "another program"),
    "newer": (a_file(lock={"1": {"program": "Journal", "format": 2, "how": "other"}}), "newer version"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_journal_is_refused_and_left_byte_for_byte(tmp_path: Path, name: str, read_only: bool) -> None:
    data, reason = REFUSED[name]
    path = tmp_path / "journal.json"
    path.write_bytes(data)
    before = path.stat()

    with pytest.raises(Unreadable, match=reason) as refused:
        Logbook(path, read_only=read_only)

    assert "It was left" in str(refused.value)
    assert path.read_bytes() == data
    assert (path.stat().st_mtime_ns, path.stat().st_ino, path.stat().st_mode) == (
        before.st_mtime_ns,
        before.st_ino,
        before.st_mode,
    )
    assert files_in(tmp_path) == ["journal.json"]


@given(length=st.integers(min_value=0))
def test_a_file_cut_off_anywhere_is_refused_or_only_read(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    path = a_journal(tmp_path_factory.mktemp("cut") / "journal.json", entries=3)
    whole = path.read_bytes().rstrip(b"\n")
    cut = whole[: length % len(whole)]
    path.write_bytes(cut)

    if whole.find(b"\n", whole.index(b'"records":{\n') + 12) > len(cut):
        with pytest.raises(Unreadable, match="It was left"):
            Logbook(path)
    else:
        logbook = Logbook(path)
        assert "a part of the file is damaged" in logbook.read_only_reason
        with pytest.raises(ReadOnly):
            logbook.record(an_entry())
        logbook.close()

    assert path.read_bytes() == cut
    assert files_in(path.parent) == ["journal.json"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal.json").mkdir()

    with pytest.raises(Unreadable, match="not a file"):
        Logbook(tmp_path / "journal.json")

    assert files_in(tmp_path) == ["journal.json"]


def test_a_pipe_is_refused_without_waiting_for_its_other_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.json")

    with pytest.raises(Unreadable, match="not a file"):
        Logbook(tmp_path / "journal.json")


def test_links_that_lead_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(Unreadable, match="not a file"):
        Logbook(tmp_path / "a")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_journal(tmp_path / "journal.json")
    really_open = os.open

    def guarded(name: os.PathLike[str] | str, flags: int, mode: int = 0o777, **at: Any) -> int:
        if os.fspath(name) == str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(name, flags, mode, **at)

    monkeypatch.setattr(os, "open", guarded)

    with pytest.raises(Unreadable, match="does not allow reading"):
        Logbook(path)


def test_after_a_refusal_the_file_can_be_put_right_and_opened(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    whole = path.read_bytes()
    path.write_bytes(whole[:500])
    with pytest.raises(Unreadable, match="damaged"):
        Logbook(path)
    path.write_bytes(whole)

    logbook = Logbook(path)

    assert not logbook.read_only
    logbook.close()


def changed_words(plain: Tables) -> None:
    plain["records"]["4"]["previous"] = "00" * 32


def a_row_taken_out(plain: Tables) -> None:
    del plain["records"]["4"]


def a_row_that_is_no_record(plain: Tables) -> None:
    plain["records"]["4"] = {"account": "It rang."}


def an_end_cut_off(plain: Tables) -> None:
    plain["records"].popitem()


def no_desk(plain: Tables) -> None:
    del plain["desk"]


def an_impossible_act(plain: Tables) -> None:
    plain["records"]["4"]["body"]["entry"] = 77
    plain["records"]["4"]["body"]["action"] = "entry.amended"


@pytest.mark.parametrize(
    "damage", [changed_words, a_row_taken_out, a_row_that_is_no_record, an_end_cut_off, no_desk, an_impossible_act]
)
@pytest.mark.parametrize("style", STYLES)
def test_a_journal_whose_chain_is_broken_is_opened_for_reading_only_and_says_so(
    tmp_path: Path, damage: Callable[[Tables], None], style: Callable[[Tables], bytes]
) -> None:
    path = a_journal(tmp_path / "journal.json")
    plain = tables(path)
    damage(plain)
    path.write_bytes(style(plain))
    before = path.read_bytes()

    logbook = Logbook(path)

    assert logbook.read_only
    assert logbook.check()
    assert "journal verify" in logbook.read_only_reason
    assert 1 in logbook.state.entries
    with pytest.raises(ReadOnly, match="journal verify"):
        logbook.record(an_entry())
    logbook.close()
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["journal.json"]


def test_a_file_that_can_be_read_in_two_ways_is_opened_for_reading_only(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    path.write_bytes(path.read_bytes().replace(b'"files":{', b'"files":{\n},\n"files":{'))

    logbook = Logbook(path)

    assert logbook.read_only
    logbook.close()


@pytest.mark.parametrize("style", STYLES)
def test_a_journal_that_another_program_wrote_again_is_read_and_extended(
    tmp_path: Path, style: Callable[[Tables], bytes]
) -> None:
    path = a_journal(tmp_path / "journal.json", entries=3)
    plain = tables(path)
    plain["desk"]["9"] = plain["desk"].pop("1")
    path.write_bytes(style(plain))

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only_reason
    assert len(logbook.state.entries) == 4
    assert logbook.verify().sound
    logbook.close()


def test_what_only_another_version_knows_is_kept(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    plain = tables(path)
    plain["later"] = {"1": {"a": [1, {"b": None}]}}
    plain["desk"]["7"] = {"about": "tomorrow", "of": "another version"}
    plain["desk"]["2"] |= {"theme": "dark"}
    plain["lock"]["1"] |= {"hint": "x"}
    path.write_bytes(STYLES[1](plain))

    logbook = a_logbook(path, entries=1)
    logbook.choose(logbook.settings)
    logbook.close()

    after = tables(path)
    assert after["later"] == plain["later"]
    assert plain["desk"]["7"] in after["desk"].values()
    assert {"about": "settings", "theme": "dark"} in after["desk"].values()
    assert after["lock"] == plain["lock"]


def test_a_field_that_only_another_version_knows_stays_in_its_record(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook._writing.append(Action.ENTRY_RECORDED, subject=1, kind="call_missed", aura="blue")
    logbook.amend(1, an_entry("It rang twice."), "")
    logbook.close()

    assert tables(logbook.path)["records"]["2"]["body"]["aura"] == "blue"


@pytest.mark.parametrize("folder", ["", "not/there/yet"])
def test_looking_for_a_journal_that_is_not_there_creates_nothing(tmp_path: Path, folder: str) -> None:
    logbook = Logbook(tmp_path / folder / "journal.json", read_only=True)

    assert logbook.last is None
    assert logbook.read_only
    assert files_in(tmp_path) == []


def test_a_new_journal_gets_a_folder_and_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "journal.json"

    a_logbook(path, entries=1).close()

    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    assert files_in(path.parent) == ["journal.json"]


def test_a_new_journal_where_nothing_can_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotSaved, match="does not allow writing"):
        Logbook(tmp_path / "file" / "journal.json")

    assert files_in(tmp_path) == ["file"]
