"""Publishing a new generation of the file: whole and durable, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def publish(path: Path, data: bytes) -> None:
    """Replace the file by one with these bytes, readable by its owner alone.

    On return the new bytes survive a power cut. Raises OSError where a step failed: the path then holds the old or the
    new generation, each whole, and nothing else stays in the folder.
    """
    beside = path.with_name(f".{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)  # noqa: PTH105 - one system call, named as such in the fault tests
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
