"""The time zone of a journal: the one that was chosen, else the computer's."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from journal.domain.errors import Refused
from journal.domain.words import N_, _

_NONE = N_(
    "There is no time zone {zone}. Nothing was changed. Type it as continent and city, for example Europe/Brussels."
)
_SEVERAL = N_("More than one time zone is called {zone}: {zones}. Nothing was changed. Type the whole name.")


def zone_of(name: str) -> ZoneInfo:
    """Return the zone with this IANA name; the computer's for none or one that is not known here, and at last UTC."""
    return _zone(name) or _zone(_computer_zone()) or ZoneInfo("UTC")


def require_zone(name: str) -> None:
    """Raise Refused for the name of a zone that is not known here; none at all is allowed."""
    if name and _zone(name) is None:
        raise Refused(_(_NONE).format(zone=name))


def zone_called(typed: str) -> str:
    """Return the IANA name that was typed, in small letters or as its city alone; none where nothing was typed.

    Raises Refused where no zone, or more than one, is called so.
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
    """Return the first IANA name that begins with these letters; none where nothing is typed or none does."""
    asked = typed.lower()
    return min((zone for zone in available_timezones() if asked and zone.lower().startswith(asked)), default="")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None


def _computer_zone() -> str:
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or ""
    except (ValueError, OSError, KeyError):
        return ""
