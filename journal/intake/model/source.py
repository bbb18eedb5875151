"""Source of an import: one file, or one member of a zip archive, with the files beside it.

Names inside an archive or an export are only looked up in it and never used as paths.
"""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HEAD = 1 << 16
"""How many bytes a format is recognised from."""
LARGEST = 1 << 31
"""Bytes of a file of an archive above which it is not read: 2 GiB."""
DAMAGED_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a member raises where the archive is damaged, encrypted, or packed in a way that is not known."""


@dataclass(frozen=True)
class Source:
    """File to be read, or a member of it where it is a zip archive."""

    path: Path
    member: str = ""
    """Name of the member; empty for the file itself."""
    archive: zipfile.ZipFile | None = field(default=None, compare=False, repr=False)
    """Archive that is open while its members are looked at; its list is long to read."""
    size: int = field(default=0, compare=False)
    """Bytes that are read of it, for progress; 0 where that is not known."""
    rendered: ClassVar[bool] = False
    """Whether what is read is a rendering as text of what the file holds, and not its bytes."""

    @property
    def file_name(self) -> str:
        """Name of the file, or of the member, without folders."""
        return self.member.rpartition("/")[2] if self.member else self.path.name

    @property
    def in_archive(self) -> bool:
        """Whether it is a member of a zip archive, beside which lie the other members."""
        return bool(self.member) and not self.rendered

    def detached(self) -> Source:
        """Return it without the open archive."""
        return self if self.archive is None else replace(self, archive=None)

    @property
    def name(self) -> str:
        """Name to show: that of the file, and the member's after it."""
        return f"{self.path.name} · {self.member}" if self.member else self.path.name

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open it for reading from its beginning; raises OSError, of a damaged archive too."""
        if not self.member:
            with self.path.open("rb") as file:
                yield file
            return
        try:
            if self.archive is not None:
                with self.archive.open(self.member) as file:
                    yield file
                return
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
                yield file
        except DAMAGED_ARCHIVE as error:
            raise OSError("the archive is damaged or encrypted") from error

    def head(self) -> bytes:
        """Return its first bytes, which are read once."""
        return self._head

    @cached_property
    def _head(self) -> bytes:
        with self.open() as file:
            return file.read(HEAD)

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
        if not self.in_archive:
            return (self.path.parent / found).read_bytes()
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(found)

    @cached_property
    def _beside(self) -> Mapping[str, str]:
        """Names of the files beside it, each with the name under which it is read."""
        if not self.in_archive:
            return {one.name: one.name for one in self.path.parent.iterdir() if one.is_file()}
        with zipfile.ZipFile(self.path) as archive:
            return {PurePosixPath(one.filename).name: one.filename for one in archive.infolist() if not one.is_dir()}
