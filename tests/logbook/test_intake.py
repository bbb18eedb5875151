"""Bringing in: one save with its evidence, undone by one undo, and a second time nothing."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import NotSaved
from journal.domain.case.people import Person, Role
from journal.domain.entry.origin import origin_in_words
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.text.words import spoken
from journal.evidence.errors import FileRefused
from journal.handover.selection.choice import Format, HandoverChoice
from journal.intake.triage.triage import bursts, chosen_beforehand
from tests.intake.exports import NUMBER, SISTER, a_backup, a_call, a_file, a_text, found_in
from tests.intake.formats.mails import ADDRESS, DATE, PICTURE, a_box, a_mail, a_part, of_parts
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.logbook.intake_results import BroughtIn, Reading

AT = 1_790_000_000_000
TALK = [
    a_text("Where are you?", AT),
    a_text("Mum, call me", AT + 1, SISTER),
    a_text("Answer me", AT + 60_000),
    a_text("Leave me alone", AT + 90_000, kind="2"),
]


def a_journal(folder: Path) -> Logbook:
    logbook = a_logbook(folder / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Unknown caller", role=Role.STALKER, telephone_numbers=(NUMBER,)))
    return logbook


def take_known(logbook: Logbook, reading: Reading, silence: int = 0, whole: frozenset[int] = frozenset()) -> BroughtIn:
    chosen = [one for one in reading.items if chosen_beforehand(one, reading.stalkers)]
    return logbook.intake.bring_in(reading, bursts(chosen, silence, logbook.zone), whole)


def bytes_of(logbook: Logbook, number: int) -> bytes:
    parts: list[bytes] = []
    logbook.exhibits.read(number, parts.append)
    return b"".join(parts)


def test_what_was_taken_stands_in_the_journal_with_its_part_of_the_file(tmp_path: Path) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(*TALK))

    brought = take_known(logbook, logbook.intake.read([path]))

    entries = [logbook.state.entries[number].entry for number in brought.entries]
    assert [one.quoted_words for one in entries] == ["Where are you?", "Answer me"]
    assert {one.person for one in entries} == {1}
    (part,) = brought.exhibits
    assert bytes_of(logbook, part).decode() == f"{TALK[0]}\n{TALK[2]}\n"
    exhibit = logbook.state.of(Exhibit).now[part]
    assert hashlib.sha256(path.read_bytes()).hexdigest() in exhibit.note
    assert "2 of 4 items" in exhibit.note
    assert all(logbook.exhibits.of_entry(number) == (part,) for number in brought.entries)
    assert b"Mum" not in logbook.path.read_bytes()


def test_one_undo_takes_all_of_it_back(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    brought = take_known(logbook, logbook.intake.read([a_file(tmp_path, a_backup(*TALK))]))

    logbook.undo()

    assert all(logbook.state.entries[number].withdrawn for number in brought.entries)
    assert logbook.state.of(Exhibit).standing == []


def test_the_same_file_a_second_time_brings_nothing_and_a_newer_one_what_is_new(tmp_path: Path) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(*TALK))
    take_known(logbook, logbook.intake.read([path]))
    newer = a_file(tmp_path, a_backup(*TALK, a_text("Last time", AT + 200_000)), "newer")

    again, more = logbook.intake.read([path]), logbook.intake.read([newer])

    assert [chosen_beforehand(one, again.stalkers) for one in again.items] == [False] * 4
    assert [one.found.text for one in more.items if chosen_beforehand(one, more.stalkers)] == ["Last time"]


def test_after_a_reopening_it_is_still_known(tmp_path: Path) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(*TALK))
    take_known(logbook, logbook.intake.read([path]), silence=30)
    logbook.close()
    logbook = a_logbook(tmp_path / "journal.json")

    again = logbook.intake.read([path])

    assert [one.presence.value for one in again.items] == ["here", "new", "here", "new"]


def test_a_picture_that_came_with_a_message_is_an_exhibit_of_its_entry(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n invented"
    message = (
        f'<mms date="{AT}" msg_box="1" address="{NUMBER}" m_id="1"><parts>'
        f'<part seq="0" ct="image/png" cl="photo.png" data="{base64.b64encode(picture).decode()}" />'
        "</parts></mms>"
    )
    logbook = a_journal(tmp_path)

    brought = take_known(logbook, logbook.intake.read([a_file(tmp_path, a_backup(message))]))

    _part, photo = logbook.exhibits.of_entry(brought.entries[0])
    assert bytes_of(logbook, photo) == picture
    assert logbook.state.of(Exhibit).now[photo].file_name == "photo.png"


def test_the_whole_file_is_kept_only_if_wished_and_leaves_in_no_hand_over(tmp_path: Path) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(*TALK))

    brought = take_known(logbook, logbook.intake.read([path]), whole=frozenset({0}))

    whole = logbook.state.of(Exhibit).now[brought.exhibits[-1]]
    assert (whole.form, whole.sha256) == (Form.FILE, hashlib.sha256(path.read_bytes()).hexdigest())
    (tmp_path / "out").mkdir()
    choice = HandoverChoice(formats=(Format.BUNDLE,))
    handed = logbook.handing_over.write(choice, tmp_path / "out")
    assert b"Mum, call me" not in b"".join(file.read_bytes() for file in handed.files)


def test_an_amendment_keeps_where_the_entry_was_taken_from(tmp_path: Path) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(a_call(AT), root="calls"))
    (number,) = take_known(logbook, logbook.intake.read([path])).entries
    entry = logbook.state.entries[number].entry

    logbook.amend(number, replace(entry, details=entry.details | {"call.rings": 9}), "I counted")

    assert logbook.state.entries[number].entry.taken_from == entry.taken_from


def test_a_refused_save_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logbook, path = a_journal(tmp_path), a_file(tmp_path, a_backup(*TALK))
    reading, records = logbook.intake.read([path]), len(logbook.state.entries)

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _full)
        with pytest.raises(NotSaved):
            take_known(logbook, reading)

    assert len(logbook.state.entries) == records
    assert take_known(logbook, reading).entries


def _full(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_what_cannot_be_read_in_a_folder_is_told_and_the_rest_comes_in(tmp_path: Path) -> None:
    logbook, folder = a_journal(tmp_path), tmp_path / "phone"
    folder.mkdir()
    a_file(folder, a_backup(*TALK))
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 no archive")
    (folder / "cut too.zip").write_bytes(b"PK\x03\x04 no archive")
    for page in ("message_1.html", "message_2.html"):
        (folder / page).write_text('<html><body class="_a6-g">', encoding="utf-8")
    (folder / "holiday.jpg").write_bytes(b"a picture")
    turned = [f"{day};{NUMBER};incoming\n" for day in ("13/04/2026", "04/14/2026", "15/04/2026")]
    (folder / "bill.csv").write_text("".join(["Date;Number;Type\n", *turned]), encoding="utf-8")

    reading = logbook.intake.read([folder])

    assert len(reading.items) == len(TALK)
    assert [sentence[:40] for sentence in reading.refused] == [
        "“cut too.zip” could not be read. Nothing",
        "“cut.zip” could not be read. Nothing was",
        "“message_1.html” is a page of an HTML ex",
        "bill.csv: The dates in this file contrad",
    ]
    assert len(reading.exports) == 1
    assert take_known(logbook, reading).entries


@pytest.mark.parametrize("data", [b"", b"just words\n", b"\x00\x01\x02", b"PK\x03\x04 no archive", b"<html></html>"])
def test_what_is_no_export_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FileRefused, match=r"Nothing (of it )?was"):
        a_journal(tmp_path).intake.read([a_file(tmp_path, data)])


def test_a_mail_is_an_entry_with_its_raw_bytes_and_its_files(tmp_path: Path) -> None:
    mail = of_parts(a_part(b"Look", "text/plain"), a_part(PICTURE, "image/png", "photo.png"))
    path = a_file(tmp_path, mail, "kept.eml")
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram", role=Role.STALKER, email_addresses=(ADDRESS,)))

    brought = take_known(logbook, logbook.intake.read([path]))

    entry = logbook.state.entries[brought.entries[0]].entry
    assert (entry.kind, entry.quoted_words, entry.person) == ("email", "Look", 1)
    assert entry.happened.start == "2026-11-21T22:14:09"
    assert entry.details["message.subject"] == "Answer me"
    assert entry.details["message.sender"] == f"Bram Jansens <{ADDRESS}>"
    whole, photo = logbook.exhibits.of_entry(brought.entries[0])
    assert (bytes_of(logbook, whole), bytes_of(logbook, photo)) == (mail, PICTURE)
    assert entry.taken_from is not None
    told = origin_in_words(entry.taken_from, spoken())
    assert "<1@example.org>" in told
    assert f"the sender wrote “{DATE}”" in told
    assert "the receiver's provider took it in" in told


def test_what_was_taken_of_a_mailbox_is_a_mailbox(tmp_path: Path) -> None:
    senders = (ADDRESS, "mum@example.org", ADDRESS)
    mails = [a_mail(f"{at}\r\n", From=one, Message_ID=f"<{at}@example.org>") for at, one in enumerate(senders)]
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram", role=Role.STALKER, email_addresses=(ADDRESS,)))

    brought = take_known(logbook, logbook.intake.read([a_file(tmp_path, a_box(*mails))]))

    part = a_file(tmp_path, bytes_of(logbook, brought.exhibits[0]), "part")
    assert [one.text.strip() for one in found_in(part)] == ["0", "2"]
    assert part.read_bytes() == a_box(mails[0], mails[2])


def test_the_same_mail_alone_and_in_a_mailbox_is_one(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram", role=Role.STALKER, email_addresses=(ADDRESS,)))
    take_known(logbook, logbook.intake.read([a_file(tmp_path, a_mail(), "one")]))

    again = logbook.intake.read([a_file(tmp_path, a_box(a_mail(), line=b"From - Sat Nov 21 22:14:11 2026\n"), "box")])

    assert [one.presence.value for one in again.items] == ["here"]


def test_many_equal_mails_of_one_second_are_many_and_each_is_one_a_second_time(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram", role=Role.STALKER, email_addresses=(ADDRESS,)))
    mails = [a_mail(Message_ID=f"<{at}@example.org>") for at in range(4)]
    paths = [a_file(tmp_path, mail, f"{at}.eml") for at, mail in enumerate(mails[:3])]

    brought = take_known(logbook, logbook.intake.read(paths))
    again = logbook.intake.read([*paths, a_file(tmp_path, a_box(*mails), "box")])

    assert len(brought.entries) == 3
    assert [one.presence.value for one in again.items] == ["here"] * 6 + ["new"]


def test_another_mail_under_the_id_of_one_that_is_here_is_not_passed_over(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram", role=Role.STALKER, email_addresses=(ADDRESS,)))
    take_known(logbook, logbook.intake.read([a_file(tmp_path, a_mail(), "one")]))

    other = logbook.intake.read([a_file(tmp_path, a_mail("I know where you are"), "other")])

    assert [one.presence.value for one in other.items] == ["new"]


def test_a_line_of_a_diary_is_an_account_of_kind_other(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    path = a_file(tmp_path, "[2026-11-21 22:14] He stood at the door.\nI saw his car.\n")
    reading = logbook.intake.read([path])

    (number,) = logbook.intake.bring_in(reading, [reading.items]).entries

    entry = logbook.state.entries[number].entry
    assert (entry.kind, entry.account, entry.quoted_words) == ("other", "He stood at the door.\nI saw his car.", "")
    assert (entry.happened.start, entry.details) == ("2026-11-21T22:14", {})
    assert [one.presence.value for one in logbook.intake.read([path]).items] == ["here"]
