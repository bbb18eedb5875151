"""The preview of a hand-over of the logbook: what leaves apart from what stays, files of a bundle included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.handover.selection.choice import Format, HandoverChoice, Sender, Stays
from tests.logbook.test_giving import PRIVATE, a_case

if TYPE_CHECKING:
    from pathlib import Path


def test_the_preview_shows_what_leaves_apart_from_what_stays(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    handing = logbook.handing_over

    shown = handing.preview(handing.chosen(HandoverChoice(numbers=(2,), sender=Sender(name="An Invented"))))

    leaves, stays = ({one.said for one in part} for part in (shown.leaves, shown.stays))
    assert {"A note was left.", "An Invented", "note.txt"} <= leaves
    assert {PRIVATE, "It rang 1 times."} <= stays
    assert not leaves & {PRIVATE, "It rang 1 times."}
    assert not any("{" in said for said in leaves)
    assert (shown.entries, shown.exhibits) == (1, 1)
    logbook.close()


def test_the_preview_says_of_a_bundle_that_the_files_leave_and_how(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    handing = logbook.handing_over

    def told(*stays: Stays) -> list[str]:
        shown = handing.preview(handing.chosen(HandoverChoice(formats=(Format.BUNDLE,), stays=stays)))
        return [one.said for one in shown.leaves if one.label == "The file itself"]

    assert told() == ["note.txt, as it is"]
    assert told(Stays.LOCATIONS) == ["note.txt, without its location where it says one"]
    assert told(Stays.ORIGINALS) == []
    logbook.close()
