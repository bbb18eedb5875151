"""Times to be told: of every certainty, by several clocks, and on both days on which the clocks change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.truth.paper import Said

DAYS = ("2026-10-01", "2026-10-20", "2026-10-24", "2026-10-25", "2026-10-26", "2026-11-01", "2026-11-15", "2026-03-29")
CLOCKS = ("00:00", "02:10", "02:50", "07:00", "10:00", "11:59", "18:00", "22:14", "23:59:30")
OFFSETS = ("+01:00", "+02:00", "+05:30", "-03:00")
SPANS = (
    ("2026-10-01", "2026-10-31"),
    ("2026-01-01", "2026-12-31"),
    ("2026-10-20", "2026-10-25"),
    ("2026-10-20T22:00", "2026-10-21T06:00"),
    ("2026-10-20T14:00", "2026-10-20T15:00"),
    ("2026-10-25T22:30", "2026-10-25T23:30"),
)
PARTS = (("morning", "06:00", "12:00"), ("afternoon", "12:00", "18:00"), ("evening", "18:00", "23:59"))


def moments() -> st.SearchStrategy[Said]:
    """Times of every certainty."""
    day, clock, offset = st.sampled_from(DAYS), st.sampled_from(CLOCKS), st.sampled_from(OFFSETS)

    def at(certainty: str) -> st.SearchStrategy[Said]:
        return st.builds(
            lambda on, when, zone: {"certainty": certainty, "start": f"{on}T{when}", "offset": zone}, day, clock, offset
        )

    def of_part(on: str, part: tuple[str, str, str]) -> Said:
        ends = {"start": f"{on}T{part[1]}", "end": f"{on}T{part[2]}", "offset": "+01:00", "end_offset": "+01:00"}
        return {"certainty": "part_of_day", **ends, "part": part[0]}

    def of_span(span: tuple[str, str]) -> Said:
        ends = {"start": span[0], "end": span[1], "offset": "+02:00", "end_offset": "+01:00"}
        return {"certainty": "between", **ends}

    return st.one_of(
        at("exact"),
        at("exact"),
        st.builds(lambda on: {"certainty": "day", "start": on, "offset": "+01:00"}, day),
        at("about"),
        st.builds(of_part, day, st.sampled_from(PARTS)),
        st.builds(of_span, st.sampled_from(SPANS)),
        st.just({"certainty": "unknown"}),
    )
