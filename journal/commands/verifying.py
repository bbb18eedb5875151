"""`journal verify`: whether the journal still stands as it was written, from the file alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.commands.ending import DONE, FAILED
from journal.commands.files import key_of
from journal.commands.output import say
from journal.domain.verdict import LIMIT
from journal.domain.words import _, spoken
from journal.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.commands.files import Place
    from journal.domain.proof import Comparison, Held


def run(place: Place, *, head: Sequence[str] | None, against: Path | None) -> int:
    """Say what was compared and with what result; done where everything agrees.

    Raises Refused where nothing is there or the head is no digest, Unreadable where a file is no journal.
    """
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
