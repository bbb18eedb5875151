"""The text in the files of exhibits, as the search reads it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Target
from journal.domain.state.search import SearchIndex, in_state
from journal.domain.text.words import Words
from journal.evidence.examining import examine
from journal.logbook import exhibit_texts
from journal.logbook.exhibit_texts import ExhibitTexts
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from journal.logbook import Logbook

WORDS = Words()
MAIL = (
    b"From: Somebody <somebody@invented.example>\r\nTo: me@invented.example\r\n"
    b"Subject: =?utf-8?q?Ik_weet_w=C3=A1ar?=\r\n"
    b"Date: Mon, 2 Nov 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nJe fiets stond er nog.\r\n"
)
FILES = {
    "chat.txt": "Hij schreef: ÉTÉ, 0470/00 12 34".encode(),
    "mail.eml": MAIL,
    "page.html": b"<html><body><p>A garden <b>gnome</b></p><script>hidden()</script></body></html>",
    "photo.jpg": b"\xff\xd8\xff\xe0 gnome",
}


def a_case(folder: Path) -> Logbook:
    """An entry for each file, which is its exhibit."""
    logbook = a_logbook(folder, *(an_entry(f"The one with {name[:4]}.") for name in FILES))
    for number, (name, content) in enumerate(FILES.items(), 1):
        (folder / name).write_bytes(content)
        logbook.exhibits.attach([examine(folder / name)], Target(entry=number))
    return logbook


def found(logbook: Logbook, query: str) -> list[int]:
    return in_state(logbook.state, query, WORDS, ExhibitTexts(logbook.exhibits).all())


def test_words_in_attached_texts_mails_and_pages_are_found(tmp_path: Path) -> None:
    with closing(a_case(tmp_path)) as logbook:
        assert found(logbook, "ete schreef") == [1]
        assert found(logbook, "+32 470 00 12 34") == [1]
        assert found(logbook, "fiets waar") == [2]
        assert found(logbook, "somebody@invented") == [2]
        assert found(logbook, '"a garden gnome"') == [3]
        assert found(logbook, "hidden") == []
        assert found(logbook, "schreef one") == [1]


def test_no_more_is_read_than_the_bound_and_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exhibit_texts, "MOST", 10)
    monkeypatch.setattr(exhibit_texts, "PORTION", 1)

    with closing(a_case(tmp_path)) as logbook:
        texts = ExhibitTexts(logbook.exhibits)
        assert [*texts.portion(texts.waiting())] == [3]
        assert texts.waiting() == []
        assert texts.portion(texts.waiting()) == {}


def test_a_file_that_cannot_be_read_has_no_text_and_is_not_tried_again(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    texts = ExhibitTexts(logbook.exhibits)
    waiting = texts.waiting()
    logbook.exhibits.unlink(1, Target(entry=1))
    logbook.erasure.erase_exhibit(1)

    assert texts.portion(waiting)[1] == ""
    assert texts.waiting() == []
    logbook.close()


def test_nothing_of_an_erased_file_is_found_any_more(tmp_path: Path) -> None:
    with closing(a_case(tmp_path)) as logbook:
        index = SearchIndex(WORDS)
        index.take(logbook.state, 1)
        index.put_texts(ExhibitTexts(logbook.exhibits).all())
        index.prepare(logbook.state.chronological())
        assert index.find(("schreef",), logbook.state.chronological())

        logbook.erasure.erase_exhibit(1)
        index.take(logbook.state, 2)
        index.prepare(logbook.state.chronological())

        assert not index.find(("schreef",), logbook.state.chronological())
