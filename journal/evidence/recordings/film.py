"""Duration of MP4, M4A, MOV and 3GP files, fragmented ones included."""

from __future__ import annotations

from typing import NamedTuple

from journal.evidence.isobmff import Box, boxes, inside, movie_header

_MOST_SAMPLES = 1_000_000


def film_seconds(data: bytes) -> float | None:
    """Return the duration in the header, or the sum of all fragments; None for a truncated file."""
    top = list(boxes(data))
    header = movie_header(data)
    if header is None or not header.ticks or not all(box.whole for box in top):
        return None
    fragments = [box for box in top if box.name == b"moof"]
    if not fragments:
        return header.length / header.ticks
    return _of_fragments(data, fragments) if top[-1].end == len(data) else None


def _of_fragments(data: bytes, fragments: list[Box]) -> float | None:
    """Return the duration of the longest track, by its samples; None where a sample has no duration.

    A telephone may list the beginning of a recording in the header and go on in fragments.
    """
    tracks = _tracks(data)
    lasts = {number: track.in_header for number, track in tracks.items()}
    for fragment in fragments:
        for track in boxes(data, fragment.start, fragment.end):
            if track.name != b"traf":
                continue
            parts = list(boxes(data, track.start, track.end))
            head = next((part for part in parts if part.name == b"tfhd"), None)
            number, usual = _defaults(data, head) if head else (0, None)
            if number not in tracks:
                return None
            usual = tracks[number].usual if usual is None else usual
            runs = [_run(data, part, usual) for part in parts if part.name == b"trun"]
            if None in runs:
                return None
            lasts[number] += sum(run for run in runs if run)
    return max(
        (length / tracks[number].ticks for number, length in lasts.items() if tracks[number].ticks), default=None
    )


class _Track(NamedTuple):
    ticks: int
    """Time scale: ticks per second."""
    in_header: int
    """Total ticks of the samples that the header lists."""
    usual: int = 0
    """Default ticks of a sample in a fragment."""


def _tracks(data: bytes) -> dict[int, _Track]:
    """Return each track of the header, by track number."""
    movie = inside(data, b"moov")
    found: dict[int, _Track] = {}
    usual: dict[int, int] = {}
    for box in boxes(data, movie.start, movie.end) if movie else ():
        part = data[box.start : box.end]
        if box.name == b"trak" and (head := inside(part, b"tkhd")) and (media := inside(part, b"mdia", b"mdhd")):
            wide = part[head.start] == 1
            number = _number(part, head.start + (20 if wide else 12))
            ticks = _number(part, media.start + (20 if part[media.start] == 1 else 12))
            found[number] = _Track(ticks, _in_header(part))
        elif box.name == b"mvex":
            extends = [one for one in boxes(part) if one.name == b"trex"]
            usual |= {_number(part, one.start + 4): _number(part, one.start + 12) for one in extends}
    return {number: track._replace(usual=usual.get(number, 0)) for number, track in found.items()}


def _in_header(track: bytes) -> int:
    table = inside(track, b"mdia", b"minf", b"stbl", b"stts")
    if table is None:
        return 0
    runs = min(_number(track, table.start + 4), (table.end - table.start - 8) // 8)
    places = range(table.start + 8, table.start + 8 + 8 * runs, 8)
    return sum(_number(track, at) * _number(track, at + 4) for at in places)


def _defaults(data: bytes, head: Box) -> tuple[int, int | None]:
    """Return the track number of a fragment, and its default sample duration if it has one."""
    flags = _number(data, head.start) & 0xFFFFFF
    at = head.start + 8 + (8 if flags & 1 else 0) + (4 if flags & 2 else 0)
    return _number(data, head.start + 4), _number(data, at) if flags & 8 else None


def _run(data: bytes, box: Box, usual: int) -> int | None:
    """Return the total ticks of a run of samples; None where they cannot be determined."""
    flags, count = _number(data, box.start) & 0xFFFFFF, _number(data, box.start + 4)
    if not flags & 0x100:
        return count * usual if usual else None
    start = box.start + 8 + (4 if flags & 1 else 0) + (4 if flags & 4 else 0)
    step = 4 * sum(bool(flags & one) for one in (0x100, 0x200, 0x400, 0x800))
    if count > _MOST_SAMPLES or start + count * step > box.end:
        return None
    return sum(_number(data, at) for at in range(start, start + count * step, step))


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
