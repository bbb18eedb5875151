"""Files of the exhibits of a journal that is read: rows of its own file, or files that lie in its bundle."""

from __future__ import annotations

import base64
import binascii
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.domain.base.canonical import sha256
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.intake.formats.json_objects import Value, Visit, values
from journal.intake.formats.json_values import decoded, row, rows, text, whole_number
from journal.intake.model import neighbours
from journal.intake.model.found import FoundFile, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journal.domain.state.state import State
    from journal.intake.model.found import Found
    from journal.intake.model.source import Source

_ROWS = "files"
_LIST, _DATA = "exhibits.json", "data/"
_LONGEST_LIST = 1 << 26


def listed(source: Source, state: State) -> dict[int, FoundFile]:
    """Return the files of the exhibits that the source holds, by the number of the exhibit."""
    in_bundle = _in_bundle(source)
    found = {}
    for number, exhibit in state.of(Exhibit).now.items():
        if exhibit.withdrawn or exhibit.form is not Form.FILE:
            continue
        lies_at, digest = in_bundle.get(number, ("", "")) if in_bundle else (f"{_ROWS}/{exhibit.file}", "")
        if lies_at:
            name = exhibit.file_name or exhibit.title
            sign = digest or exhibit.sha256
            found[number] = FoundFile(name, exhibit.media_type, number, file=lies_at, sha256=sign)
    return found


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read the file of an exhibit; raises ValueError where it is not there or not as recorded, and OSError."""
    file = next(one for one in found.attachments if one.index == index)
    table, _, number = file.file.partition("/")
    data = _row(source, number) if table == _ROWS else neighbours.attachment(source, found, index)
    if sha256(data) != file.sha256:
        raise ValueError("the file is not the one that was recorded")
    return data


def _row(source: Source, number: str) -> bytes:
    """Read a row of the table `files`, as it stands in plain base64."""
    path = source.path
    place = _places(path, path.stat().st_mtime_ns).get(number)
    said = row(decoded(source.read(place.start, place.length))[0]) if place else {}
    try:
        return base64.b64decode(text(said.get("data")), validate=True)
    except binascii.Error as error:
        raise ValueError("the row is damaged") from error


@lru_cache(maxsize=2)
def _places(path: Path, _changed: int) -> Mapping[str, Place]:
    def step(at: tuple[str, ...]) -> Visit:
        if not at or at == (_ROWS,):
            return Visit.ENTER
        return Visit.TAKE if at[0] == _ROWS else Visit.SKIP

    with path.open("rb") as file:
        return {one.path[-1]: one.place for one in values(file, step) if isinstance(one, Value)}


def _in_bundle(source: Source) -> dict[int, tuple[str, str]]:
    """Return where the list of a bundle says that the files of exhibits lie, with their digests; nothing elsewhere."""
    try:
        list_ = neighbours.Neighbours(source).find(_LIST)
        if list_ is None:
            return {}
        with list_.open() as file:
            said = rows(decoded(file.read(_LONGEST_LIST))[0])
    except (OSError, ValueError):
        return {}
    return {
        whole_number(one.get("exhibit")) or 0: (
            text(one.get("file")).removeprefix(_DATA),
            text(one.get("copy_sha256")) or text(one.get("sha256")),
        )
        for one in said
    }
