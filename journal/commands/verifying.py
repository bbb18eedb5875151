"""`journal verify`: whether a journal, or a bundle that was handed over, still stands as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.ending import DONE, FAILED
from journal.commands.files import key_of
from journal.commands.output import say
from journal.domain.errors import Refused, Unreadable
from journal.domain.harmless import harmless
from journal.domain.verdict import LIMIT
from journal.domain.words import N_, _, spoken
from journal.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.commands.files import Place
    from journal.domain.proof import Comparison, Held

_ZIP = b"PK\x03\x04"
_OF_A_JOURNAL = N_(
    "A bundle is checked by itself, so that --head and --against cannot be used with it. Nothing was checked. Its last"
    " digest is shown without them, to be compared by eye."
)
_NO_BUNDLE = N_("This cannot be checked as a bundle, because it is damaged or something else. It was only read.")


def run(place: Place, *, head: Sequence[str] | None, against: Path | None) -> int:
    """Say what was compared and with what result; done where everything agrees.

    Raises Refused where nothing is there or the head is no digest, Unreadable where a file is no journal or bundle.
    """
    if _is_bundle(place.existing):
        if head or against:
            raise Refused(_(_OF_A_JOURNAL))
        return _bundle(place.existing)
    verdict = verify(place.existing, key_of(place))
    answers: list[Held | Comparison] = []
    if head:
        answers.append(verdict.holding(" ".join(head)))
    if against:
        other = replace(place, file=against)
        answers.append(verdict.against(verify(other.existing, key_of(other))))
    say(
        [
            verdict.sentence(spoken()),
            *(answer.sentence(spoken()) for answer in (*answers, *verdict.stamps)),
            _("Head digest: {head}").format(head=verdict.head_in_groups),
            _(LIMIT),
        ]
    )
    return DONE if verdict.sound and all(answer.sound for answer in (*answers, *verdict.stamps)) else FAILED


def _is_bundle(path: Path) -> bool:
    if path.is_dir():
        return (path / "bagit.txt").is_file()
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _bundle(path: Path) -> int:
    """Say what the program says that lies in every bundle, this one's own copy of it."""
    from journal.handover.bundle import verify

    try:
        told, faults = verify.check(path)
    except verify.CANNOT_READ as error:
        raise Unreadable(_(_NO_BUNDLE)) from error
    said = [harmless(line) for line in (*told, *map(verify.told_fault, faults), verify.verdict(faults))]
    say(said)
    return FAILED if faults else DONE
