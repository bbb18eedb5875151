"""Commands about evidence: taking files in, looking at an exhibit, copying it out, and what is still to do."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowCustody(Command, keys="c", title=N_("Where it went"), footer=N_("where it went")):
    help = N_("Shows where the original and every copy of the exhibit are, and every movement with its day.")
    words = N_("custody, chain, copies, original, movement")


class GaveIt(Command, keys="g", title=N_("Gave it to somebody"), footer=N_("gave it"), writes=True):
    help = N_("Notes to whom the original or a copy went, when, and against which receipt.")


class MadeCopy(Command, keys="n", title=N_("Made a copy"), footer=N_("made a copy"), writes=True):
    help = N_("Notes that a copy was made, and where it is.")


class GotBack(Command, keys="b", title=N_("Got it back"), footer=N_("got it back"), writes=True):
    help = N_("Notes that the original or a copy came back.")


class TickFile(Command, keys="space", title=N_("Tick the file, or not")):
    help = N_("Ticks the highlighted file or takes its tick back; while a name is typed, space belongs to the name.")


class TakeTickBack(Command, keys="delete", title=N_("Take the tick back")):
    help = N_("Takes the tick of the highlighted file back.")


class AttachFiles(Command, keys="a", title=N_("Attach evidence"), footer=N_("attach"), writes=True):
    help = N_(
        "Takes files into the journal for the highlighted entry, or for the highlighted item of its checklist; also a "
        "thing without a file, or an exhibit that is here already. Files can also be dropped or pasted into the window."
    )
    idle = N_("No entry is selected, or it is crossed out.")
    words = N_("evidence, photo, picture, screenshot, file, recording, add, upload, exhibit")


class ShowExhibits(Command, keys="l", title=N_("List of exhibits")):
    help = N_("Lists every exhibit of the journal, with its entry and where the original is; type to find one.")
    idle = N_("There are no exhibits yet. {attach_files} attaches evidence to an entry.")
    words = N_("evidence, photos, pictures, files, recordings, exhibit, attachments")


class ShowToDo(Command, keys="t", title=N_("Still to do")):
    help = N_("Lists what is still to do, the latest entry first, to go there or to set several aside.")
    idle = N_("There are no entries yet. {new_entry} writes the first one.")
    words = N_("tasks, open, checklist, missing, evidence, does not apply")


class SetAside(Command, keys="f2", title=N_("Does not apply"), footer=N_("does not apply"), writes=True):
    help = N_(
        "After asking: says of the picked items, or of the highlighted one, that they do not apply. One undo takes it "
        "back."
    )


class LeaveOut(Command, keys="delete,backspace", title=N_("Leave the file out")):
    help = N_("Leaves the highlighted file out; it stays where it is.")


class ShowContent(Command, keys="space,enter", title=N_("Show the content"), footer=N_("show")):
    help = N_("Shows the picture or the words of the exhibit.")


class CoverContent(Command, keys="space,enter", title=N_("Cover the content"), footer=N_("cover")):
    help = N_("Covers the picture or the words of the exhibit again.")


class SaveCopy(Command, keys="s", title=N_("Save a copy"), footer=N_("save a copy")):
    help = N_("Writes a copy of the file into a folder and checks it. The original stays in the journal, unchanged.")
    words = N_("export, download, copy, extract")


class AmendExhibit(Command, keys="e", title=N_("Amend the exhibit"), footer=N_("amend"), writes=True):
    help = N_("Corrects or completes what is said of the exhibit; its file never changes.")
    words = N_("edit, change, correct, describe")


class TypeOffLine(Command, keys="n", title=N_("Type a line off paper"), footer=N_("type off"), writes=True):
    help = N_(
        "Opens a new entry for one line of the sheet on this picture. The entry says from which sheet and line it is, "
        "and the picture is linked to it."
    )
    words = N_("paper, log sheet, handwriting, photo, scan, copy, line, transcribe")


class WithdrawExhibit(Command, keys="w", title=N_("Cross out the exhibit"), footer=N_("cross out"), writes=True):
    help = N_("Crosses out the exhibit and asks for a reason. Its number is not used again.")
    words = N_("delete, remove, strike, mistake")


class TakeLinkAway(
    Command, keys="delete,backspace", title=N_("Take the link away"), footer=N_("take link away"), writes=True
):
    help = N_("Takes the highlighted link away; the exhibit stays, and u puts the link back.")


class NextPart(Command, keys="tab", title=N_("Next part")):
    help = N_("From the words to the links, to the content, and round again.")


class PreviousPart(Command, keys="shift+tab", title=N_("Part before")):
    help = N_("The other way round.")
