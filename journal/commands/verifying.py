"""`journal verify`: verifies a journal, or a bundle that was handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE, FAILED, WrongUsage
from journal.commands.journal_location import JournalLocation, key_of
from journal.commands.output import say_words
from journal.commands.percents import Percents
from journal.commands.prompts import PassphrasePrompt
from journal.domain.base.errors import Refused, Unreadable
from journal.domain.ledger.verdict import LIMIT
from journal.domain.text.harmless import harmless
from journal.domain.text.languages import known_language
from journal.domain.text.words import N_, _, spoken
from journal.store.copies.verification import verify
from journal.store.disk.regular_files import open_regular_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.domain.ledger.proof import Comparison, DigestLookup
    from journal.domain.ledger.verdict import Verdict

_ZIP = b"PK\x03\x04"
_OF_A_JOURNAL = N_(
    "A bundle is checked by itself, so that --head and --against cannot be used with it. Nothing was checked. Its last"
    " digest is shown without them, to be compared by eye."
)
_NO_BUNDLE = N_("This cannot be checked as a bundle: {reason}. It was only read.")


def run(place: JournalLocation, *, head: Sequence[str] | None, against: tuple[Path | None, Path | None]) -> int:
    """Verify a journal or bundle and report what was compared; DONE where everything agrees.

    `against` is an older copy, and a file that holds its passphrase where it is another one.

    Raises Refused where nothing is there, WrongUsage where the head is no digest, Unreadable where a file is no journal
    or bundle, and WrongPassphrase that says of which file.
    """
    copy, secret = against
    if _is_bundle(place.existing):
        if head or copy:
            raise WrongUsage(_(_OF_A_JOURNAL))
        return _bundle(place.existing)
    verdict = _verified(place, "--passphrase-file", several=bool(copy))
    answers: list[DigestLookup | Comparison] = []
    if head:
        answers.append(_held(verdict, " ".join(head)))
    if copy:
        older = JournalLocation(copy, secret or place.passphrase_file)
        answers.append(verdict.against(_verified(older, "--against-passphrase-file", several=True)))
    say_words(in_sentences(verdict, answers))
    return DONE if verdict.sound and all(answer.sound for answer in (*answers, *verdict.stamps)) else FAILED


def in_sentences(verdict: Verdict, answers: Sequence[DigestLookup | Comparison] = ()) -> list[str]:
    """Return what a check found, the answers to what was asked of it, and what it cannot show."""
    return [
        verdict.sentence(spoken()),
        *(answer.sentence(spoken()) for answer in (*answers, *verdict.stamps)),
        _("Head digest: {head}").format(head=verdict.head_in_groups),
        _(LIMIT),
    ]


def _verified(place: JournalLocation, option: str, *, several: bool) -> Verdict:
    """Verify one file; where there are several, every prompt and error says which is meant."""
    from journal.store.age.protection import WrongPassphrase

    path = place.existing
    named = harmless(str(path)) if several else ""
    try:
        return verify(path, key_of(place, PassphrasePrompt(place.passphrase_file, option, named)), Percents())
    except WrongPassphrase as error:
        if not named:
            raise
        said = _("{path}: {why} The passphrase of this file can be read with {option}.")
        raise WrongPassphrase(said.format(path=named, why=error, option=option)) from error


def _held(verdict: Verdict, head: str) -> DigestLookup:
    try:
        return verdict.holding(head)
    except Refused as error:
        raise WrongUsage(str(error)) from error


def _is_bundle(path: Path) -> bool:
    if path.is_dir():
        return (path / "bagit.txt").is_file()
    try:
        with open_regular_file(path) as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _bundle(path: Path) -> int:
    """Verify a bundle with this program's own copy of the verifier in every bundle."""
    from journal.handover.bundle import verify

    language = known_language(spoken().language)
    try:
        told, faults = verify.check(path)
    except verify.CANNOT_READ as error:
        reason = verify.reason(error).told(language)
        raise Unreadable(_(_NO_BUNDLE).format(reason=harmless(reason))) from error
    lines = (*told, *map(verify.told_fault, faults), verify.verdict(faults))
    said = [harmless(line.told(language)) for line in lines]
    say_words(said)
    return FAILED if faults else DONE
