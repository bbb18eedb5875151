"""Commands of every form that keeps a draft."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class FillIn(Command, keys="e", title=N_("Fill in"), footer=N_("fill in"), writes=True):
    help = N_("Opens what is highlighted, to complete or correct it; enter does it too.")
    words = N_("edit, change, amend, correct")


class WithdrawOne(Command, keys="w", title=N_("Withdraw"), footer=N_("withdraw"), writes=True):
    help = N_("Strikes what is highlighted and asks why; it stays named wherever something refers to it.")
    words = N_("delete, remove, strike, mistake")


class AttachHere(Command, keys="a", title=N_("Attach evidence"), footer=N_("attach"), writes=True):
    help = N_("Takes files, or a thing, into the journal for what is highlighted.")
    words = N_("photo, picture, screenshot, file, exhibit, add")


class ReadBeside(Command, keys="tab,shift+tab", title=N_("To the words, and back")):
    help = N_("Goes from the list to all that is said of what is highlighted, and back.")


class SaveForm(Command, keys="f2", title=N_("Save"), footer=N_("save"), leads=True, writes=True):
    help = N_("Records what stands here; everything but what is asked for may be empty.")
    words = N_("record, keep, store, finish")


class MoreFields(Command, keys="f4", title=N_("More fields, or fewer"), footer=N_("more fields")):
    help = N_("Shows the fields that are rarely used: until when, noticed, told by, tags and some of the kind.")


class LeaveForm(Command, keys="escape", title=N_("Back"), footer=N_("back")):
    help = N_("Goes back; what was typed waits as a draft.")
