"""Files that lie with a source, in its folder or in the same archive, found by the name that the export gives them.

A name from an export is hostile: it is looked up among the files that are there, and never leaves the export's folder.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from journal.intake.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.model.found import Found

LARGEST = 1 << 28
"""Bytes of a file above which it is not read into memory: 256 MiB."""


def attachment(source: Source, found: Found, index: int, *, up: int = 0) -> bytes:
    """Read the file of an attachment; raises ValueError where it is not there or too large, and OSError."""
    file = next((one.file for one in found.attachments if one.index == index), "")
    beside = Neighbours(source, up=up).find(file)
    if beside is None:
        raise ValueError("the file is not beside the export")
    with beside.open() as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("the file is too large")
    return data


class Neighbours:
    """Files with which a source came."""

    def __init__(self, source: Source, *, up: int = 0) -> None:
        """Take the folder of the source for the export's, or one that lies `up` above it where the format has it so."""
        self._source = source
        self._members = _members(source.path, source.path.stat().st_mtime_ns) if source.member else frozenset()
        self._folder = source.path.parents[up]
        self._inside = PurePosixPath(source.member).parents[up] if source.member else PurePosixPath()

    def find(self, name: str) -> Source | None:
        """Return the file that an export names, relative to the folder or to the top folder of the export."""
        parts = name.replace("\\", "/").removeprefix("./").split("/")
        if any(part in {"", ".", ".."} or ":" in part or "\0" in part for part in parts):
            return None
        return self._member(parts) if self._source.member else self._file(parts)

    def below(self, folder: str) -> Iterator[str]:
        """Yield the names, with `folder` before them, of the files in a folder of the export and one level below.

        Links are not followed.
        """
        if self._source.member:
            before = "" if self._inside == PurePosixPath() else f"{self._inside}/"
            for name in self._members:
                if name.startswith(f"{before}{folder}/") and not name.endswith("/"):
                    yield name.removeprefix(before)
            return
        for path in sorted((*(self._folder / folder).glob("*"), *(self._folder / folder).glob("*/*"))):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(self._folder).as_posix()

    def _member(self, parts: list[str]) -> Source | None:
        for folder in (self._inside, *self._inside.parents):
            name = str(folder.joinpath(*parts))
            if name in self._members:
                return Source(self._source.path, name)
        name = str(self._inside.joinpath(*parts[-2:]))
        return Source(self._source.path, name) if name in self._members else None

    def _file(self, parts: list[str]) -> Source | None:
        tops = [(self._folder, self._folder)]
        tops += [(one.parent, one) for one in (self._folder, *self._folder.parents) if one.name == parts[0]]
        tried = [(top.joinpath(*parts), within) for top, within in tops]
        tried.append((self._folder.joinpath(*parts[-2:]), self._folder))
        for path, within in tried:
            try:
                if path.is_file() and path.resolve().is_relative_to(within.resolve()):
                    return Source(path)
            except OSError:
                continue
        return None


@lru_cache(maxsize=2)
def _members(path: Path, _changed: int) -> frozenset[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except zipfile.BadZipFile as error:
        raise OSError("the archive is damaged") from error
