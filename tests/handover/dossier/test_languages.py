"""Every word of a document is in its language: none of the English ones is left."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.steps import STEPS, StepMark
from journal.domain.entry.entry import Entry, Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import Target
from journal.domain.kinds import KINDS
from journal.domain.kinds.catalogue import Kind, Shape
from journal.domain.text import languages
from journal.domain.text.words import NoMessages, Words
from journal.domain.time.moment import Certainty, Moment, PartOfDay
from journal.domain.time.moment_words import in_words, plain_day
from journal.evidence.examining import examine
from journal.handover.dossier.dossier import dossier
from journal.handover.dossier.formatting import decimal
from journal.handover.dossier.tables import sheets
from journal.handover.requests.letters import no_letter, supplier_letter, witness_form
from journal.handover.requests.ombudsman import ombudsman
from journal.handover.requests.operator import operator
from journal.handover.selection.choice import For, HandoverChoice, Sender, Stays
from journal.handover.writers.spreadsheet import csv_sheet
from journal.handover.writers.text import text
from tests.evidence.builders import a_jpeg
from tests.handover.cases import a_case, chosen_of
from tests.handover.dossier.test_messages import forms, messages_of, translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.domain.kinds.catalogue import Detail
    from journal.logbook import Logbook

LANGUAGES = tuple(code for code in languages.LANGUAGES if code != "en")
SENDER = Sender(name="Zz Invented", operator="Zero Telecom", birth_date="1990-03-01", place="Zzstad")
MOMENTS = (
    Moment(Certainty.EXACT, start="2026-03-01T22:14"),
    Moment(Certainty.ABOUT, start="2026-03-02T19:30"),
    Moment(Certainty.BETWEEN, start="2026-03-01", end="2026-03-31"),
    Moment(Certainty.BETWEEN, start="2026-03-03T08:00", end="2026-03-03T09:00"),
    Moment(Certainty.PART_OF_DAY, start="2026-03-04T18:00", end="2026-03-04T22:00", part=PartOfDay.EVENING),
    Moment(Certainty.DAY, start="2026-03-05"),
    Moment(Certainty.UNKNOWN),
)


def a_full_case(folder: Path) -> Logbook:
    """A small case with an entry of every kind in which every field says something, told in words of no language."""
    logbook = a_case(folder)
    seen = logbook.case.add(Person(number=0, name="Zz Seen", role=Role.WITNESS, willing_to_testify=Willing.YES)).subject
    for at, kind in enumerate(KINDS):
        logbook.record(
            Entry(
                happened=MOMENTS[at % len(MOMENTS)],
                kind=kind.id,
                times=1 + at % 2,
                account="Zz.",
                quoted_words="Zz zz",
                person=1,
                identified_by=[*IdentifiedBy][at % len(IdentifiedBy)],
                targeted=(Targeted.ME, [*Targeted][at % len(Targeted)]),
                witnesses=(seen,),
                impact="Zz",
                my_response="Zz",
                threat_felt=[*Felt][at % len(Felt)],
                details=dict(_details(kind, at)),
            )
        )
    logbook.withdraw(4, "Zz")
    logbook.case.add(Order(number=0, parts=("contact", "street"), by="Zz", starts="2026-03-02", distance="Zz"))
    for step in STEPS:
        logbook.case.mark_step(step.id, StepMark(state=ItemState.DONE, on="2026-03-01"))
    return logbook


def _details(kind: Kind, at: int) -> Iterator[tuple[str, Detail]]:
    said: dict[Shape, Detail] = {
        Shape.YES_NO: at % 2 == 0,
        Shape.NUMBER: 7,
        Shape.DURATION: 45,
        Shape.PHONE: "+00 555 0142",
        Shape.DATE: "2026-03-01",
    }
    for field in kind.fields:
        yield field.id, field.choices[at % len(field.choices)].id if field.choices else said.get(field.shape, "Zz")


def everything_said(logbook: Logbook, language: str) -> str:
    """The text of all documents of a case, with every table."""
    words = Words(language)
    everything = HandoverChoice(language=language, sender=SENDER, receiver="Zz", stays=(Stays.ORIGINALS,))
    police = chosen_of(logbook, everything)
    asked = [
        chosen_of(logbook, HandoverChoice(to=to, language=language, sender=SENDER))
        for to in (For.OMBUDSMAN, For.OPERATOR)
    ]
    documents = (
        dossier(police, words),
        ombudsman(asked[0], words),
        operator(asked[1], words),
        witness_form(words, day=plain_day(date(2026, 3, 1), words)),
        supplier_letter(police, words),
        no_letter(police, words),
    )
    told = [text(one).decode("utf-8-sig") for one in documents]
    told += [csv_sheet(sheet).decode("utf-8-sig") for sheet in sheets(police, words)]
    return "\n".join(told).replace("Stood at the gate for an hour.", "")


def english_left_in(said: str, language: str) -> set[str]:
    """The English messages that stand in a text as whole words, and are no words of the language besides."""
    told = messages_of("journal/domain", "journal/handover")
    messages = [
        (english, form)
        for one in translated(language)
        if forms(one.id) in told
        for english, form in zip(forms(one.id), forms(one.string), strict=True)
    ]
    own = "\n".join(form for _english, form in messages)
    pieces = {
        piece.strip()
        for english, form in messages
        if english != form
        for piece in re.split(r"\{\w+\}", english)
        if len(piece.strip(" .,:;“”…·")) > 4
    }
    return {piece for piece in pieces if _stands_in(piece, said) and not _stands_in(piece, own)}


def _stands_in(piece: str, said: str) -> bool:
    return piece in said and re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", said) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_message_is_left_in_any_document(tmp_path: Path, language: str) -> None:
    logbook = a_full_case(tmp_path)

    said, in_english = everything_said(logbook, language), everything_said(logbook, "en")

    assert english_left_in(said, language) == set()
    assert len(english_left_in(in_english, language)) > 300
    logbook.close()


def test_french_sets_a_no_break_space_before_each_semicolon_question_and_call(tmp_path: Path) -> None:
    logbook, words = a_full_case(tmp_path), Words("fr")

    chosen = chosen_of(logbook, HandoverChoice(language="fr", sender=SENDER, receiver="Zz"))
    asked = chosen_of(logbook, HandoverChoice(to=For.OMBUDSMAN, language="fr", sender=SENDER))
    said = "".join(text(one).decode("utf-8-sig") for one in (dossier(chosen, words), ombudsman(asked, words)))
    logbook.close()

    assert re.findall(r".{0,30}[^\N{NO-BREAK SPACE}][;?!]", said) == []
    assert said.count("\N{NO-BREAK SPACE}; ") > len(KINDS)


@pytest.mark.parametrize(("country", "language"), [("nl_BE", "nl"), ("nl_NL", "nl"), ("fr_BE", "fr")])
def test_a_country_speaks_its_language(country: str, language: str) -> None:
    assert Words(country)("yes") == Words(language)("yes") != "yes"
    assert Words(country).many("{count} act", "{count} acts", 2) == Words(language).many(
        "{count} act", "{count} acts", 2
    )


def test_a_language_without_messages_is_refused_and_not_spoken_in_english() -> None:
    with pytest.raises(NoMessages, match="“xx” are not installed"):
        Words("xx")("yes")


def test_the_first_of_a_month_and_figures_are_written_as_in_each_language() -> None:
    first = Moment(Certainty.EXACT, start="2026-03-01T22:14")

    assert in_words(first, Words("fr")) == "dimanche 1er mars 2026, 22:14"
    assert plain_day(date(2026, 3, 1), Words("fr_BE")) == "1er mars 2026"
    assert plain_day(date(2026, 3, 11), Words("fr")) == "11 mars 2026"
    assert in_words(first, Words("nl")) == "zondag 1 maart 2026, 22:14"
    assert [decimal(1.5, Words(language)) for language in ("en", "nl", "fr", "nl_BE")] == ["1.5", "1,5", "1,5", "1,5"]


@pytest.mark.parametrize(
    ("moment", "dutch", "french"),
    [
        (MOMENTS[1], "maandag 2 maart 2026, rond 19:30", "lundi 2 mars 2026, vers 19:30"),
        (MOMENTS[2], "ergens in maart 2026", "en mars 2026, sans plus de précision"),
        (MOMENTS[3], "dinsdag 3 maart 2026, tussen 08:00 en 09:00", "mardi 3 mars 2026, entre 08:00 et 09:00"),
        (MOMENTS[4], "avond van woensdag 4 maart 2026", "soir du mercredi 4 mars 2026"),
        (MOMENTS[6], "tijdstip onbekend", "moment inconnu"),
    ],
)
def test_a_moment_is_told_as_surely_as_it_is_known_in_each_language(moment: Moment, dutch: str, french: str) -> None:
    assert (in_words(moment, Words("nl")), in_words(moment, Words("fr"))) == (dutch, french)


def test_a_picture_that_cannot_be_drawn_is_told_of_in_the_language_of_the_document(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "half.jpg").write_bytes(a_jpeg()[:120])
    logbook.exhibits.attach([examine(tmp_path / "half.jpg")], Target(entry=1))

    said = text(dossier(chosen_of(logbook, HandoverChoice(language="fr")), Words("fr"))).decode("utf-8-sig")

    assert "Pièce 5\N{NO-BREAK SPACE}: half.jpg\nCette image ne peut pas être montrée ici" in said
    logbook.close()
