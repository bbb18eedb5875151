"""Streaming writer of a BagIt 1.0 bag (RFC 8493) in a zip, so that no file is in memory as a whole."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Sink(Protocol):
    """Writable byte stream."""

    def write(self, part: bytes, /) -> object:
        """Write some bytes."""

    def flush(self) -> object:
        """Flush the buffer."""


class _Out:
    """Output of a zip that can be abandoned: a zip that is garbage-collected would still write its end."""

    def __init__(self, out: Sink) -> None:
        self._out: Sink | None = out

    def write(self, part: bytes) -> int:
        """Write some bytes."""
        if self._out:
            self._out.write(part)
        return len(part)

    def flush(self) -> None:
        """Flush the buffer."""
        if self._out:
            self._out.flush()

    def abandon(self) -> None:
        """Discard everything from now on."""
        self._out = None


class BagWriter:
    """Context manager that writes a bag; an error inside leaves it as far as it came."""

    def __init__(self, out: Sink, name: str, made: datetime) -> None:
        """Begin a zip with one folder of this name around everything; `out` need not be seekable."""
        self._out = _Out(out)
        # Photos and recordings are packed already; more work would find little.
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_DEFLATED, compresslevel=1)  # type: ignore[call-overload]
        self._name, self._made = name, made
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._octets = 0

    def __enter__(self) -> BagWriter:
        return self

    def __exit__(self, error: type[BaseException] | None, *_more: object) -> None:
        if error:
            self._out.abandon()

    def put(self, name: str, data: bytes) -> str:
        """Add a file to the payload, and return its digest."""
        return self.stream(name, lambda write: write(data))

    def stream(self, name: str, source: Callable[[Callable[[bytes], object]], object]) -> str:
        """Add a file to the payload from a callback that writes it part by part, and return its digest."""
        digest = hashlib.sha256()
        with self._zip.open(self._entry(f"data/{name}"), "w", force_zip64=True) as file:

            def write(part: bytes) -> None:
                digest.update(part)
                self._octets += len(part)
                file.write(part)

            source(write)
        self._payload[f"data/{name}"] = digest.hexdigest()
        return digest.hexdigest()

    def tag(self, name: str, data: bytes) -> None:
        """Add a tag file beside the payload: a page to read, a program."""
        with self._zip.open(self._entry(name), "w") as file:
            file.write(data)
        self._tags[name] = hashlib.sha256(data).hexdigest()

    def close(self, info: Mapping[str, str]) -> None:
        """Write the manifests and end the zip; `info` is added to `bag-info.txt`."""
        said = {
            **info,
            "Bagging-Date": f"{self._made:%Y-%m-%d}",
            "Payload-Oxum": f"{self._octets}.{len(self._payload)}",
        }
        self.tag("bagit.txt", _DECLARATION)
        self.tag("bag-info.txt", "".join(f"{name}: {value}\n" for name, value in said.items()).encode())
        self.tag("manifest-sha256.txt", _manifest(self._payload))
        self.tag("tagmanifest-sha256.txt", _manifest(self._tags))
        self._zip.close()

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(f"{self._name}/{name}", self._made.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        return entry


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
