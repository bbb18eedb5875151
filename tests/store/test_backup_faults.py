"""Every call of a backup made to fail in turn: a file in the folder is a whole copy, or it is not there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.errors import JournalError, NotSaved
from journal.store.backed_up import BackUp
from journal.store.backup import back_up
from journal.store.verification import glance, verify
from tests.store.copying import NAME, aged
from tests.store.faults import ERRORS, Saboteur, all_from, one_at
from tests.store.journals import NOW, files_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_copy_that_reads_back_differently_is_removed(
    journal: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data).replace(b"rang", b"sang")))

    with pytest.raises(NotSaved, match="this disk may be failing"):
        back_up(journal, stick, now=NOW)

    assert files_in(stick) == []


def attempt(journal: Path, stick: Path) -> BackUp | str:
    try:
        return back_up(journal, stick, now=NOW)
    except JournalError as error:
        return str(error)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("which", [one_at, all_from])
def test_whatever_call_fails_nothing_half_written_passes_for_a_copy(
    journal: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, which: Callable[[int], Any], error: int
) -> None:
    aged(journal, stick, 401, 400, 399)
    before, older = journal.read_bytes(), set(files_in(stick))
    saboteur = Saboteur(monkeypatch)
    with saboteur.watching():
        back_up(journal, stick, now=NOW)
    (stick / NAME).unlink()
    outcomes = []

    for place in range(len(saboteur.calls)):
        with saboteur.failing(which(place), error):
            outcomes.append(attempt(journal, stick))
        for name in {name for name in files_in(stick) if not name.startswith(".")}:
            assert verify(stick / name).sound
        assert journal.read_bytes() == before
        if isinstance(outcomes[-1], BackUp):
            assert glance(outcomes[-1].path)[0].records == 7
            outcomes[-1].path.unlink()
        else:
            assert "!" not in outcomes[-1]

    assert any(isinstance(outcome, str) for outcome in outcomes)
    assert len({name for name in files_in(stick) if name in older}) >= 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errno.ENOSPC, "There is no room for the file here."),
        (errno.EACCES, "The computer does not allow writing in this folder."),
        (errno.EROFS, "This disk can only be read, not written."),
        (errno.ENOENT, "The folder is no longer there; a stick may have been pulled out."),
        (errno.EFBIG, "This disk does not take a file of this size."),
        (errno.EIO, "The disk did not take the file (Input/output error)."),
    ],
)
def test_each_cause_is_said_in_a_calm_sentence(
    journal: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    saboteur = Saboteur(monkeypatch)

    with saboteur.failing(lambda _at: saboteur.calls[-1] == "write", error), pytest.raises(NotSaved) as not_saved:
        back_up(journal, stick, now=NOW)

    assert str(not_saved.value).startswith(said)
    assert "The journal and what was here before are as they were." in str(not_saved.value)
    assert files_in(stick) == []
