"""Bundle writer: documents, ledger, exhibits and the means to verify them, in one BagIt zip."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from journal.domain.base.canonical import canonical
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.ledger.record import groups_of_four
from journal.domain.text.languages import known_language
from journal.handover.bundle.bagit_writer import BagWriter
from journal.handover.bundle.exhibit_files import NotHere, put_exhibit_file
from journal.handover.bundle.instructions import instructions_html, instructions_text
from journal.handover.bundle.ledger import ledger_parts
from journal.handover.bundle.verifiers import verifiers
from journal.handover.selection.supplement import supplement_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from journal.handover.bundle.bagit_writer import Sink
    from journal.handover.bundle.exhibit_files import ExhibitFile
    from journal.handover.selection.selection import Selection

NAME = "bundle"
"""Name of the one folder in the zip, which tells nothing."""
_NONE = "\N{EN DASH}"


def write_bundle(
    chosen: Selection,
    documents: Mapping[str, bytes],
    out: Sink,
    ask: Callable[[], object] = lambda: None,
    advance: Callable[[int], object] = lambda _size: None,
) -> tuple[ExhibitFile, ...]:
    """Write the bundle and return what became of each exhibit; `documents` are files to read, by their names.

    `out` need not be a file that can be rewound. `ask` is called now and then, and ends the writing by raising;
    `advance` is called with the bytes of the ledger that were written. Raises that, and what reading an exhibit and
    writing to `out` raise; what stands there is then no bundle.
    """

    def put_ledger(write: Callable[[bytes], object]) -> None:
        for part in ledger_parts(chosen):
            ask()
            write(part)
            advance(len(part))

    with BagWriter(out, NAME, chosen.made) as bag:
        for name, data in documents.items():
            bag.put(name, data)
        pieces = tuple(put_exhibit_file(chosen, one, bag, ask) for one in _exhibits(chosen))
        bag.stream("ledger.json", put_ledger)
        bag.put("exhibits.json", canonical([one.plain() for one in pieces]))
        said, earlier = _said(chosen, pieces), chosen.choice.supplement
        bag.tag("how-to-check.txt", instructions_text(said, earlier))
        bag.tag("how-to-check.html", instructions_html(said, earlier))
        bag.tag("rules.txt", files(__package__).joinpath("rules.txt").read_bytes())
        for name, program in verifiers().items():
            bag.tag(name, program)
        described = {"External-Description": supplement_in_words(earlier, chosen.words)} if earlier else {}
        language = known_language(chosen.choice.language)
        bag.close({"External-Identifier": chosen.head, "Language": language} | described)
    return pieces


def _exhibits(chosen: Selection) -> Iterator[Exhibit]:
    """Yield every exhibit in the exported ledger."""
    yield from chosen.exhibits
    yield from (one for one in chosen.withdrawn if isinstance(one, Exhibit))


def _said(chosen: Selection, pieces: Sequence[ExhibitFile]) -> dict[str, str]:
    """Return what fills the blanks of the page that says how to check."""
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
