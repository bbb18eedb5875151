"""The form of a hand-over: its questions, and the choice that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain import kinds
from journal.domain.entry.number_ranges import numbers_in
from journal.domain.entry.typed_details import TRUE, NotReadable
from journal.domain.forms.form_input import TIME_NOT_SETTLED, FormInput, TypedTime, Unfinished, typed_day
from journal.domain.forms.form_question import ONLY_YES, FormQuestion, Sort, answers
from journal.domain.text.languages import LANGUAGE_NAMES, known_language
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.reading import Direction
from journal.handover.preview.questions import FORMATS, RECEIVERS, SENDER, STAYS, WHAT_STAYS, asked_of_sender
from journal.handover.selection.choice import For, Format, HandoverChoice, Sender, Stays
from journal.store.file.mutable_state import Remembered
from journal.ui.handover.which_entries import KEPT, NONE_MEETS, NONE_SEEN, SOME, THIS, proposed_entries, which

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.logbook.handing import HandingOver
    from journal.ui.handover.which_entries import Ground

TO, RECEIVER, ENTRIES, PERIOD, NUMBERS, KINDS, TAGS = "to", "receiver", "entries", "period", "numbers", "kinds", "tags"
SURELY = "surely"
LANGUAGE, FORMATS_OF, KEEP_SENDER, KEEP_AS = "language", "formats", "keep_sender", "keep_as"
LEAVE_TOO = {TRUE: N_("share too")}
_STAYS = "stays_"
"""How the names of fields begin by which a kept choice says what stays here."""
BIRTH_DATE = "birth_date"
PARTS = (PERIOD, SURELY, NUMBERS, KINDS, TAGS)
"""What is asked where only some entries leave."""

NO_FORMAT = N_("In which form? At least one is needed; PDF is read everywhere.")
NO_SUCH_ENTRY = N_("There is no entry {number}.")
OTHER_RECEIVER = N_("That dossier went to another receiver. Choose that one above, or other entries here.")
NO_SUCH_TAG = N_("No entry has the tag “{tag}”.")


def leaves_field(what: Stays) -> str:
    """Return the name of the field in which something is let go."""
    return f"leaves_{what.value}"


def sender_field(name: str) -> str:
    """Return the name of the field that holds a field of `Sender`."""
    return f"sender_{name}"


def asked(ground: Ground) -> Iterator[FormQuestion]:
    """Yield the questions, in their order."""
    yield FormQuestion(TO, N_("For whom"), Sort.CHOICE, answers(RECEIVERS))
    yield FormQuestion(RECEIVER, N_("Given to"), hint=N_("name or office; may stay empty"))
    for name, label in SENDER.items():
        sort = Sort.DAY if name == BIRTH_DATE else Sort.LINE
        yield FormQuestion(sender_field(name), label, sort, direction=Direction.INTERVAL)
    kept = N_("Your own data, in this journal, for the next time; unticked they are forgotten.")
    yield FormQuestion(KEEP_SENDER, N_("Keep your data"), Sort.CHOICES, ONLY_YES, note=kept)
    added = N_("New since a dossier makes a supplement to it: only what was recorded, amended or crossed out since.")
    yield FormQuestion(ENTRIES, N_("Which entries"), Sort.CHOICE, which(ground), note=added if ground.earlier else "")
    said = N_("as you would say it: March, since 3 February, between 1 June and 15 July")
    yield FormQuestion(PERIOD, N_("Period"), Sort.MOMENT, direction=Direction.INTERVAL, note=said)
    only = {TRUE: N_("only what is surely in it")}
    perhaps = N_("An entry whose day is not well known may be in the period; unticked, it is shared too.")
    yield FormQuestion(SURELY, N_("In the period"), Sort.CHOICES, only, note=perhaps)
    yield FormQuestion(NUMBERS, N_("Numbers"), Sort.NUMBERS, hint=N_("1-12, 15"))
    yield FormQuestion(KINDS, N_("Kinds"), Sort.CHOICES, {one: kinds.kind(one).label for one in ground.kinds})
    if ground.tags:
        yield FormQuestion(TAGS, N_("Tags"), Sort.LIST, hint=N_("between commas"))
    yield FormQuestion(LANGUAGE, N_("Language"), Sort.CHOICE, LANGUAGE_NAMES)
    bundle = N_("A bundle is one file: it holds the other documents, the exhibits, and what is needed to check them.")
    yield FormQuestion(FORMATS_OF, N_("In which form"), Sort.CHOICES, answers(FORMATS), note=bundle)
    for what, label in STAYS.items():
        yield FormQuestion(leaves_field(what), label, Sort.CHOICES, LEAVE_TOO, note=WHAT_STAYS[what])
    yield FormQuestion(
        KEEP_AS, N_("Keep this choice as"), hint=N_("a name, to begin with it another time; may stay empty")
    )


def begin(kept: Mapping[str, object], sender: Mapping[str, str], ground: Ground, entries: str = "") -> FormInput:
    """Return the form in which a kept choice stands, or the plain one, with the sender's data as far as kept.

    `entries` is the answer that takes the place of the kept one.
    """
    typed = FormInput.restored(dict(kept)) if kept else _plain()
    words = {name: text for name, text in typed.words.items() if name != KEEP_AS and not name.startswith(_STAYS)}
    words |= {leaves_field(what): TRUE for what in Stays if not typed.words.get(f"{_STAYS}{what}")}
    words |= {ENTRIES: entries} if entries else {}
    if words.get(ENTRIES) not in which(ground):
        words[ENTRIES] = proposed_entries(ground)
    times = {PERIOD: typed.times[PERIOD]} if PERIOD in typed.times else {}
    own = {sender_field(name): text for name, text in sender.items() if text and name != BIRTH_DATE}
    if day := sender.get(BIRTH_DATE):
        times[sender_field(BIRTH_DATE)] = typed_day(day, spoken())
    return FormInput(words | own | ({KEEP_SENDER: TRUE} if sender else {}), times)


def leaves(typed: FormInput, what: Stays) -> bool:
    """Tell whether something is let go."""
    return bool(typed.words.get(leaves_field(what)))


def proposed() -> dict[str, str]:
    """Return what is proposed anew for another receiver: in which form, and what leaves."""
    choice = HandoverChoice()
    let = {leaves_field(what): "" if choice.keeps(what) else TRUE for what in Stays}
    return {FORMATS_OF: ", ".join(choice.formats), **let}


def _plain() -> FormInput:
    choice = HandoverChoice()
    return FormInput(
        {
            TO: choice.to.value,
            LANGUAGE: known_language(spoken().language),
            FORMATS_OF: ", ".join(choice.formats),
            **{f"{_STAYS}{what}": TRUE for what in choice.stays},
        }
    )


def to_keep(typed: FormInput) -> dict[str, object]:
    """Return what is kept of a form for the next time, by what stays here: no word of the sender's."""
    own = {sender_field(name) for name in SENDER} | {KEEP_SENDER} | {leaves_field(what) for what in Stays}
    words = {name: text for name, text in typed.words.items() if name not in own}
    words |= {f"{_STAYS}{what}": TRUE for what in Stays if not leaves(typed, what)}
    return FormInput(words, {name: time for name, time in typed.times.items() if name not in own}).kept()


