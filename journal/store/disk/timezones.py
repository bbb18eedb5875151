"""Time zone of a journal: the configured one, else the computer's.

All zones of the program are loaded here. Of the system's IANA database and the one that ships as `tzdata`, the newer
release is used, because zoneinfo alone takes the system's, however old it is.
"""

from __future__ import annotations

import re
import zoneinfo
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _

_NONE = N_(
    "There is no time zone {zone}. Nothing was changed. Type it as continent and city, for example Europe/Brussels."
)
_SEVERAL = N_("More than one time zone is called {zone}: {zones}. Nothing was changed. Type the whole name.")
_RELEASE = re.compile(r"(?:# version )?(\d{4}[a-z]{1,2})\s*")
"""The first line of `tzdata.zi`, or the whole of `+VERSION`, as in `2026f`."""


class ZoneData(Struct, frozen=True):
    """Time zone database from which the zones are loaded."""

    release: str
    """IANA release, such as `2026f`."""
    of_system: bool
    """Whether it is the system's; otherwise the one that ships as `tzdata`."""


def zone_data() -> ZoneData:
    """Return the database in use: the newer release, the system's where both are equal."""
    return _data(zoneinfo.TZPATH)


def zone_of(name: str) -> ZoneInfo:
    """Return the zone with this IANA name; the computer's for none or one that is not known here, and at last UTC."""
    return _zone(name) or _zone(_computer_zone()) or ZoneInfo("UTC")


def require_zone(name: str) -> None:
    """Raise Refused for the name of a zone that is not known here; none at all is allowed."""
    if name and _zone(name) is None:
        raise Refused(_(_NONE).format(zone=name))


def zone_called(typed: str) -> str:
    """Parse a typed zone, in small letters or as its city alone, and return its IANA name; "" where nothing was typed.

    Raises Refused where the name is unknown or ambiguous.
    """
    name = "_".join(typed.split())
    if not name or name in available_timezones():
        return name
    asked = name.lower()
    found = [zone for zone in available_timezones() if asked in {zone.lower(), zone.rpartition("/")[2].lower()}]
    if not found:
        raise Refused(_(_NONE).format(zone=typed))
    if len(found) > 1:
        raise Refused(_(_SEVERAL).format(zone=typed, zones=", ".join(sorted(found))))
    return found[0]


def zone_starting(typed: str) -> str:
    """Return the first IANA name with this prefix, ignoring case; "" where nothing is typed or none matches."""
    asked = typed.lower()
    return min((zone for zone in available_timezones() if asked and zone.lower().startswith(asked)), default="")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return _loaded(name, zoneinfo.TZPATH) if name else None
    except (ValueError, OSError, KeyError):
        return None


@cache
def _loaded(name: str, roots: tuple[str, ...]) -> ZoneInfo:
    """Load a zone, cached; `roots` is where the system's database may lie. Raises as ZoneInfo."""
    import tzdata

    found = ZoneInfo(name)  # refuses names that lead out of the database
    shipped = Path(tzdata.__file__).parent / "zoneinfo" / name
    if _data(roots).of_system or not shipped.is_file():
        return found
    with shipped.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


@cache
def _data(roots: tuple[str, ...]) -> ZoneData:
    """Compare the two databases, cached."""
    import tzdata

    system, shipped = _system_release(roots), tzdata.IANA_VERSION
    return ZoneData(system, of_system=True) if system >= shipped else ZoneData(shipped, of_system=False)


def _system_release(roots: tuple[str, ...]) -> str:
    """Return the release of the system's database, such as `2026f`; "" where it cannot be told."""
    for root in map(Path, roots):
        for file in (root / "tzdata.zi", root / "+VERSION"):
            try:
                with file.open(encoding="ascii") as lines:
                    found = _RELEASE.fullmatch(lines.readline(80))
            except (OSError, ValueError):
                continue
            if found:
                return found[1]
    return ""


def _computer_zone() -> str:
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or ""
    except (ValueError, OSError, KeyError):
        return ""
