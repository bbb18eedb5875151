"""`journal head`: the head digest for somebody else to keep, and those of other journals that are kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE, FAILED
from journal.commands.import_keepers import asked_keeper
from journal.commands.journal_location import opened_to_read, opened_to_write
from journal.commands.line_answers import line
from journal.commands.output import say, say_words, tell
from journal.domain.base.errors import Refused
from journal.domain.case.kept_head import HeadText, KeptHead, read_head
from journal.domain.ledger.record import groups_of_four
from journal.domain.ledger.verdict import LIMIT
from journal.domain.text.qr_code import qr_lines
from journal.domain.text.words import N_, _, many, spoken
from journal.evidence.errors import FileRefused
from journal.logbook.other_ledgers import compared, ledger_of
from journal.store.disk.regular_files import first_bytes
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation
    from journal.domain.ledger.proof import DigestLookup
    from journal.logbook import Logbook
    from journal.logbook.other_ledgers import OtherLedger

_LONGEST_TEXT = 200
"""Bytes of a file that holds a head digest and nothing else."""
_HEAD_HELP = N_("64 signs, in groups or in one piece, as `journal head show` tells them in the other journal.")
_NONE_KEPT = N_("No head digest of another journal is kept here. `journal head keep` keeps one.")
_KEPT = N_("The head digest is kept as number {number}, in record {record}.")
_NOT_READ = N_("This file holds no head digest and no journal that can be read. Nothing was kept.")


def show(place: JournalLocation) -> int:
    """Write the head digest of the journal, in groups, as one text and as a QR code."""
    with opened_to_read(place) as logbook:
        last = logbook.last
        if last is None:
            raise Refused(_("Nothing is written in this journal yet."))
        head = HeadText(last.digest, logbook.state.journal_id, last.seq)
        say_words(
            [
                _("Head digest of record {record}: {digest}").format(
                    record=last.seq, digest=groups_of_four(last.digest)
                ),
                _("To be kept in another journal: {text}").format(text=head.text()),
            ]
        )
        say(qr_lines(head.text()))
        return DONE


def keep(place: JournalLocation, file: Path | None) -> int:
    """Keep a head digest that is typed, comes through a pipe, or is read from a file; asks whose journal it is."""
    with opened_to_write(place) as logbook:
        head = _of_file(file.expanduser()) if file else read_head(line(_("Head digest:"), _(_HEAD_HELP)) or "")
        keeper = asked_keeper(logbook, _("Whose journal is it? A number, a name, or enter for nobody named."))
        kept = KeptHead(number=0, digest=head.digest, journal=head.journal, record=head.record)
        saved = logbook.case.keep_head(kept, keeper)
        say_words([_(_KEPT).format(number=saved.subject, record=saved.record)])
    return DONE


def kept(place: JournalLocation) -> int:
    """Write the head digests that are kept, one per line; FAILED where there is none."""
    with opened_to_read(place) as logbook:
        heads = logbook.case.standing(KeptHead)
        say(_line(one, logbook) for one in heads)
        if not heads:
            tell(_(_NONE_KEPT))
        return DONE if heads else FAILED


def verify_heads(place: JournalLocation, other: Path) -> int:
    """Say which of the heads that are kept still hold against another journal or its bundle."""
    with opened_to_read(place) as logbook:
        heads = logbook.case.standing(KeptHead)
        if not heads:
            raise Refused(_(_NONE_KEPT))
        ledger = ledger_of(other.expanduser())
        results = list(compared(heads, ledger))
        say_words([*_results(results, logbook), *_limits(ledger), _(LIMIT)])
    concerned = [result for _head, result in results if result is not None]
    return DONE if concerned and all(result.sound for result in concerned) else FAILED


def _results(results: list[tuple[KeptHead, DigestLookup | None]], logbook: Logbook) -> Iterator[str]:
    for head, result in results:
        told = result.sentence(spoken()) if result is not None else _("It is of another journal and was not compared.")
        yield f"{_line(head, logbook)}: {told}"


def _limits(ledger: OtherLedger) -> Iterator[str]:
    """Yield what a head digest that holds does not say of this file."""
    yield _("Only the records were compared, not the files of exhibits.")
    if count := len(ledger.blackened):
        told = many(
            "In {count} record of this file fields are redacted or erased; their digests were compared.",
            "In {count} records of this file fields are redacted or erased; their digests were compared.",
            count,
        )
        yield told.format(count=count)


def _line(one: KeptHead, logbook: Logbook) -> str:
    person = logbook.state.people.get(one.person)
    of = harmless(person.name) if person else _("nobody named")
    record = _("record {number}").format(number=one.record) if one.record else ""
    return "  ".join(filter(None, (f"{one.number:>3}", one.kept_on, of, record, groups_of_four(one.digest))))


def _of_file(path: Path) -> HeadText:
    """Read a head digest from a small text, or take that of a journal or a bundle."""
    if path.is_file():
        try:
            beginning = first_bytes(path, _LONGEST_TEXT + 1)
        except OSError as error:
            raise FileRefused(path.name) from error
        if len(beginning) <= _LONGEST_TEXT:
            return read_head(beginning.decode("utf-8-sig", "replace"))
    ledger = ledger_of(path)
    if not ledger.head:
        raise Refused(_(_NOT_READ))
    return HeadText(ledger.head, ledger.journal, ledger.last)
