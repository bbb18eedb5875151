"""Commands of the form of an entry and of the drafts that wait."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowDrafts(Command, keys="d", title=N_("Waiting drafts"), footer=N_("drafts"), writes=True):
    help = N_("Lists what was typed and not yet recorded, to go on with it.")
    words = N_("unfinished, go on, restore, unsaved")


class TakeKnown(Command, keys="f6", title=N_("Take what was recognised"), footer=N_("take it"), priority=True):
    help = N_("Puts the person whose number this is, or the order that held then, into its field.")


class ShowWhatToKeep(Command, keys="f5", title=N_("Evidence checklist, or the form alone"), footer=N_("checklist")):
    help = N_("Shows the evidence checklist of the kind below the form, or folds it away again.")


class DropDraft(Command, keys="delete,backspace", title=N_("Forget the draft")):
    help = N_("Forgets the highlighted draft, after asking.")
