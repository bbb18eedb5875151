"""`journal --version`: versions of the program, its file format, Python, its main libraries and the time zone data."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

from journal import __version__
from journal.domain.text.words import N_, _
from journal.store.disk.timezones import zone_data
from journal.store.file.identity import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = ("textual", "tinydb", "python-dateutil")
"""Those that draw the screen, keep the file and read times: what a report of a fault has to name."""
_FORMAT = N_("journal file format {version}")
_SHIPPED = N_("time zone data {release}, from the package tzdata {version}")
_OF_SYSTEM = N_("time zone data {release}, from this computer")


def version_lines() -> Iterator[str]:
    """Yield one fact a line; the first is the program and its version."""
    yield f"journal {__version__}"
    yield _(_FORMAT).format(version=FORMAT)
    yield f"Python {platform.python_version()}"
    for name in LIBRARIES:
        yield f"{name} {version(name)}"
    data = zone_data()
    yield _(_OF_SYSTEM if data.of_system else _SHIPPED).format(release=data.release, version=version("tzdata"))
