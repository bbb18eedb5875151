"""Filters kept under names in a journal."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Refused
from journal.domain.filters.values import Has, OfKind, Trait
from journal.logbook import Logbook
from tests.store.journals import as_ours, tables
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = OfKind("letter") & ~Has(Trait.REPORTED)


def test_a_filter_is_there_under_its_name_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    with closing(a_logbook(tmp_path, an_entry("It rang."), an_entry("It lay there.", kind="letter"))) as logbook:
        last = logbook.last
        logbook.filters.save("Letters", LETTERS)
        logbook.filters.save("calls", OfKind("call_missed"))
        assert logbook.last == last

    with closing(Logbook(tmp_path / "journal.json")) as again:
        assert dict(again.filters.named) == {"calls": OfKind("call_missed"), "Letters": LETTERS}
        assert [one.number for one in again.filters.meeting(LETTERS)] == [2]


def test_the_same_name_takes_the_place_of_the_earlier_filter_and_a_forgotten_one_is_gone(tmp_path: Path) -> None:
    with closing(a_logbook(tmp_path)) as logbook:
        logbook.filters.save("mine", LETTERS)
        logbook.filters.save("mine", OfKind("letter"))
        assert dict(logbook.filters.named) == {"mine": OfKind("letter")}

        logbook.filters.forget("mine")
        assert not logbook.filters.named


def test_a_name_is_found_without_its_case_and_accents_where_only_one_is_alike(tmp_path: Path) -> None:
    with closing(a_logbook(tmp_path)) as logbook:
        for name in ("Été", "one", "One"):
            logbook.filters.save(name, OfKind(name))

        assert logbook.filters.called("ete") == OfKind("Été")
        assert logbook.filters.called("one") == OfKind("one")
        assert logbook.filters.called("ONE") is None
        assert logbook.filters.called("other") is None


def test_a_long_name_is_refused(tmp_path: Path) -> None:
    with closing(a_logbook(tmp_path)) as logbook, pytest.raises(Refused, match="at most 40"):
        logbook.filters.save("n" * 41, LETTERS)


def test_a_filter_of_a_newer_version_is_kept_without_being_offered(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    a_logbook(tmp_path, an_entry("It rang.")).close()
    plain = tables(path)
    plain["desk"]["90"] = {"about": "filter", "name": "newer", "filter": {"filter": "of_a_newer_version"}}
    path.write_bytes(as_ours(plain))

    with closing(Logbook(path)) as logbook:
        assert not logbook.filters.named
        logbook.filters.save("mine", LETTERS)

    assert "of_a_newer_version" in path.read_text(encoding="utf-8")
