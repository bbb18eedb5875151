"""Hand-over: writes the chosen documents into a folder, atomically, and records what left."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.base.task import Task
from journal.domain.evidence.custody import Custodian, Movement, next_copy
from journal.domain.ledger.actions import Action
from journal.domain.ledger.chain import Fault, FaultKind
from journal.domain.ledger.record import faults as faults_within
from journal.domain.ledger.verdict import told_faults
from journal.domain.text.country import words_of
from journal.domain.text.languages import known_language
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.moment import exactly
from journal.handover.bundle.encryption import OPEN
from journal.handover.preview.questions import nothing_leaves
from journal.handover.selection.choice import For, Format, HandoverChoice
from journal.handover.selection.choosing import SelectionSource, choose
from journal.handover.selection.third_person_labels import DocumentWords
from journal.logbook.handover_records import earlier_dossiers, given_in
from journal.logbook.new_files import new_files
from journal.logbook.output_files import drawn, outputs
from journal.logbook.stopping import require_wanted, watched
from journal.store.file.mutable_state import with_remembered, without_remembered

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from journal.domain.ledger.record import Record
    from journal.handover.bundle.encryption import Lock
    from journal.handover.model.document import Document
    from journal.handover.preview.preview import HandoverPreview
    from journal.handover.requests.offered import Letter, Written
    from journal.handover.selection.choice import EarlierHandover
    from journal.handover.selection.selection import Selection
    from journal.logbook.exhibits import Exhibits
    from journal.logbook.handover_records import Given
    from journal.logbook.output_files import OutputFile
    from journal.logbook.writing import Writing
    from journal.store.file.mutable_state import Remembered

_HOLDERS = {
    For.POLICE: Custodian.POLICE,
    For.LAWYER: Custodian.LAWYER,
    For.SUPPORT: Custodian.OTHER,
    For.OMBUDSMAN: Custodian.OTHER,
    For.OPERATOR: Custodian.OTHER,
}

_OF_RECORD = 1000
"""Bytes of work that a record counts for beside those of the exhibits, about its size in a file."""
_TOLD_AFTER = 1000
"""Records after which progress is told, and whether to stop is asked."""
_DOES_NOT_AGREE = N_(
    "Not everything in this journal agrees: {faults}. Whoever gets it would see that, so nothing was written, and the "
    "journal was left as it is. `journal verify` tells more; `journal recover` saves what is whole in a new file."
)


class Handed(Struct, frozen=True):
    """Result of a hand-over."""

    files: tuple[Path, ...]
    digests: tuple[str, ...]
    """SHA-256 of each file, lower-case hexadecimal."""
    record: int
    """Number of the hand-over's record."""
    head: str
    """Head digest contained in the documents, to be given to the receiver on another channel."""


