"""What holds for every reader that is registered: damaged bytes of its own export raise only the program's errors."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import JournalError
from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import Found
from journal.intake.recognition.readers import READERS, Recognised
from tests.intake.exports import a_backup, a_call, a_text
from tests.intake.formats import test_journals, test_jrnl, test_outlook_mail
from tests.intake.formats.reading import a_file, torn
from tests.intake.formats.test_recognition import EXPORTS

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.recognition.readers import Reader

SAMPLES = [
    *(head for head, _label in EXPORTS),
    test_journals.JOURNAL,
    test_journals.LIST,
    test_outlook_mail.WHOLE,
    a_backup(a_text("Answer me"), a_call()).encode(),
    test_jrnl.TEXT.encode(),
    json.dumps(test_jrnl.DIARY).encode(),
    b"18-08-2026 09:15 - Bram: Answer me\n18-08-2026 09:16 - Els: a.jpg (file attached)\n",
]
"""Whole exports; a reader of none of them fails here."""


def readable(folder: Path, reader: Reader) -> list[bytes]:
    """The samples that a reader recognises."""
    return [sample for sample in SAMPLES if reader.recognises(a_file(folder, sample, "sample"))]


def read_all(one: Recognised) -> int:
    """Read it as an import does, with the files that came with its messages; returns how much was found or told."""
    count = 0
    for found in one.items(DayOrder.DAY_FIRST):
        count += 1
        if isinstance(found, Found):
            for file in found.attachments:
                with contextlib.suppress(OSError, KeyError, ValueError, IndexError):
                    one.reader.attachment(one.source, found, file.index)
    return count


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.label)
def test_a_whole_export_of_every_reader_is_there_and_read(tmp_path: Path, reader: Reader) -> None:
    samples = readable(tmp_path, reader)

    assert samples
    assert any(read_all(Recognised(a_file(tmp_path, sample, "sample"), reader)) for sample in samples)


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.label)
@given(data=st.data())
def test_damaged_bytes_of_every_export_raise_only_the_errors_of_the_program(
    tmp_path_factory: pytest.TempPathFactory, reader: Reader, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "every"
    whole = data.draw(st.sampled_from(readable(folder, reader)))
    source = a_file(folder, data.draw(torn(whole)), "torn")

    with contextlib.suppress(JournalError):
        if reader.recognises(source):
            read_all(Recognised(source, reader))
