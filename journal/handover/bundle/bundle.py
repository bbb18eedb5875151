"""Bundle writer: documents, ledger, exhibits and the means to verify them, in one BagIt zip."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from journal.domain.base.canonical import canonical
from journal.domain.base.progress import nobody
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.ledger.record import groups_of_four
from journal.evidence.errors import Cancelled
from journal.handover.bundle.bagit_writer import BagWriter
from journal.handover.bundle.exhibit_files import NotHere, exhibit_file_name, put_exhibit_file
from journal.handover.bundle.instructions import instructions_html, instructions_text
from journal.handover.bundle.ledger import ledger_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from journal.domain.base.progress import Progress
    from journal.handover.bundle.bagit_writer import Sink
    from journal.handover.bundle.exhibit_files import ExhibitFile
    from journal.handover.selection.chosen import Chosen

NAME = "bundle"
"""Name of the one folder in the zip, which tells nothing."""
_NONE = "\N{EN DASH}"


def write_bundle(
    chosen: Chosen,
    documents: Mapping[str, bytes],
    out: Sink,
    *,
    progress: Progress = nobody,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[ExhibitFile, ...]:
    """Write the bundle and return what became of each exhibit; `documents` are files to read, by their names.

    `out` need not be a file that can be rewound. `progress` is told the bytes of exhibits that were read and all of
    them. Raises `Cancelled`, and what writing to `out` raises; what stands there is then no bundle.
    """
    told = _Told(progress, cancelled, sum(one.size for one in chosen.exhibits))
    with BagWriter(out, NAME, chosen.made) as bag:
        for name, data in documents.items():
            told.ask(name)
            bag.put(name, data)
        pieces = tuple(_piece(chosen, one, bag, told) for one in _exhibits(chosen))
        bag.stream("ledger.json", lambda write: [write(part) for part in ledger_parts(chosen)])
        bag.put("exhibits.json", canonical([one.plain() for one in pieces]))
        said = _said(chosen, pieces)
        bag.tag("how-to-check.txt", instructions_text(said))
        bag.tag("how-to-check.html", instructions_html(said))
        for name in ("rules.txt", "verify.py", "verify.html"):
            bag.tag(name, files(__package__).joinpath(name).read_bytes())
        bag.close({"External-Identifier": chosen.head})
    return pieces


class _Told:
    """How far the reading is, and whether it is to go on."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], whole: int) -> None:
        self._progress, self._cancelled, self._whole = progress, cancelled, whole
        self._done = 0

    def ask(self, name: str) -> None:
        if self._cancelled():
            raise Cancelled(name)

    def on(self, part: bytes, name: str) -> None:
        self.ask(name)
        self._done += len(part)
        self._progress(min(self._done, self._whole), self._whole)


def _exhibits(chosen: Chosen) -> Iterator[Exhibit]:
    """Yield every exhibit in the exported ledger."""
    yield from chosen.exhibits
    yield from (one for one in chosen.withdrawn if isinstance(one, Exhibit))


def _piece(chosen: Chosen, exhibit: Exhibit, bag: BagWriter, told: _Told) -> ExhibitFile:
    name = exhibit_file_name(exhibit)
    told.ask(name)
    return put_exhibit_file(chosen, exhibit, bag, lambda part: told.on(part, name))


def _said(chosen: Chosen, pieces: Sequence[ExhibitFile]) -> dict[str, str]:
    """Return the values for the template of the instructions."""
    return {
        "made": f"{chosen.made:%Y-%m-%d}",
        "head": groups_of_four(chosen.head),
        "records": str(chosen.records),
        "left_out": str(sum(map(len, chosen.left_out.values()))),
        "copies": _numbers(one for one in pieces if one.copy_sha256),
        "located": _numbers(one for one in pieces if one.not_here == NotHere.LOCATION),
        "elsewhere": _numbers(one for one in pieces if one.not_here not in {"", NotHere.LOCATION}),
    }


def _numbers(pieces: Iterable[ExhibitFile]) -> str:
    return ", ".join(str(one.exhibit) for one in pieces) or _NONE
