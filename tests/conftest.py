"""The ground every test stands on: the same zone, language and terminal everywhere, and never the real home folder."""

from __future__ import annotations

import gc
import os
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from journal.domain.text.words import Words, speak

settings.register_profile("house", deadline=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("house"), derandomize=True, print_blob=True)
settings.register_profile("mutants", parent=settings.get_profile("house"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("mutants" if "MUTANT_UNDER_TEST" in os.environ else "ci" if os.environ.get("CI") else "house")

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder there that nobody else may read
"""Where Linux keeps files in memory; the tests make tens of thousands of files reach the disk, which takes minutes."""
ROOM = 2**31
"""Bytes that have to be free there; else the files of the tests lie where temporary files do."""


def pytest_configure() -> None:
    """Fix what Textual and the C library read once, when they start, and what child processes inherit."""
    os.environ.update(TZ="Europe/Brussels", LC_ALL="C.UTF-8", TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
    for name in ("LANGUAGE", "NO_COLOR", "COLUMNS", "LINES", "TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    # The workers and all programs they start would otherwise compile the whole program again, each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    time.tzset()
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Set what stays until the end apart: the collector of unused memory took a third of the time to read it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test plain words and an empty home beside its `tmp_path`, so that a test may list `tmp_path`."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "runtime"))
    speak(Words())
