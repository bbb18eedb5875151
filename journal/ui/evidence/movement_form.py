"""The form of a movement of an exhibit: gave it, made a copy, got it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.case import case_labels
from journal.domain.evidence.custody import ORIGINAL, Custodian, Movement, in_order, next_copy, where_is
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.forms.movements import questions_of
from journal.domain.state.report_movements import cautions_of
from journal.domain.text.labelled import LabelledEnum, labels_of
from journal.domain.text.words import N_, _, spoken
from journal.ui.forms.form import FormDefinition, numbered, recorded, today, values_of
from journal.ui.forms.form_ref import FormRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.forms.filling import Values
    from journal.domain.state.state import State
    from journal.logbook import Logbook


class Doing(LabelledEnum):
    """What is done with a piece."""

    GAVE = "gave", N_("Exhibit {number}: given away")
    COPIED = "copied", N_("Exhibit {number}: a copy made")
    GOT_BACK = "got_back", N_("Exhibit {number}: got back")


_TITLES: Mapping[Doing, str] = labels_of(Doing)
NEEDS_TO_WHOM = N_("Please choose to whom it went; “somebody else” is always right.")
ORIGINALS_STAY = N_("Give copies and keep the original; police and court are given it against a receipt or a number.")


def movement_form(logbook: Logbook, exhibit: int, number: int = 0, doing: Doing = Doing.GAVE) -> FormDefinition:
    """Return the form of a movement of an exhibit, or with number 0 of a new one."""
    state = logbook.state
    movement = state.of(Movement).now.get(number)
    known = state.of(Movement).now.values()
    copies = sorted({one.copy for one in known if one.exhibit == exhibit and one.copy} | {next_copy(exhibit, known)})
    told = N_("Movement of exhibit {number}") if movement else _TITLES[doing]
    return FormDefinition(
        about=FormRef(of=Movement.SUBJECT, number=number, exhibit=exhibit),
        title=_(told).format(number=exhibit),
        asked=questions_of(copies, spoken()),
        base=values_of(movement) if movement else {},
        prefilled={"on": today(logbook)} | _start(state, exhibit, doing),
        needed={} if movement else {"holder": NEEDS_TO_WHOM},
        record=lambda values, draft: recorded(logbook, _said(exhibit, movement, values), draft),
        cautions=partial(_cautions, logbook, exhibit, movement),
        advice=(ORIGINALS_STAY,),
        first="holder" if doing is Doing.GAVE else "place",
    )


def _start(state: State, exhibit: int, doing: Doing) -> dict[str, Any]:
    """Return which piece it most likely is and where it is now; what was given away last is what comes back."""
    known = state.of(Movement).now.values()
    where = {one.copy: one for one in where_is(state.of(Exhibit).now[exhibit], known)}
    if doing is Doing.COPIED:
        return {"copy": next_copy(exhibit, known), "holder": Custodian.SELF.value}
    if doing is Doing.GOT_BACK:
        away = [one.copy for one in in_order(exhibit, known) if where[one.copy].holder is not Custodian.SELF]
        piece = away[-1] if away else ORIGINAL
        return {"copy": piece, "from_place": where[piece].place, "holder": Custodian.SELF.value}
    here = [copy for copy, one in where.items() if copy != ORIGINAL and one.holder is Custodian.SELF]
    piece = here[0] if here else next_copy(exhibit, known)
    return {"copy": piece, "from_place": where[piece].place if piece in where else ""}


def _cautions(logbook: Logbook, exhibit: int, before: Movement | None, values: Values) -> Sequence[str]:
    said = cautions_of([_said(exhibit, before, values)], logbook.state)
    return [_(case_labels.CAUTIONS[one]) for one in said]


def _said(exhibit: int, before: Movement | None, values: Values) -> Movement:
    return numbered(Movement, {**values, "exhibit": exhibit}, before)
