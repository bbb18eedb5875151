"""What lies on the desk, without a screen: drafts that wait and settings, in the journal's own file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.base.errors import Refused
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.logbook import Logbook
from journal.store.file.mutable_state import Draft, Settings
from tests.store.journals import Clock, a_logbook, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def logbook(tmp_path: Path, clock: Clock) -> Iterator[Logbook]:
    opened = a_logbook(tmp_path / "journal.json", clock=clock)
    yield opened
    opened.close()


def reopened(logbook: Logbook) -> Logbook:
    return Logbook(logbook.path, read_only=True)


def a_draft(name: str = "d", **typed: Any) -> Draft:
    return Draft(id=name, kept_at="2026-11-22T14:03:00Z", typed=typed)


def test_several_drafts_wait_and_only_the_one_that_was_recorded_goes(logbook: Logbook) -> None:
    for name in ("a", "b", "c"):
        logbook.keep_draft(a_draft(name, account=f"Draft {name}"))
    logbook.keep_draft(a_draft("a", account="Draft a, longer"))

    logbook.record(an_entry(), draft="b")

    assert [(draft.id, draft.typed["account"]) for draft in reopened(logbook).drafts] == [
        ("c", "Draft c"),
        ("a", "Draft a, longer"),
    ]


def test_an_amendment_takes_its_draft_along_in_the_same_save(logbook: Logbook) -> None:
    logbook.record(an_entry())
    logbook.keep_draft(a_draft(account="Other."))

    logbook.amend(1, an_entry("Other."), "", draft="d")

    assert reopened(logbook).drafts == ()


@pytest.mark.parametrize(
    "save",
    [
        lambda logbook: logbook.case.add(Person(number=0, name="Another Invented"), draft="d"),
        lambda logbook: logbook.case.amend(Person(number=1, name="Anew Invented"), "", draft="d"),
        lambda logbook: logbook.case.hand_over(Report(number=0), [], draft="d"),
        lambda logbook: logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE), draft="d"),
    ],
    ids=["added", "amended", "handed over", "marked"],
)
def test_whatever_is_said_of_the_case_takes_its_draft_along(
    logbook: Logbook, save: Callable[[Logbook], object]
) -> None:
    logbook.case.add(Person(number=0, name="An Invented"))
    logbook.keep_draft(a_draft("d", account="x"))
    logbook.keep_draft(a_draft("other", account="y"))

    save(logbook)

    assert [draft.id for draft in reopened(logbook).drafts] == ["other"]


def test_a_refused_act_keeps_its_draft(logbook: Logbook) -> None:
    logbook.keep_draft(a_draft(account="x"))

    with pytest.raises(Refused):
        logbook.record(an_entry(person=5), draft="d")

    assert [draft.id for draft in reopened(logbook).drafts] == ["d"]


def test_what_changes_nothing_on_the_desk_writes_nothing(logbook: Logbook) -> None:
    logbook.keep_draft(a_draft(account="x"))
    inode = logbook.path.stat().st_ino

    logbook.keep_draft(a_draft(account="x"))
    logbook.drop_draft("another")
    logbook.choose(logbook.settings)

    assert logbook.path.stat().st_ino == inode


def test_settings_are_kept_in_the_journal(logbook: Logbook) -> None:
    logbook.choose(Settings(zone="Pacific/Auckland", language="fr"))

    again = reopened(logbook)

    assert again.settings == Settings(zone="Pacific/Auckland", language="fr")
    assert str(again.zone) == "Pacific/Auckland"
    assert logbook.now().utcoffset() == timedelta(hours=13)


def test_a_zone_that_is_not_known_here_gives_way_to_the_computers(logbook: Logbook) -> None:
    plain = logbook.path.read_bytes()
    logbook.close()
    logbook.path.write_bytes(plain.replace(b'{"about":"settings"}', b'{"about":"settings","zone":"Mars/Base","x":1}'))

    assert reopened(logbook).now().utcoffset() is not None
