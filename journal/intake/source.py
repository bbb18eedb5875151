"""Source of an import: one file, or one member of a zip archive, opened to be read from its beginning.

Names inside an archive are only looked up in it and never used as paths.
"""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = 1 << 16
"""How many bytes a format is recognised from."""


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
