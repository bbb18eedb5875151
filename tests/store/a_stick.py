"""A disk of its own in a folder, which can be pulled out while a journal on it is open."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def can_be_made() -> bool:
    """Whether this computer lets the tests mount something; many let nobody."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    tried = ["unshare", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /tmp"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@contextmanager
def put_in(folder: Path) -> Iterator[Callable[[], None]]:
    """Mount an empty disk on a new folder, and hand out what pulls it out; it is out at the end in any case."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=True)

    def pull_out() -> None:
        if folder.is_mount():
            subprocess.run(["umount", "--lazy", folder], check=True)

    try:
        yield pull_out
    finally:
        pull_out()
