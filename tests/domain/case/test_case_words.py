"""The words about the case: all reach the translators, and none blames, promises or suggests contact."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir, extract_from_file

from journal.domain import kinds
from journal.domain.case import case_labels, steps
from journal.domain.case.steps.catalogue import StepGroup
from journal.domain.entry.labels import ROLES
from journal.domain.forms.field_labels import LABELS as FIELD_LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.case.steps.catalogue import Step

CONTACT = re.compile(
    r"\b(answer|reply|respond|react|explain|explanation|agree|agreement|meet|talk|negotiate|confront|discuss|reaction"
    r"|(call|ring|write|text|send|sent|message) (him|her|them|the person|the suspect|back))\b",
    re.IGNORECASE,
)
REFUSAL = re.compile(r"\b(not|no|never|nothing|nobody|without)\b", re.IGNORECASE)
TO_HELPERS = re.compile(r"answering machine|talk to the police or victim support", re.IGNORECASE)
PROMISE = re.compile(r"admissib|valid|guarantee|legally|accepted (by|in)|proves?\b|court[- ]proof|safer", re.IGNORECASE)
BLAME = re.compile(r"\byou (should|must|ought|have to|failed|forgot|let)|own fault|mistake|wrongly", re.IGNORECASE)

LABELS: list[Mapping[object, str]] = [
    value for name, value in vars(case_labels).items() if name.isupper() and hasattr(value, "items")
]


def texts_of(step: Step) -> set[str]:
    fields = {field.label for field in step.fields} | {
        choice.label for field in step.fields for choice in field.choices
    }
    return {step.label, step.advice} | ({step.safety} - {""}) | fields


def suggests_contact(text: str) -> bool:
    """Tell whether some sentence speaks of contact with the stalker other than by refusing it."""
    sentences = re.split(r"(?<=[.;])\s+", TO_HELPERS.sub("", text))
    return any(CONTACT.search(one) and not REFUSAL.search(one) for one in sentences)


def extracted(*names: str) -> set[str]:
    """Return the marked messages of modules and packages of the domain."""
    found: set[str] = set()
    for name in names:
        path = Path(case_labels.__file__).parent / name
        if path.is_dir():
            found |= {str(message) for _, _, message, _, _ in extract_from_dir(path, keywords={"N_": None})}
        else:
            found |= {str(message) for _, message, _, _ in extract_from_file("python", path, keywords={"N_": None})}
    return found


def test_every_word_about_steps_reaches_the_translators_and_none_is_marked_in_vain() -> None:
    marked = extracted("steps")

    shown = set().union(*map(texts_of, steps.STEPS)) | {steps.group_label(group) for group in StepGroup}
    from_kinds = {field.label for step in steps.STEPS for field in step.fields if kinds.field(field.id)}

    assert len(marked) > 80
    assert not marked - shown
    assert from_kinds
    assert not {text for text in shown - marked if text not in extracted("../kinds")}


def test_every_label_reaches_the_translators_and_none_is_marked_in_vain() -> None:
    labels = {label for one in LABELS for label in one.values()}

    assert len(LABELS) == 10
    where = ("people.py", "report.py", "../evidence/custody.py", "../evidence/exhibit.py")
    assert labels | {*ROLES.values()} == extracted("case_labels.py", *where)


def test_no_two_answers_of_one_question_look_alike() -> None:
    for labels in [list(one.values()) for tables in (LABELS, FIELD_LABELS.values()) for one in tables]:
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("step", steps.STEPS, ids=lambda step: step.id)
def test_a_step_is_said_shortly(step: Step) -> None:
    assert len(step.label) <= 45
    assert 1 <= step.advice.count(".") <= 3
    assert len(step.advice) <= 180
    assert len(step.safety) <= 160


@pytest.mark.parametrize("step", steps.STEPS, ids=lambda step: step.id)
def test_no_step_suggests_contact_with_the_stalker(step: Step) -> None:
    assert not suggests_contact(step.advice)
    assert not suggests_contact(step.safety)


@pytest.mark.parametrize(
    "advice",
    [
        "Log it. Then explain to the person what you want.",
        "Answer calmly.",
        "Write back once.",
        "Talk to the person in a public place.",
        "Any reaction helps.",
    ],
)
def test_advice_that_suggests_contact_would_be_noticed(advice: str) -> None:
    assert suggests_contact(advice)


@pytest.mark.parametrize("text", sorted({text for step in steps.STEPS for text in texts_of(step)}))
def test_no_text_promises_blames_raises_its_voice_or_holds_markup(text: str) -> None:
    assert not PROMISE.search(text)
    assert not BLAME.search(text)
    assert not set(text) & set("!{}[]<>%\\")
    assert text == " ".join(text.split())