def shown(typed: FormInput, names: Iterator[str]) -> frozenset[str]:
    """Return the names of the fields that are asked, as the form stands."""
    to, own = _to(typed), not leaves(typed, Stays.OWN_DATA)
    of_sender = {sender_field(name) for name in asked_of_sender(to, own_data_stays=own)}
    hidden = {sender_field(name) for name in SENDER} - of_sender
    if typed.words.get(ENTRIES) != SOME:
        hidden |= set(PARTS)
    return frozenset(names) - hidden


def choice_of(typed: FormInput, ground: Ground) -> HandoverChoice | Unfinished:
    """Return the choice that the form means, or why it does not mean one yet."""
    complaints: dict[str, str] = {}
    only = _only(typed, ground, complaints) if typed.words.get(ENTRIES) == SOME else {}
    entries = typed.words.get(ENTRIES) or proposed_entries(ground)
    numbers = _chosen(entries, ground, complaints)
    earlier = ground.earlier.get(entries)
    if earlier and earlier.to != _to(typed):
        complaints[ENTRIES] = OTHER_RECEIVER
    formats = tuple(Format(one) for one in _listed(typed, FORMATS_OF))
    if not formats:
        complaints[FORMATS_OF] = NO_FORMAT
    sender = sender_of(typed, complaints)
    if complaints:
        return Unfinished(complaints)
    return HandoverChoice(
        to=_to(typed),
        language=typed.words.get(LANGUAGE, "en"),
        stays=tuple(what for what in Stays if not leaves(typed, what)),
        formats=formats,
        sender=sender,
        receiver=typed.words.get(RECEIVER, "").strip() or (earlier.receiver if earlier else ""),
        supplement=earlier,
        **(only or numbers),
    )


