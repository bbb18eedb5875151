"""What is to be handed over: for whom, which entries, in which language and form, and what stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.entry.number_ranges import in_few_ranges
from journal.domain.forms.form_input import FormInput, Unfinished
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.words import N_, _, many
from journal.domain.time.reading import Direction
from journal.handover.preview.questions import SENDER, missing
from journal.handover.selection.choice import Stays
from journal.ui.fields.form_row import ChoiceRow, FormRow
from journal.ui.fields.question_rows import QuestionRows
from journal.ui.fields.rows_form import RowsForm
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.said_line import SaidLine
from journal.ui.frame.title import FIRST_OUT, Note, lasting
from journal.ui.frame.title_line import TitleLine
from journal.ui.handover import choice_form as form
from journal.ui.handover.commands import KeptChoices, SeeWhatLeaves, WriteLetter
from journal.ui.handover.which_entries import SEEN, Ground, chosen_in_words, proposed_entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from journal.handover.preview.preview import HandoverPreview
    from journal.handover.selection.choice import Exclusion, HandoverChoice
    from journal.logbook import Logbook
    from journal.ui.handover.flows import Leaving
    from journal.ui.handover.which_entries import SeenEntries

PRIVATE_LEAVES = N_(
    "Your private notes would be shared too. Press F2 once more to go on, or take the tick away to keep them here."
)
PERHAPS_IN_IT = N_(
    "It is not sure that these entries are in the period: {numbers}. Press F2 once more to share them too, or "
    "tick that only sure ones are shared."
)
ANEW = N_("For another receiver, the form and what will be shared are as proposed at first. Please look at them.")
NOT_YET = N_("One answer is missing. Nothing is written yet.")
FOLLOWED = (form.TO, form.ENTRIES, form.leaves_field(Stays.OWN_DATA))
"""The questions on whose answers it depends what else is asked."""


class HandOverScreen(Fitted[None]):
    """The form of a hand-over; stays as it is until what it says was written."""

    HELP = N_("What you want to share. F2 shows every field of it before anything is written; escape goes back.")
    CSS = """
    HandOverScreen RowsForm { height: 1fr; padding: 0 1; }
    HandOverScreen FormRow > .label { width: 22; }
    HandOverScreen #said { padding: 0 1; background: $panel; text-style: bold; }
    """
    BINDINGS = bindings(SeeWhatLeaves, WriteLetter, KeptChoices, Close)
    AUTO_FOCUS = ""

    def __init__(self, logbook: Logbook, entry: int = 0, seen: SeenEntries | None = None) -> None:
        """Begin with the choice that was made last; `entry` is under the cursor.

        Where the timeline is narrowed, the entries that are `seen` take the place of those that were chosen last.
        """
        super().__init__()
        self.logbook = logbook
        """The journal from which is handed over."""
        self.ground = Ground.of(logbook, entry, seen)
        """What there is to choose from."""
        self.taken_out: tuple[Exclusion, ...] = ()
        """What was taken out by hand, until this is closed."""
        self._leaving: Leaving | None = None
        self._cautioned = False
        self._told_perhaps: tuple[int, ...] = ()
        self._told_missing: tuple[str, ...] = ()
        remembered = logbook.handing_over.remembered
        self._form = self._made(remembered[-1].typed if remembered else {}, SEEN if seen else "")

    def _made(self, kept: Mapping[str, object], entries: str = "") -> RowsForm:
        typed = form.begin(kept, self.logbook.handing_over.sender, self.ground, entries)
        reader = TimeReader(self.logbook.now, Direction.INTERVAL)
        if form.PERIOD in typed.times:
            # What was “last month” then is another month by now.
            typed = typed.with_time(form.PERIOD, reader.typed(typed.times[form.PERIOD].text)[0])
        rows = QuestionRows(typed, {}, reader)
        return RowsForm(typed, lambda: rows.of(form.asked(self.ground)))

    def compose_body(self) -> ComposeResult:
        """Yield the form, and the line for what is said."""
        yield self._form
        yield SaidLine(id="said")

    def on_mount(self) -> None:
        """Put the cursor into the first question."""
        self._begin()

    def _begin(self) -> None:
        for row in self.query(FormRow):
            if row.field in FOLLOWED:
                self.watch(row.entrance, "chosen", self._fit, init=False)
            if row.field == form.TO:
                self.watch(row.entrance, "chosen", self._begin_anew, init=False)
        self._fit()
        self._form.go_to_field(form.TO)

    def _begin_anew(self) -> None:
        """Propose form and what leaves as at first, so that nothing goes on unseen from one receiver to another."""
        proposed = form.proposed()
        again = [row for row in self.query(ChoiceRow) if row.field in proposed and row.chosen != proposed[row.field]]
        for row in again:
            row.choose(proposed[row.field])
        self.say(_(ANEW) if again else "")

    def _fit(self) -> None:
        """Show the questions that these answers leave."""
        names = form.shown(self._form.typed, (row.field for row in self.query(FormRow)))
        for row in self.query(FormRow):
            row.display = row.field in names
        self._say_which(self._form.typed.words.get(form.ENTRIES) or proposed_entries(self.ground))

    def _say_which(self, answer: str) -> None:
        chosen = lasting(*chosen_in_words(answer, self.ground))
        self.entitle(_("Hand over"), chosen, Note(_("nothing is written yet"), rank=FIRST_OUT))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer kept choices where there are any."""
        return action != KeptChoices.id or bool(self.kept_names)

    @property
    def kept_names(self) -> tuple[str, ...]:
        """The names of the choices that are kept."""
        return tuple(one.name for one in self.logbook.handing_over.remembered if one.name)

    @property
    def typed(self) -> FormInput:
        """What stands in the form."""
        return self._form.typed

    def say(self, words: str) -> None:
        """Say something below the form; "" takes it back."""
        self.query_one(SaidLine).say(words)

    async def begin_with(self, kept: Mapping[str, object]) -> None:
        """Put a kept choice into the form."""
        async with self.batch():
            await self._form.remove()
            self._form = self._made(kept)
            await self.mount(self._form, after=self.query_one(TitleLine))
        self.say("")
        self._begin()

    def _meant(self) -> HandoverChoice | None:
        choice = form.choice_of(self.typed, self.ground)
        if isinstance(choice, Unfinished):
            self._form.complain(choice.complaints)
            self.say(_(NOT_YET))
            return None
        self._form.complain({})
        if self._asks_for(tuple(missing(choice))):
            return None
        leaves = not choice.keeps(Stays.PRIVATE_NOTES)
        if leaves and not self._cautioned:
            self._cautioned = True
            self.say(_(PRIVATE_LEAVES))
            return None
        self._cautioned = leaves
        self.say("")
        return choice

    def _asks_for(self, labels: tuple[str, ...]) -> bool:
        """Say once what is empty and needed; tell whether that was not said before."""
        if not labels or self._told_missing == labels:
            return False
        self._told_missing = labels
        told = many(
            "This is empty, and the receiver needs it: {names}. Press F2 once more to go on without it.",
            "These are empty, and the receiver needs them: {names}. Press F2 once more to go on without them.",
            len(labels),
        )
        self.say(told.format(names=", ".join(map(_, labels))))
        self._form.go_to_field(form.sender_field(next(name for name, label in SENDER.items() if label == labels[0])))
        return True

    def _is_to_be_asked(self, shown: HandoverPreview) -> bool:
        """Say once which entries are perhaps in the chosen period; tell whether that was not said before."""
        if not shown.perhaps or not shown.perhaps_leave or self._told_perhaps == shown.perhaps:
            return False
        self._told_perhaps = shown.perhaps
        self.say(_(PERHAPS_IN_IT).format(numbers=in_few_ranges(shown.perhaps)))
        return True

    async def action_see_what_leaves(self) -> None:
        """Show what would leave, and from there write it."""
        if choice := self._meant():
            await self.run_flow(self._hand_over(choice))

    async def _hand_over(self, choice: HandoverChoice) -> None:
        """Show what leaves, write it, and say what was written; the form stays until that is done."""
        from journal.ui.handover.flows import Leaving, tell

        leaving = self._leaving
        if leaving is None or not leaving.holds_for(choice, self.taken_out):
            leaving = self._leaving = Leaving(self.app, self.logbook, choice, self.taken_out)
        refusal = await leaving.refusal()
        if refusal:
            self.say(refusal)
        if refusal or (leaving.prepared and self._is_to_be_asked(leaving.prepared.counts)):
            return
        handed = await leaving.written()
        self.taken_out = leaving.taken_out
        if handed:
            self._remember()
            await tell(self.app, handed)
            self.dismiss(None)

    def _remember(self) -> None:
        try:
            form.remember(self.typed, self.logbook.handing_over)
        except JournalError as why:
            self.tell(str(why), trouble=True)

    async def action_kept_choices(self) -> None:
        """List what was kept, to begin with one of them."""
        await self.run_flow(self._choose_kept())

    async def _choose_kept(self) -> None:
        from journal.ui.handover.kept_choices import HandKept

        name = await self.app.push_screen_wait(HandKept(self.logbook))
        kept = {one.name: one.typed for one in self.logbook.handing_over.remembered}
        if name in kept:
            await self.begin_with(kept[name])

    async def action_write_letter(self) -> None:
        """Make a letter or a form."""
        from journal.ui.handover.letter_flows import write_letter

        await self.run_flow(write_letter(self.app, self.logbook, self.ground.entry))
