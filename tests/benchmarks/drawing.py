"""One hand-over, or the plain table beside it, made in a process of its own: what it costs, as one JSON object."""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import msgspec

from journal.domain.base.task import Task
from journal.domain.text.words import Words
from journal.handover.dossier.formatting import happened, recorded
from journal.handover.selection.choice import Format, HandoverChoice, Sender
from journal.logbook import Logbook
from journal.logbook.output_files import outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.handover.selection.selection import SelectedEntry, Selection

PHOTO = "measured-"
"""How the names of the files begin that stand in what is measured; no other exhibit does."""
TABLE = "table"
"""The plain table, in place of the name of a format."""
ENGLISH = Words("en")
BETWEEN_LOOKS = 0.1
"""Seconds."""


def main() -> None:
    """Make what the arguments name: the path of a journal, and a format or `table`."""
    path, made_as = sys.argv[1:]
    chosen = _chosen(Path(path))
    work = _table(chosen) if made_as == TABLE else _handed_over(chosen, Format(made_as))
    began, worked = time.perf_counter(), _processor()
    with _Memory() as memory:
        size = work()
    cost = {"seconds": time.perf_counter() - began, "processor": _processor() - worked, "memory": memory.most}
    json.dump(cost | {"size": size}, sys.stdout)


def _chosen(path: Path) -> Selection:
    """Return all entries, with no other exhibits than the photos that were attached for this."""
    logbook = Logbook(path, read_only=True)
    chosen = logbook.handing_over.chosen(HandoverChoice(sender=Sender(name="An Invented")))
    photos = tuple(one for one in chosen.exhibits if one.file_name.startswith(PHOTO))
    kept = {one.number for one in photos}
    entries = (replace(one, exhibits=tuple(kept.intersection(one.exhibits))) for one in chosen.entries)
    return replace(chosen, exhibits=photos, entries=tuple(entries))


def _handed_over(chosen: Selection, form: Format) -> Callable[[], int]:
    """Return what makes the files of a format as the program does, and returns how many bytes they have."""
    made = replace(chosen, choice=msgspec.structs.replace(chosen.choice, formats=(form,)))

    def work() -> int:
        size = 0
        for output in outputs(made, "invented", set()):
            out = io.BytesIO()
            output.write(out, Task())
            size += out.tell()
        return size

    return work


def _table(chosen: Selection) -> Callable[[], int]:
    """Return what draws the same entries as a table of two columns, and the photos after it."""
    from reportlab import rl_config
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Table

    rl_config.useA85 = 0  # its other way to hold a picture, as letters, takes several times as long
    photos = [chosen.content(one.number) for one in chosen.exhibits]
    told = [(str(one.history.number), "<br/>".join(map(escape, _said(one)))) for one in chosen.entries]
    style = getSampleStyleSheet()["BodyText"]

    def work() -> int:
        out = io.BytesIO()
        rows = [[Paragraph(words, style) for words in row] for row in told]
        pictures = [Image(io.BytesIO(photo), 400, 300) for photo in photos]
        SimpleDocTemplate(out, pagesize=A4).build([Table(rows, colWidths=[40, 430]), *pictures])
        return out.tell()

    return work


def _said(one: SelectedEntry) -> Iterator[str]:
    yield f"Happened on: {happened(one.history, ENGLISH)}"
    yield f"Recorded on: {recorded(one.history, ENGLISH)}"
    yield from (f"{field.label}: {field.said}" for field in one.fields if field.name != "happened")


def _processor() -> float:
    """Return for how many seconds a processor has worked for this process and those that it has ended."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


class _Memory:
    """Looks ten times a second how much memory this process and those it runs take together; Linux only."""

    def __init__(self) -> None:
        self._most, self._ended = 0, Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Memory:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()

    @property
    def most(self) -> float:
        """The most memory at any moment, in MB; this process alone is known exactly."""
        return max(self._most, _in_memory("self", "VmHWM")) / 1024

    def _look(self) -> None:
        while not self._ended.wait(BETWEEN_LOOKS):
            found = " ".join(one.read_text() for one in Path("/proc/self/task").glob("*/children"))
            self._most = max(self._most, sum(_in_memory(one, "VmRSS") for one in ("self", *found.split())))


def _in_memory(process: str, name: str) -> int:
    """Return a figure of a process in kB, 0 where it has ended."""
    with suppress(OSError):
        found = re.search(rf"{name}:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
        return int(found[1]) if found else 0
    return 0


if __name__ == "__main__":
    main()