def _chosen(which: str, ground: Ground, complaints: dict[str, str]) -> dict[str, Any]:
    """Return the numbers of the entries that are meant, as a field of a choice; without that field all leave."""
    if which == THIS:
        return {NUMBERS: (ground.entry,)}
    meeting = ground.meeting(which)
    if meeting == ():
        complaints[ENTRIES] = NONE_MEETS if which.startswith(KEPT) else NONE_SEEN
    return {} if meeting is None else {NUMBERS: meeting}


def _to(typed: FormInput) -> For:
    return For(typed.words.get(TO) or For.POLICE)


def _listed(typed: FormInput, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in typed.words.get(name, "").split(","))))


def _only(typed: FormInput, ground: Ground, complaints: dict[str, str]) -> dict[str, Any]:
    """Return which entries are meant, as fields of a choice."""
    only: dict[str, Any] = {KINDS: _listed(typed, KINDS), TAGS: _listed(typed, TAGS)}
    time = typed.times.get(PERIOD, TypedTime())
    if time.text.strip() and not (time.moment and time.moment.known):
        complaints[PERIOD] = TIME_NOT_SETTLED
    elif time.moment:
        last = time.until or time.moment
        only |= {"since": time.moment.start[:10], "until": (last.end or last.start)[:10]}
        only |= {"perhaps": not typed.words.get(SURELY)}
    try:
        numbers = numbers_in(typed.words.get(NUMBERS, ""))
    except NotReadable as why:
        complaints[NUMBERS] = str(why)
        return only
    if strange := [number for number in numbers if number not in ground.numbers]:
        complaints[NUMBERS] = _(NO_SUCH_ENTRY).format(number=strange[0])
    if unknown := [tag for tag in _listed(typed, TAGS) if tag not in ground.tags]:
        complaints[TAGS] = _(NO_SUCH_TAG).format(tag=unknown[0])
    return only | {NUMBERS: numbers}


def sender_of(typed: FormInput, complaints: dict[str, str]) -> Sender:
    """Return what is said of the sender in the fields that this receiver asks for."""
    own = not leaves(typed, Stays.OWN_DATA)
    names = asked_of_sender(_to(typed), own_data_stays=own)
    said = {name: typed.words.get(sender_field(name), "").strip() for name in names if name != BIRTH_DATE}
    born = typed.times.get(sender_field(BIRTH_DATE), TypedTime())
    if BIRTH_DATE in names and born.text.strip():
        if born.moment and born.moment.day:
            said[BIRTH_DATE] = born.moment.day.isoformat()
        else:
            complaints[sender_field(BIRTH_DATE)] = TIME_NOT_SETTLED
    return Sender(**said)


def remember(typed: FormInput, handing: HandingOver) -> None:
    """Keep the choice as the last one, and under its name; the sender's data only where that is ticked.

    Raises JournalError where it cannot be kept.
    """
    kept, name = to_keep(typed), typed.words.get(KEEP_AS, "").strip()
    own = {one: typed.words.get(sender_field(one), "") for one in SENDER}
    own[BIRTH_DATE] = sender_of(typed, {}).birth_date
    if name:
        handing.remember(Remembered(name=name, typed=kept))
    handing.remember(Remembered(typed=kept))
    handing.keep_sender({one: said for one, said in own.items() if said} if typed.words.get(KEEP_SENDER) else {})
