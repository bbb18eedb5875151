"""Entries typed off a sheet on paper, each linked to the exhibit that is the picture of its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import Refused
from journal.domain.base.task import Task
from journal.domain.entry.origin import PAPER, Origin, OriginPlace, from_paper
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.actions import Action
from journal.domain.state import rules
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.entry import Entry
    from journal.logbook.exhibits import Exhibits, OneAction
    from journal.logbook.writing import Saved, Writing

_NO_PICTURE = N_(
    "The picture of this sheet is not among the exhibits any more. Nothing was saved; attach the picture again first."
)
_HERE = N_(
    "Line {line} of this sheet is here already, as entry {number}. Nothing was saved; amend that entry instead, or "
    "name another line."
)


class PaperSheets:
    """Operations on what is typed off paper; `record` raises as those of the logbook."""

    def __init__(self, writing: Writing, exhibits: Exhibits) -> None:
        """Bind to the ledger of an open journal."""
        self._writing, self._exhibits = writing, exhibits

    def next_line(self, sha256: str) -> OriginPlace:
        """Return the line behind the one that was typed off this picture last; line 1 of no sheet before the first."""
        places = [*self._typed_off(self._pictures.get(sha256, 0))]
        return OriginPlace(line=places[-1].line + 1, id=places[-1].id) if places else OriginPlace(line=1)

    def origin(self, picture: Exhibit, place: OriginPlace) -> Origin:
        """Return the origin of an entry typed off a line of this picture; raises Refused for a line that is here."""
        origin = Origin(picture.file_name, picture.sha256, PAPER, (place,))
        self._require_new(origin)
        return origin

    def record(self, entry: Entry, draft: str = "", files: Sequence[Exhibit] = ()) -> Saved:
        """Record an entry typed off paper with the link to its picture, and delete its draft, in one save.

        `files` is the examined picture, where it may not be here yet. Raises Refused where the line is here already or
        the picture is no exhibit, and a `FileRefused` where the file cannot be taken in.
        """
        state, origin = self._writing.state, entry.taken_from or Origin()
        rules.require_known(state, entry)
        self._require_new(origin)
        with self._writing.ledger.evidence.putting():
            actions, numbers, _known = self._exhibits.added(files, whole=False, contents={}, task=Task())
            picture = (self._pictures | numbers).get(origin.sha256)
            if picture is None:
                raise Refused(_(_NO_PICTURE))
            number = state.next_entry
            recorded: OneAction = (Action.ENTRY_RECORDED, number, entry.fields())
            link: OneAction = (Action.EXHIBIT_LINKED, picture, Target(entry=number).fields())
            return self._writing.append_all([*actions, recorded, link], draft)[len(actions)]

    @property
    def _pictures(self) -> dict[str, int]:
        return {one.sha256: one.number for one in reversed(self._exhibits.standing) if one.sha256}

    def _require_new(self, origin: Origin) -> None:
        here = self._typed_off(self._pictures.get(origin.sha256, 0))
        if number := here.get(from_paper(origin) or OriginPlace()):
            raise Refused(_(_HERE).format(line=origin.places[0].line, number=number))

    def _typed_off(self, picture: int) -> dict[OriginPlace, int]:
        """Return the lines that were typed off a picture, in the order in which they were, with their entries."""
        entries = self._writing.state.entries
        linked = sorted({target.entry for target in self._writing.state.links.get(picture, ()) if target.entry})
        standing = (entries[number] for number in linked if not entries[number].withdrawn)
        places = {one.number: from_paper(one.entry.taken_from) for one in standing if one.is_brought_in}
        return {place: number for number, place in places.items() if place}
