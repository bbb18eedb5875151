"""Duration of ASF files (WMA, WMV), and detection of a film."""

from __future__ import annotations

ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
"""ASF signature."""
_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_STREAM = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365")
_FILM = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")
_LIVE = 1


def asf_is_film(head: bytes) -> bool:
    """Return whether any stream described in the first bytes is a film."""
    return any(head.startswith(_FILM, at + 24) for at in _places(head, _STREAM))


def asf_seconds(data: bytes) -> float | None:
    """Return the duration in the header; None for a live recording, and for a truncated file."""
    at = data.find(_PROPERTIES, 0, 1 << 16)
    told = data[at : at + 104]
    if at < 0 or len(told) < 104 or _number(told[88:92]) & _LIVE or _number(told[40:48]) > len(data):
        return None
    return _number(told[64:72]) / 10_000_000 - _number(told[80:88]) / 1_000


def _places(data: bytes, wanted: bytes) -> list[int]:
    found: list[int] = []
    at = data.find(wanted)
    while at >= 0 and len(found) < 64:
        found.append(at)
        at = data.find(wanted, at + 1)
    return found


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "little")
