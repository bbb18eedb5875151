"""Files attached as evidence line by line: named by their paths, told of, and linked to an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.error_reporting import Left
from journal.commands.line_answers import agreed, answer, figures
from journal.commands.output import say, tell
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.checklist_matching import open_items, sort_of
from journal.domain.evidence.exhibit import Target, is_large
from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, spoken
from journal.evidence.batch import examine_all
from journal.evidence.file_labels import called
from journal.plain.answers import until_done
from journal.plain.places import asked_paths
from journal.plain.progress import PlainProgress
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.evidence.checklist import ChecklistLine
    from journal.domain.evidence.exhibit import Exhibit
    from journal.plain.room import PlainRoom

_PATHS = N_("Which file? Type its path, or several with blanks between.")
_PATHS_HELP = N_(
    "The path is the name of the file with its folders, such as ~/Pictures/door.jpg. A path with blanks in it "
    "stands between quotes. The file is copied into the journal as it is, and stays where it is."
)
_TITLE = N_("What is it called? Enter alone is the name of the file.")
_TITLE_HELP = N_("A few words for whoever reads the list of exhibits, such as: photo of the door.")
_LARGE = N_("It is large. Put all of it into the journal? Type yes or no; no keeps only its fingerprint.")
_LARGE_HELP = N_(
    "The fingerprint shows later that a file is the same. With it alone, you have to keep the file itself."
)
_ATTACH = N_("Attach it to entry {number}? Type yes or no.")
_ATTACH_HELP = N_("Yes puts it into the journal as an exhibit. No changes nothing.")
_ITEM = N_("Does it show one of these? Type the figure; enter alone ticks nothing.")
_ITEM_HELP = N_("What is ticked here is marked as done on the evidence checklist of the entry.")


def attach(room: PlainRoom) -> None:
    """Ask for files, tell what they are, and attach them to an entry once that is agreed; raises Left."""
    room.require_writable()
    asked = _AttachAnswers(room)
    until_done(asked.questions, asked.attach)


class _AttachAnswers:
    """What is asked before files are attached, each answer by itself, and their attaching."""

    def __init__(self, room: PlainRoom) -> None:
        self._room, self._number = room, 0
        self._files: tuple[Exhibit, ...] = ()
        self._whole = False
        self.questions = {N_("Entry"): self._ask_entry, N_("File"): self._ask_files, N_("Title"): self._ask_title}

    def _ask_entry(self) -> None:
        self._number = self._room.asked_entry().number

    def _ask_files(self) -> None:
        """Ask until a file can be read; an empty line leaves those that were named before."""
        while paths := asked_paths(_(_PATHS), _(_PATHS_HELP)):
            examined = examine_all(paths, PlainProgress())
            for sentence in examined.refused:
                tell(sentence)
            if examined.files:
                self._take(examined.files)
                return
        if not self._files:
            raise Left

    def _take(self, files: tuple[Exhibit, ...]) -> None:
        self._files = files
        for one in files:
            say(_facts(one))
        largest = self._room.logbook.settings.largest_file
        self._whole = any(is_large(one, largest) for one in files) and bool(agreed(_(_LARGE), _(_LARGE_HELP)))

    def _ask_title(self) -> None:
        if len(self._files) == 1:
            title = answer(_(_TITLE), lambda: [_(_TITLE_HELP)]).strip()
            self._files = (replace(self._files[0], title=title),)

    def attach(self) -> bool:
        """Attach the files once that is agreed, and offer what they may prove."""
        if not agreed(_(_ATTACH).format(number=self._number), _(_ATTACH_HELP)):
            tell(_("Nothing was attached."))
            return False
        target, task = Target(entry=self._number), PlainProgress()
        attached = self._room.logbook.exhibits.attach(self._files, target, whole=self._whole, task=task)
        for added in attached.added:
            tell(_("Attached as exhibit {number}.").format(number=added))
        for known in attached.known:
            tell(_("Already here as exhibit {number}; linked.").format(number=known))
        _tick(self._room, self._number, (*attached.added, *attached.known))
        return True


def _facts(one: Exhibit) -> Iterator[str]:
    yield _("File: {name}").format(name=harmless(one.file_name))
    yield _("Sort: {sort}").format(sort=called(one.media_type, spoken()))
    yield _("Size: {size}").format(size=size_in_words(one.size, spoken()))
    if one.has_location:
        yield _("It says where it was made; that stays in the original.")


def _tick(room: PlainRoom, number: int, exhibits: Sequence[int]) -> None:
    """Offer the items of the checklist that what was attached may prove; the one that is chosen is done."""
    sorts = [sort_of(one) for one in room.logbook.exhibits.standing if one.number in exhibits]
    lines: tuple[ChecklistLine, ...] = open_items(room.entry(number).checklist, sorts)
    if not lines:
        return
    chosen = figures(_(_ITEM), [harmless(line.label(spoken())) for line in lines], lambda: [_(_ITEM_HELP)])
    if not chosen:
        return
    line = lines[chosen[0]]
    mark = replace(line.mark, state=ItemState.DONE, on=f"{room.logbook.now():%Y-%m-%d}")
    saved = room.logbook.exhibits.tick(exhibits, Target(entry=number, item=line.item.id), mark)
    tell(_("Ticked, record {record}.").format(record=saved.record))
