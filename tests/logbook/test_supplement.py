"""Supplements: what is new to a receiver or was changed since the last dossier, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import bagit
import pytest
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.handover.dossier.tables import sheets
from journal.handover.requests.offered import Letter, Written
from journal.handover.selection.choice import EarlierHandover, For, Format, HandoverChoice
from journal.handover.selection.supplement import SinceThen
from tests.ui.builders import Clock, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook

TEXT = (Format.TEXT,)


def handed(logbook: Logbook, folder: Path, **choice: Any) -> int:
    """The record of a dossier that was handed over, by default to the police as plain text."""
    folder.mkdir(exist_ok=True)
    chosen = HandoverChoice(**({"formats": TEXT, "receiver": "Inspector Invented"} | choice))
    return logbook.handing_over.write(chosen, folder).record


def supplement(logbook: Logbook, **choice: Any) -> Selection:
    """What a supplement to the last dossier of the receiver holds."""
    earlier = next(one for one in logbook.handing_over.earlier_dossiers() if one.to == choice.get("to", For.POLICE))
    return logbook.handing_over.chosen(HandoverChoice(supplement=earlier, **choice))


def amend(logbook: Logbook, number: int) -> None:
    old = logbook.state.entries[number].entry
    logbook.amend(number, replace(old, account=f"{old.account} More."), "remembered more")


def four(folder: Path) -> Logbook:
    return a_logbook(folder, *(an_entry(f"Number {at}.", when=f"2026-11-1{at}T08:00") for at in range(1, 5)))


def test_only_what_is_new_amended_crossed_out_or_newly_proved_is_in_it(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    logbook.withdraw(4, "the plumber")
    handed(logbook, tmp_path / "out")
    assert supplement(logbook).entries == ()

    amend(logbook, 1)
    logbook.withdraw(2, "not so")
    logbook.exhibits.add(Exhibit(number=0, title="Letter"), Target(entry=3))
    logbook.reinstate(4, "it was so after all")
    logbook.record(an_entry("Number 5."))

    chosen = supplement(logbook)
    assert [one.history.number for one in chosen.entries] == [1, 2, 3, 4, 5]
    assert list(map(chosen.changes.get, range(1, 6))) == [
        SinceThen.AMENDED,
        SinceThen.CROSSED_OUT,
        SinceThen.EVIDENCE,
        SinceThen.COUNTS_AGAIN,
        SinceThen.NEW,
    ]


def test_where_nothing_came_since_nothing_is_written_and_that_is_said(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out")
    (earlier,) = logbook.handing_over.earlier_dossiers()

    with pytest.raises(Refused, match="Nothing was recorded or changed since that dossier"):
        handed(logbook, tmp_path / "more", supplement=earlier)


def test_what_was_left_out_on_purpose_stays_out(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out", numbers=(1, 2))

    amend(logbook, 2)
    amend(logbook, 3)

    assert [one.history.number for one in supplement(logbook).entries] == [2]


def test_the_next_supplement_goes_on_from_the_last_one(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    first = handed(logbook, tmp_path / "out")
    amend(logbook, 1)
    (earlier,) = logbook.handing_over.earlier_dossiers()
    assert earlier.record == first
    second = handed(logbook, tmp_path / "out", supplement=earlier)

    amend(logbook, 2)

    (earlier,) = logbook.handing_over.earlier_dossiers()
    assert (earlier.record, earlier.entries) == (second, (1, 2, 3, 4))
    assert logbook.handing_over.given()[-1].supplement_to == first
    assert [one.history.number for one in supplement(logbook).entries] == [2]


def test_each_receiver_has_a_last_dossier_of_its_own_and_letters_are_none(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out", receiver="Inspector  A")
    to_lawyer = handed(logbook, tmp_path / "out", to=For.LAWYER, receiver="")
    handed(logbook, tmp_path / "out", to=For.OMBUDSMAN)
    written = Written(language="en")
    logbook.handing_over.write_letter(next(iter(Letter)), written, tmp_path / "out", Format.TEXT)
    again = handed(logbook, tmp_path / "out", receiver="inspector a")

    found = logbook.handing_over.earlier_dossiers()

    assert [one.record for one in found] == [again, to_lawyer]
    assert found[0].day == "2026-11-22"


@pytest.mark.parametrize(
    ("language", "said", "new"),
    [
        ("en", "This is a supplement to the dossier of 22 November 2026 for Inspector Invented.", "New since then"),
        ("nl", "Dit is een aanvulling op het dossier van 22 november 2026 voor Inspector Invented.", "Nieuw sindsdien"),
        ("fr", "Ceci est un complément au dossier du 22 novembre 2026 pour Inspector Invented.", "Nouveaux depuis"),
    ],
)
def test_its_first_page_says_so_in_each_language(tmp_path: Path, language: str, said: str, new: str) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry("The first."), clock=clock)
    handed(logbook, tmp_path / "out")
    clock.move(minutes=1)
    logbook.record(an_entry("The second."))
    (earlier,) = logbook.handing_over.earlier_dossiers()

    handed(logbook, tmp_path / "more", supplement=earlier, language=language)

    (document,) = (tmp_path / "more").iterdir()
    text = " ".join(document.read_text(encoding="utf-8-sig").split())
    assert said in text
    assert text.index(said) < text.index(new) < text.index("The second.")
    assert "The first." not in text


def test_a_bundle_says_so_in_three_languages_and_holds(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out")
    amend(logbook, 2)
    (earlier,) = logbook.handing_over.earlier_dossiers()
    handed(logbook, tmp_path / "more", supplement=earlier, formats=(Format.TEXT, Format.BUNDLE))

    (bundle,) = (tmp_path / "more").iterdir()
    with zipfile.ZipFile(bundle) as bag:
        bag.extractall(tmp_path / "bag")
    folder = tmp_path / "bag" / "bundle"
    page = (folder / "how-to-check.txt").read_text(encoding="utf-8-sig")

    assert bagit.Bag(str(folder)).validate()
    assert "supplement to the dossier of 22 November 2026" in bagit.Bag(str(folder)).info["External-Description"]
    for said in ("This is a supplement to", "Dit is een aanvulling op", "Ceci est un complément au"):
        assert said in page
        assert said in (folder / "how-to-check.html").read_text(encoding="utf-8")
    verified = subprocess.run([sys.executable, folder / "verify.py", folder], capture_output=True, check=False)
    assert verified.returncode == 0


def test_the_preview_says_to_what_it_is_a_supplement(tmp_path: Path) -> None:
    from journal.domain.text.words import Words
    from journal.handover.preview.preview import counted

    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out")
    amend(logbook, 2)

    shown = logbook.handing_over.preview(supplement(logbook))

    assert counted(shown, Words()).endswith(
        "This is a supplement to the dossier of 22 November 2026 for Inspector Invented. It holds only the entries "
        "that were recorded, amended or crossed out since then, or to which evidence was added."
    )


def test_a_receiver_without_a_name_is_told_by_what_it_is(tmp_path: Path) -> None:
    from journal.domain.text.words import Words
    from journal.handover.selection.supplement import earlier_in_words

    earlier = EarlierHandover(record=3, day="2026-11-03", to="lawyer")

    assert earlier_in_words(earlier, Words()) == "the dossier of 3 November 2026 for a lawyer"
    assert earlier_in_words(earlier, Words("fr")) == "dossier du 3 novembre 2026 pour un avocat"


def test_its_tables_have_a_sheet_that_says_so(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    handed(logbook, tmp_path / "out")
    amend(logbook, 2)

    chosen = supplement(logbook)

    last = sheets(chosen, chosen.words)[-1]
    assert last.rows == ((2, "Amended since then", "the dossier of 22 November 2026 for Inspector Invented"),)
    whole = sheets(logbook.handing_over.chosen(HandoverChoice()), chosen.words)
    assert [one.title for one in whole] == ["Entries", "Calls and text messages"]
