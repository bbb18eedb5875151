"""Commands about evidence: taking files in, looking at an exhibit, copying it out, and what is still to do."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class AttachFiles(Command):
    """Takes files, or a thing, into the journal as evidence."""

    id = "attach_files"
    keys = "a"
    title = N_("Attach evidence")
    help = N_(
        "Takes files into the journal for the highlighted entry, or for the highlighted item of its checklist; also a "
        "thing without a file, or an exhibit that is here already. Files can also be dropped or pasted into the window."
    )
    words = N_("evidence, photo, picture, screenshot, file, recording, add, upload, exhibit")
    footer = N_("attach")
    writes = True


class ShowExhibits(Command):
    """Lists every exhibit of the journal."""

    id = "show_exhibits"
    keys = "l"
    title = N_("List of exhibits")
    help = N_("Lists every exhibit of the journal, with its entry and where the original is; type to find one.")
    words = N_("evidence, photos, pictures, files, recordings, exhibit, attachments")


class ShowToDo(Command):
    """Lists what is still to do over the whole case."""

    id = "show_to_do"
    keys = "t"
    title = N_("Still to do")
    help = N_("Lists what is still to do, the latest entry first, to go there or to set several aside.")
    words = N_("tasks, open, checklist, missing, evidence, does not apply")


class PickLine(Command):
    """Picks the highlighted line, or lets it go again."""

    id = "pick_line"
    keys = "f4,insert"
    title = N_("Pick the line, or let it go")
    help = N_("Picks the highlighted line for F2, or lets it go again, and goes on to the next one.")
    footer = N_("pick")
    shown_key = "F4"
    writes = True


class PickFound(Command):
    """Picks all lines that are found, or lets them go again."""

    id = "pick_found"
    keys = "f6"
    title = N_("Pick all that is found")
    help = N_("Picks all lines that hold the typed words, or lets them go again.")
    footer = N_("pick all found")
    shown_key = "F6"
    writes = True


class SetAside(Command):
    """Says of the picked items that they do not apply."""

    id = "set_aside"
    keys = "f2"
    title = N_("Does not apply")
    help = N_("After asking: says of the picked items, or of the highlighted one, that they do not apply. u undoes it.")
    footer = N_("does not apply")
    shown_key = "F2"
    writes = True


class OpenLinked(Command):
    """Opens what belongs to the entry that is read."""

    id = "open_linked"
    keys = "enter"
    title = N_("Open what belongs to it")
    help = N_("Opens the exhibit, report, order or person of the entry; where there are several, lists them first.")
    words = N_("exhibit, report, order, person, link, follow")
    footer = N_("open")
    shown_key = "enter"


class AddOwnItem(Command):
    """Adds an item of one's own to the checklist."""

    id = "add_own_item"
    keys = "o"
    title = N_("Own item")
    help = N_("Adds something of your own to the evidence checklist of this entry.")
    footer = N_("own item")
    writes = True


class DropOwnItem(Command):
    """Takes an item of one's own away."""

    id = "drop_own_item"
    keys = "delete,backspace"
    title = N_("Take the own item away")
    help = N_("Takes an item that you added off the checklist; u puts it back.")
    shown_key = "del"
    writes = True


class StopWork(Command):
    """Stops what is being done."""

    id = "stop_work"
    keys = "escape"
    title = N_("Stop")
    help = N_("Stops what is being done; nothing is left half done.")
    footer = N_("stop")
    shown_key = "esc"


class LeaveOut(Command):
    """Leaves the highlighted file out."""

    id = "leave_out"
    keys = "delete,backspace"
    title = N_("Leave the file out")
    help = N_("Leaves the highlighted file out; it stays where it is.")
    shown_key = "del"


class ShowContent(Command):
    """Shows what is in the file."""

    id = "show_content"
    keys = "space,enter"
    title = N_("Show the content")
    help = N_("Shows the picture or the words of the exhibit.")
    footer = N_("show")


class CoverContent(Command):
    """Covers what is in the file again."""

    id = "cover_content"
    keys = "space,enter"
    title = N_("Cover the content")
    help = N_("Covers the picture or the words of the exhibit again.")
    footer = N_("cover")


class SaveCopy(Command):
    """Writes a copy of the file into a folder."""

    id = "save_copy"
    keys = "s"
    title = N_("Save a copy")
    help = N_("Writes a copy of the file into a folder and checks it. The original stays in the journal, unchanged.")
    words = N_("export, download, copy, extract")
    footer = N_("save a copy")


class AmendExhibit(Command):
    """Corrects or completes what is said of an exhibit."""

    id = "amend_exhibit"
    keys = "e"
    title = N_("Amend the exhibit")
    help = N_("Corrects or completes what is said of the exhibit; its file never changes.")
    words = N_("edit, change, correct, describe")
    footer = N_("amend")
    writes = True


class WithdrawExhibit(Command):
    """Withdraws an exhibit, with a reason."""

    id = "withdraw_exhibit"
    keys = "w"
    title = N_("Withdraw the exhibit")
    help = N_("Withdraws the exhibit and asks why; its number is not given to another one.")
    words = N_("delete, remove, strike, mistake")
    footer = N_("withdraw")
    writes = True


class TakeLinkAway(Command):
    """Takes the highlighted link away."""

    id = "take_link_away"
    keys = "delete,backspace"
    title = N_("Take the link away")
    help = N_("Takes the highlighted link away; the exhibit stays, and u puts the link back.")
    footer = N_("take link away")
    shown_key = "del"
    writes = True


class NextPart(Command):
    """To the next part of the screen."""

    id = "next_part"
    keys = "tab"
    title = N_("Next part")
    help = N_("From the words to the links, to the content, and round again.")


class PreviousPart(Command):
    """To the part of the screen before."""

    id = "previous_part"
    keys = "shift+tab"
    title = N_("Part before")
    help = N_("The other way round.")
