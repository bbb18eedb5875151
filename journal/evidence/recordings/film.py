"""Duration of MP4, M4A, MOV and 3GP files, fragmented ones included."""

from __future__ import annotations

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
    """Return the duration of the longest track, by its samples; None where a sample has no duration."""
    tracks = _tracks(data)
    lasts = dict.fromkeys(tracks, 0)
    for fragment in fragments:
        for track in boxes(data, fragment.start, fragment.end):
            if track.name != b"traf":
                continue
            parts = list(boxes(data, track.start, track.end))
            head = next((part for part in parts if part.name == b"tfhd"), None)
            number, usual = _defaults(data, head) if head else (0, None)
            if number not in tracks:
                return None
            usual = tracks[number][1] if usual is None else usual
            runs = [_run(data, part, usual) for part in parts if part.name == b"trun"]
            if None in runs:
                return None
            lasts[number] += sum(run for run in runs if run)
    return max((ticks / tracks[number][0] for number, ticks in lasts.items() if tracks[number][0]), default=None)


def _tracks(data: bytes) -> dict[int, tuple[int, int]]:
    """Return time scale and default sample duration of each track, by track number."""
    movie = inside(data, b"moov")
    found: dict[int, tuple[int, int]] = {}
    usual: dict[int, int] = {}
    for box in boxes(data, movie.start, movie.end) if movie else ():
        part = data[box.start : box.end]
        if box.name == b"trak" and (head := inside(part, b"tkhd")) and (media := inside(part, b"mdia", b"mdhd")):
            wide = part[head.start] == 1
            number = _number(part, head.start + (20 if wide else 12))
            found[number] = _number(part, media.start + (20 if part[media.start] == 1 else 12)), 0
        elif box.name == b"mvex":
            extends = [one for one in boxes(part) if one.name == b"trex"]
            usual |= {_number(part, one.start + 4): _number(part, one.start + 12) for one in extends}
    return {number: (ticks, usual.get(number, 0)) for number, (ticks, _none) in found.items()}


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
