"""Other programs to be measured beside, each installed in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def installed(folder: Path, peer: str) -> Path | None:
    """Install a peer below a folder, and return the folder of its programs; None where that is not possible."""
    folder.mkdir()
    sys.stderr.write(f"installing {peer} ...\n")
    try:
        venv.create(folder / "venv", with_pip=True)
        pip = [str(folder / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet", peer]
        subprocess.run(pip, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return folder / "venv" / "bin"
