"""Every call of a backup made to fail in turn: a file in the folder is a whole copy, or it is not there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import NotSaved
from journal.store.copies.backup import back_up
from tests.store.faults import Saboteur
from tests.store.journals import NOW, files_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_that_reads_back_differently_is_removed(
    journal: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data).replace(b"rang", b"sang")))

    with pytest.raises(NotSaved, match="this disk may be failing"):
        back_up(journal, stick, now=NOW)

    assert files_in(stick) == []


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