class HandingOver:
    """Hand-overs of one journal; every method raises as those of the logbook."""

    def __init__(self, writing: Writing, exhibits: Exhibits) -> None:
        """Bind to the ledger of an open journal."""
        self._writing, self._exhibits = writing, exhibits

    def chosen(self, choice: HandoverChoice, task: Task | None = None) -> Selection:
        """Resolve a choice against the present journal, in the choice's language as the journal's country writes it.

        The task is advanced by the records of the journal, as in `preview`.
        """
        state, records, now = self._writing.state, self._writing.ledger.records, self._writing.now()
        country = self._writing.ledger.desk.settings.country
        choice = replace(choice, language=words_of(choice.language, country, str(now.tzinfo)))
        words = DocumentWords(choice.language, now.tzinfo)
        return choose(SelectionSource(records, state, words, now, self._exhibits.read), choice, task)

    def preview(self, chosen: Selection, task: Task | None = None) -> HandoverPreview:
        """Return every field that leaves and every field that stays; slow for many, callable from any thread."""
        from journal.handover.preview.preview import preview

        records: Sequence[Record] = self._writing.ledger.records
        return preview(chosen, records, chosen.words, task)

    def given(self) -> tuple[Given, ...]:
        """Return the recorded hand-overs, oldest first."""
        return tuple(given_in(self._writing.state.handed_over))

    def earlier_dossiers(self) -> tuple[EarlierHandover, ...]:
        """Return the last dossier of each receiver, to which a supplement can be made, the latest first."""
        return earlier_dossiers(self.given(), self._writing.now().tzinfo or UTC)

    @property
    def remembered(self) -> tuple[Remembered, ...]:
        """Choices saved for the next time, the one used last at the end."""
        return self._writing.ledger.desk.remembered

    def remember(self, choice: Remembered) -> None:
        """Save a choice for the next time, replacing one of the same name."""
        self._writing.ledger.keep(partial(with_remembered, choice))

    def forget(self, name: str) -> None:
        """Delete the saved choice of this name."""
        self._writing.ledger.keep(partial(without_remembered, name))

    @property
    def sender(self) -> Mapping[str, str]:
        """The user's own data as far as saved for the next time, by the names of the fields of `Sender`."""
        return self._writing.ledger.desk.sender

    def keep_sender(self, said: Mapping[str, str]) -> None:
        """Save these data for the next time, replacing all others; empty ones delete them."""
        self._writing.ledger.keep(lambda desk: replace(desk, sender=dict(said)))

    def write(
        self,
        chosen: Selection | HandoverChoice,
        folder: Path,
        *,
        lock: Lock = OPEN,
        task: Task | None = None,
    ) -> Handed:
        """Write every chosen format into the folder, under neutral names, and record what left.

        No file is ever written over. Raises NotSaved, Refused or `Stopped` with none of the files left behind.
        """
        taken = self.chosen(chosen) if isinstance(chosen, HandoverChoice) else chosen
        if nothing := nothing_leaves(taken):
            raise Refused(_(nothing))
        task, copied = task or Task(), set[int]()
        made = outputs(watched(taken, task), self._writing.state.journal_id, copied, lock)
        size = sum(one.size for one in taken.exhibits) + len(taken.ledger) * _OF_RECORD
        task.begin(*[size] * (sum(one.steps for one in made) + 1))
        return self._handed(folder, made, taken, task, said=_said(taken), copied=copied)

    def write_letter(
        self, letter: Letter, written: Written, folder: Path, form: Format, *, receiver: str = ""
    ) -> Handed:
        """Write a letter or a form into the folder, as PDF, HTML or text, and record it.

        Log sheets are numbered on from those that were made before.
        """
        from journal.handover.requests.log_sheets import SHEETS
        from journal.handover.requests.offered import document_of

        before = sum(one.document == letter.value for one in self.given())
        written = replace(written, first_sheet=1 + SHEETS * before)

        chosen = self.chosen(HandoverChoice(language=written.language, numbers=(0,), sender=written.sender))
        document: Document = document_of(letter, chosen, written)
        entries = [written.entry] if written.entry else []
        said = {"document": letter.value, "language": written.language, "receiver": receiver, "entries": entries}
        made = drawn(lambda: document, form, chosen.made)
        return self._handed(folder, (made,), chosen, Task(), said=said, copied=())

    def _handed(  # noqa: PLR0913 - each is said by name
        self,
        folder: Path,
        made: Sequence[OutputFile],
        chosen: Selection,
        task: Task,
        *,
        said: Mapping[str, Any],
        copied: Collection[int],
    ) -> Handed:
        self._writing.ledger.access.require()
        self._require_unchanged(task)
        task.next_step()
        with new_files(folder, f"{chosen.made:%Y-%m-%d}", [one.suffix for one in made]) as files:
            require_wanted(task)
            for one in made:
                files.write(one.suffix, lambda out, one=one: one.write(out, task))  # type: ignore[misc]
                task.next_step()
                require_wanted(task)
            files.publish()
            written = [[path.name, digest] for path, digest in files.written]
            told = {**said, "head": chosen.head, "at_record": chosen.records, "files": written}
            saved = self._writing.append_all([(Action.HANDED_OVER, 0, told), *self._movements(chosen, copied)])
        paths, digests = zip(*files.written, strict=True) if files.written else ((), ())
        return Handed(tuple(paths), tuple(digests), saved[0].record, chosen.head)

    def _require_unchanged(self, task: Task) -> None:
        """Raise Refused where any record fails its own digests, as documents are made from all of them."""
        records: Sequence[Record] = self._writing.ledger.records
        faults: list[Fault] = []
        for at, one in enumerate(records, start=1):
            faults += (Fault(one.seq, FaultKind(name)) for name in faults_within(one))
            if at % _TOLD_AFTER == 0:
                task.advance(_TOLD_AFTER * _OF_RECORD)
                require_wanted(task)
        if faults:
            raise Refused(_(_DOES_NOT_AGREE).format(faults=told_faults(faults, spoken())))

    def _movements(self, chosen: Selection, copied: Collection[int]) -> list[tuple[Action, int, dict[str, Any]]]:
        """Return the custody movements of the exhibits of which a copy left; none for the user's own archive."""
        if chosen.choice.to is For.OWN:
            return []
        register = self._writing.state.of(Movement)
        known = list(register.now.values())
        moved = [
            Movement(
                number=register.next + at,
                exhibit=one.number,
                copy=next_copy(one.number, known),
                holder=_HOLDERS[chosen.choice.to],
                receiver=chosen.choice.receiver,
                on=exactly(chosen.made),
            )
            for at, one in enumerate(one for one in chosen.exhibits if one.number in copied)
        ]
        return [(Action.MOVEMENT_ADDED, one.number, one.fields()) for one in moved]


def _said(chosen: Selection) -> dict[str, Any]:
    """Return what the record says of a hand-over, but for its files and the head digest."""
    choice = chosen.choice
    without = [[one.thing.sort, one.thing.key, one.field] for one in choice.without]
    return {
        "to": choice.to.value,
        "receiver": choice.receiver,
        "language": known_language(choice.language),
        "stays": [what.value for what in choice.stays],
        "entries": [one.history.number for one in chosen.entries],
        "exhibits": [one.number for one in chosen.exhibits],
        **({"without": without} if without else {}),
        **({"supplement_to": choice.supplement.record} if choice.supplement else {}),
    }
