"""What leaves is what was chosen and what hangs on it, never more: random journals beside the rule told anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.text.words import Words
from journal.handover.bundle.ledger import ledger_json
from journal.handover.dossier.dossier import dossier
from journal.handover.preview.disclosure import leaving
from journal.handover.selection.choice import Exclusion, For, HandoverChoice, ObjectRef, Stays
from journal.handover.selection.object_refs import can_be_excluded
from journal.handover.selection.redaction import ALWAYS
from journal.handover.selection.selection import PreviewField
from journal.handover.writers.html import html
from tests.handover.random_cases import STEPS, TEXTS, Rule, cases, chosen_from, words_in

if TYPE_CHECKING:
    from journal.handover.selection.selection import Selection
    from tests.handover.random_cases import Action

ENGLISH = Words("en")
THINGS = st.one_of(
    st.builds(ObjectRef, st.sampled_from([*TEXTS]), st.integers(1, 3)),
    st.builds(ObjectRef, st.just("step"), st.sampled_from(STEPS)),
)
FIELDS = st.builds(Exclusion, st.just(ObjectRef("item", "1/own.1")), st.just("note")) | THINGS.flatmap(
    lambda thing: st.builds(Exclusion, st.just(thing), st.sampled_from(_names(thing)))
)
CHOICES = st.builds(
    HandoverChoice,
    to=st.sampled_from([For.POLICE, For.POLICE, For.OPERATOR, For.OWN]),
    stays=st.sets(st.sampled_from(Stays)).map(lambda stays: tuple(sorted(stays))),
    numbers=st.sampled_from([(), (1,), (1,), (2,), (1, 2), (3,)]),
    without=st.lists(st.builds(Exclusion, THINGS) | FIELDS, max_size=3).map(tuple),
)
law = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
dearer = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def _names(thing: ObjectRef) -> list[str]:
    pointers = {"entry": ["person", "witnesses"], "exhibit": ["from_person"], "report": ["person", "handed_over"]}
    return [
        *TEXTS.get(thing.sort, ("note",)),
        *pointers.get(thing.sort, []),
        *({"movement": ["person"]}.get(thing.sort, [])),
    ]


def things_of(chosen: Selection) -> set[tuple[str, int | str]]:
    things = (*chosen.exhibits, *chosen.movements, *chosen.people.values(), *chosen.reports, *chosen.orders)
    found: set[tuple[str, int | str]] = {(one.SUBJECT, one.number) for one in (*things, *chosen.withdrawn)}
    return found | {("entry", one.history.number) for one in chosen.entries} | {("step", step) for step in chosen.steps}


@law
@given(cases(), CHOICES)
def test_exactly_what_was_chosen_and_what_hangs_on_it_leaves(acts: list[Action], choice: HandoverChoice) -> None:
    rule = Rule(acts, choice)

    chosen = chosen_from(acts, choice)

    assert things_of(chosen) == rule.leaves
    assert {(one.sort, one.key) for one in chosen.why} == rule.leaves
    assert words_in(ledger_json(chosen).decode()) == rule.words()


@law
@given(cases(), CHOICES)
def test_what_the_ledger_tells_is_all_of_it_that_leaves(acts: list[Action], choice: HandoverChoice) -> None:
    chosen = chosen_from(acts, choice)

    left = {record.seq: record.fields() for record in chosen.ledger}
    assert dict(chosen.ledger.said()) == {seq: said for seq, said in left.items() if said.keys() - ALWAYS}
    assert sum(chosen.times_left_out.values()) == len(chosen.left_out)


@dearer
@given(cases(), CHOICES)
def test_the_preview_lists_every_word_that_leaves_and_a_document_holds_no_other(
    acts: list[Action], choice: HandoverChoice
) -> None:
    chosen = chosen_from(acts, choice)
    leaves = Rule(acts, choice).words()

    told = list(leaving(chosen, ENGLISH))

    assert words_in("\n".join(one.said for one in told)) == leaves
    assert words_in(html(dossier(chosen, ENGLISH)).decode()) <= leaves
    heads = [one for one in told if not one.is_field]
    assert {(one.thing.sort, one.thing.key) for one in heads if one.thing} == {
        (one.sort, one.key) for one in chosen.why
    }
    assert all(one.said and "{" not in one.said for one in heads)


@dearer
@given(cases(), CHOICES, st.data())
def test_what_is_taken_out_of_the_preview_is_gone_from_every_byte_and_nothing_else_of_it(
    acts: list[Action], choice: HandoverChoice, data: st.DataObject
) -> None:
    rows = [one for one in leaving(chosen_from(acts, choice), ENGLISH) if own_words(one)]
    row = data.draw(st.sampled_from(rows or [PreviewField("", "", "")]))
    out = Exclusion(row.thing or ObjectRef("entry", 9), row.field)

    wanted = replace(choice, without=(*choice.without, out))
    without = chosen_from(acts, wanted)

    after = words_in(ledger_json(without).decode() + html(dossier(without, ENGLISH)).decode())
    assert can_be_excluded(out)
    assert not after & own_words(row)
    assert after == Rule(acts, wanted).words()


def own_words(row: PreviewField) -> set[tuple[str, int, str]]:
    """The words of a line of the preview that belong to the thing itself and not to one that it names."""
    if row.thing is None or not row.field:
        return set()
    sort, key = row.thing.sort, str(row.thing.key)
    number = STEPS.index(key) if sort == "step" else int(key.partition("/")[0])
    return {one for one in words_in(row.said) if one[:2] == (sort, number)}
