"""Commands of every form that keeps a draft."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class FillIn(Command, keys="e", title=N_("Fill in"), footer=N_("fill in"), writes=True):
    help = N_("Opens the selected line to complete or correct it. Enter does the same.")
    words = N_("edit, change, amend, correct")


class WithdrawOne(Command, keys="w", title=N_("Cross out"), footer=N_("cross out"), writes=True):
    help = N_("Crosses out the selected line and asks for a reason. It stays readable.")
    words = N_("delete, remove, strike, mistake")


class AttachHere(Command, keys="a", title=N_("Attach evidence to the line"), footer=N_("attach"), writes=True):
    help = N_("Adds files, or a thing, to the selected line.")
    words = N_("photo, picture, screenshot, file, exhibit, add")


class ReadBeside(Command, keys="tab,shift+tab", title=N_("Switch between list and details")):
    help = N_("Switches between the list and the details of the selected line.")


class SaveForm(Command, keys="f2", title=N_("Save"), footer=N_("save"), leads=True, writes=True):
    help = N_("Saves the form. Only the fields you are asked about are needed.")
    words = N_("record, keep, store, finish")


class MoreFields(Command, keys="f4", title=N_("More fields, or fewer"), footer=N_("more fields")):
    help = N_("Shows or hides the fields that are rarely used: until, noticed, told by, tags and others.")
    idle = N_("This form has no other fields.")


class LeaveForm(Command, keys="escape", title=N_("Back from a form"), footer=N_("back")):
    help = N_("Goes back. What you typed is kept as a draft.")
