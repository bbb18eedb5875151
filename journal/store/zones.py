"""The time zone of a journal: the one that was chosen, else the computer's."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from journal.domain.errors import Refused
from journal.domain.words import _


def zone_of(name: str) -> ZoneInfo:
    """Return the zone with this IANA name; the computer's for none or one that is not known here, and at last UTC."""
    return _zone(name) or _zone(_computer_zone()) or ZoneInfo("UTC")


def require_zone(name: str) -> None:
    """Raise Refused for the name of a zone that is not known here; none at all is allowed."""
    if name and _zone(name) is None:
        raise Refused(_("There is no time zone {zone}. Nothing was changed.").format(zone=name))


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
