"""Source of an import: one file, or one member of a zip archive, with the files beside it.

Names inside an archive or an export are only looked up in it and never used as paths.
"""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HEAD = 1 << 16
"""How many bytes a format is recognised from."""
LARGEST = 1 << 31
"""Bytes of a file of an archive above which it is not read: 2 GiB."""


@dataclass(frozen=True)
class Source:
    """File to be read, or a member of it where it is a zip archive."""

    path: Path
    member: str = ""
    """Name of the member; empty for the file itself."""

    @property
    def name(self) -> str:
        """Name to show: that of the file, and the member's after it."""
        return f"{self.path.name} · {self.member}" if self.member else self.path.name

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open it for reading from its beginning; raises OSError and zipfile.BadZipFile."""
        if not self.member:
            with self.path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
            yield file

    def head(self, size: int = HEAD) -> bytes:
        """Read its first bytes."""
        with self.open() as file:
            return file.read(size)

    def read(self, start: int, length: int) -> bytes:
        """Read a part of it, as it stands there."""
        with self.open() as file:
            file.seek(start)
            return file.read(length)

    def has_beside(self, name: str) -> bool:
        """Test whether a file of this name lies beside it."""
        return name in self._beside

    def beside(self, name: str) -> bytes:
        """Read a file that lies beside it; raises KeyError where there is none, and OSError."""
        found = self._beside[name]
        if not self.member:
            return (self.path.parent / found).read_bytes()
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(found)

    @cached_property
    def _beside(self) -> Mapping[str, str]:
        """Names of the files beside it, each with the name under which it is read."""
        if not self.member:
            return {one.name: one.name for one in self.path.parent.iterdir() if one.is_file()}
        with zipfile.ZipFile(self.path) as archive:
            return {PurePosixPath(one.filename).name: one.filename for one in archive.infolist() if not one.is_dir()}
