"""Commands about bringing in exports."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ImportFiles(Command, keys="i", title=N_("Bring in messages and calls"), writes=True):
    help = N_(
        "Reads a backup of a phone, an exported chat or the journal of a witness, lists what is in it, and takes what "
        "you pick; the part that was taken is kept as evidence."
    )
    words = N_("import, whatsapp, sms, call list, backup, export, chat, phone, load, witness, journal, bundle")


class TakePicked(Command, keys="f2", title=N_("Bring in what is picked"), footer=N_("bring in"), writes=True):
    help = N_("Makes an entry of every picked line, after asking. One undo takes all of them back.")


class ShowFirstWords(Command, keys="f3", title=N_("Show or hide the words"), footer=N_("words")):
    help = N_("Shows the first words of every message, or hides them again.")


class NarrowList(Command, keys="f5", title=N_("Sort, narrow, count together"), footer=N_("sort, narrow")):
    help = N_(
        "Sorts the lines, leaves only those of one sender, kind or period, and counts bursts of one sender as one "
        "entry with their number."
    )
    words = N_("filter, order, period, days, burst, together")


class TakeDoubtfulToo(Command, keys="f3", title=N_("Bring them in too"), writes=True):
    help = N_("Brings in also what is perhaps in the journal already.")


class KeepWholeFile(Command, keys="f7", title=N_("Keep the whole file too"), footer=N_("whole file")):
    help = N_(
        "Keeps the whole export as evidence, not only the part that is brought in. It may hold talks with people "
        "you trust; it is not shared unless you choose it."
    )


class NoneOfThem(Command, keys="f6", title=N_("None of them is me"), footer=N_("none of them")):
    help = N_("Goes on without saying which of the writers you are.")


class TakeColumns(Command, keys="f2", title=N_("Read the table so"), footer=N_("read it so"), writes=True):
    help = N_("Reads the table with the columns as they are said here; nothing is taken yet.")
