"""Reference to a form of the case, as a draft keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.forms.form_input import FormInput
from journal.domain.forms.form_question import Sort
from journal.domain.state.short_names import NAMES
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.forms.form_question import FormQuestion
    from journal.store.file.mutable_state import Draft

FORM_KEY = "sheet"
"""Where a draft says which form it is; the drafts of entries do not have it."""

STEP, WORDS = "step", "words"

_IN_WORDS = frozenset({Sort.LINE, Sort.TEXT, Sort.LIST})
"""The sorts of questions that are answered in words."""

_AMENDED: Mapping[str, str] = NAMES | {"movement": N_("Movement of exhibit {exhibit}")}
_NEW: Mapping[str, str] = {
    "person": N_("Somebody new in the case"),
    "report": N_("New report"),
    "order": N_("New order"),
    "event": N_("New event"),
    "movement": N_("New movement of exhibit {exhibit}"),
}


@dataclass(frozen=True, kw_only=True)
class FormRef:
    """Which form it is, and what it is about."""

    of: str
    """`person`, `report`, `order`, `event`, `movement`, `step`, or `words` for those of a question."""
    number: int = 0
    """The number of what is amended; 0 for something new."""
    step: str = ""
    """The id of the step."""
    exhibit: int = 0
    """The exhibit that a movement is about."""
    role: str = ""
    """What somebody new is to the case."""
    asked: str = ""
    """The question that words answer, as it was asked."""

    def kept(self) -> dict[str, Any]:
        """Return it as the JSON object of a draft."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain


def form_ref(draft: Draft) -> FormRef | None:
    """Return which form a draft is; None where it is the draft of an entry, or of something unknown."""
    try:
        return msgspec.convert(draft.typed.get(FORM_KEY), FormRef)
    except msgspec.ValidationError:
        return None


def is_case_form(draft: Draft) -> bool:
    """Tell whether a draft is a form, and not an entry."""
    return FORM_KEY in draft.typed


def told_draft(draft: Draft) -> str:
    """Return which form a draft is, in words; what only another version knows stands there as it is."""
    which = form_ref(draft)
    if which is None:
        return ""
    if which.of == STEP:
        from journal.domain.case.steps import step

        return _("Step: {name}").format(name=_(step(which.step).label))
    if which.of == WORDS:
        return which.asked
    told = (_AMENDED if which.number else _NEW).get(which.of)
    return _(told).format(number=which.number, exhibit=which.exhibit) if told else which.of


def told_words(draft: Draft) -> str:
    """Return the first words that were typed into a form; no number and no id of an answer is one."""
    which, typed = form_ref(draft), FormInput.restored(draft.typed)
    if which and which.of == WORDS:
        return " · ".join(filter(None, typed.words.values()))
    own = {one.name for one in _asked(which) if one.sort in _IN_WORDS} if which else set()
    return next((words for name, words in typed.words.items() if name in own), "")


def _asked(which: FormRef) -> Iterable[FormQuestion]:
    from journal.domain.case.steps import step
    from journal.domain.forms import field_labels, reports, steps

    if which.of == STEP:
        return steps.questions_of(step(which.step))
    return (field_labels.QUESTIONS | {"report": reports.WITH_HANDING_OVER}).get(which.of, ())
