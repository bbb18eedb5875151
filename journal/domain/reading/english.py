"""English, as it stands in uniform text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.moment import PartOfDay
from journal.domain.reading import shared
from journal.domain.reading.language import Found, Rule, Vocabulary, counted, language, names
from journal.domain.reading.pieces import (
    HALF_DAY,
    About,
    Ago,
    Awaits,
    Calendar,
    Clock,
    Edge,
    Lead,
    Nobody,
    Now,
    Part,
    PartOfSpan,
    Piece,
    Pointer,
    RelativeDay,
    RelativeNight,
    SeasonName,
    Unit,
    Which,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


_NAMES = names(
    weekdays="monday mon, tuesday tues tue, wednesday weds wed, thursday thurs thur thu, friday fri, "
    "saturday sat, sunday sun",
    months="january jan, february febr feb, march mar, april apr, may, june jun, july jul, august aug, "
    "september sept sep, october oct, november nov, december dec",
    passed_over="on the of during sometime some time",
)

_NUMBERS = counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
) | {"twenty five": 25, "thirty": 30}

_UNITS = {
    **dict.fromkeys(("second", "seconds", "sec", "secs", "s"), Unit.SECOND),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "m"), Unit.MINUTE),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), Unit.HOUR),
    **dict.fromkeys(("day", "days"), Unit.DAY),
    **dict.fromkeys(("week", "weeks"), Unit.WEEK),
    **dict.fromkeys(("month", "months"), Unit.MONTH),
    **dict.fromkeys(("year", "years"), Unit.YEAR),
}
_SEASONS = {
    "spring": SeasonName.SPRING,
    "summer": SeasonName.SUMMER,
    "autumn": SeasonName.AUTUMN,
    "fall": SeasonName.AUTUMN,
    "winter": SeasonName.WINTER,
}
_PHRASES: dict[str, tuple[Piece, ...]] = {
    **dict.fromkeys(("unknown", "not known", "do not know", "dont know", "no idea"), (Nobody(),)),
    **dict.fromkeys(("now", "right now"), (Now(),)),
    **dict.fromkeys(("just now", "a moment ago", "just"), (Ago(0),)),
    "today": (RelativeDay(0),),
    "yesterday": (RelativeDay(-1),),
    "the day before yesterday": (RelativeDay(-2),),
    "day before yesterday": (RelativeDay(-2),),
    "tomorrow": (RelativeDay(1),),
    "the day after tomorrow": (RelativeDay(2),),
    "day after tomorrow": (RelativeDay(2),),
    "last night": (RelativeNight(first_hour=18),),
    "tonight": (RelativeDay(0), Part(PartOfDay.EVENING)),
    **dict.fromkeys(("morning", "in the morning"), (Part(PartOfDay.MORNING),)),
    **dict.fromkeys(("afternoon", "in the afternoon"), (Part(PartOfDay.AFTERNOON),)),
    **dict.fromkeys(("evening", "in the evening"), (Part(PartOfDay.EVENING),)),
    **dict.fromkeys(("night", "at night", "in the night", "during the night"), (Part(PartOfDay.NIGHT, after=True),)),
    **dict.fromkeys(("noon", "at noon", "midday", "at midday"), (Clock((HALF_DAY,)),)),
    **dict.fromkeys(("midnight", "at midnight"), (Clock((0, 2 * HALF_DAY), spoken=True),)),
    **dict.fromkeys(("about", "around", "approximately", "approx", "roughly", "circa", "ca", "or so"), (About(),)),
    **dict.fromkeys(("last", "previous"), (Pointer(Which.LAST),)),
    "past": (Pointer(Which.LATEST),),
    **dict.fromkeys(("next", "coming"), (Pointer(Which.NEXT),)),
    "this": (Pointer(Which.THIS),),
    "week": (Calendar(Unit.WEEK),),
    **dict.fromkeys(("weekend", "week end"), (Calendar(Unit.WEEKEND),)),
    "month": (Calendar(Unit.MONTH),),
    "year": (Calendar(Unit.YEAR),),
    **dict.fromkeys(
        ("early", "beginning of", "the beginning of", "start of", "the start of", "early in"), (PartOfSpan(Edge.BEGIN),)
    ),
    **dict.fromkeys(("mid", "middle of", "the middle of"), (PartOfSpan(Edge.MIDDLE),)),
    **dict.fromkeys(("late", "end of", "the end of", "late in"), (PartOfSpan(Edge.END),)),
    "at": (Lead(Awaits.CLOCK),),
    "in": (Lead(Awaits.SPAN),),
}


def _half(found: Found) -> Iterator[Piece | None]:
    """`half three` is half past in Britain, and half to for whoever thinks in Dutch."""
    past, to = spoken(found.number("h"), 30), spoken(found.number("h"), -30)
    if past and to and past.spoken and to.spoken:
        yield Clock(past.options + to.options, spoken=True)
    else:
        yield None


ENGLISH = language(
    "en",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS,
        counts={"a": 1, "an": 1, "a couple of": 2, "couple of": 2},
        ordinals={"first": 1, "second": 2, "third": 3},
        units=_UNITS,
    ),
    phrases=_PHRASES,
    rules=(
        Rule(r"MINUTES (?:min(?:ute)?s? )?(?:past|after) HOUR", shared.minutes_past),
        Rule(r"MINUTES (?:min(?:ute)?s? )?(?:to|before) HOUR", shared.minutes_to),
        Rule(r"(?:a )?quarter (?:past|after) HOUR", shared.at_hour(15)),
        Rule(r"(?:a )?quarter (?:to|before) HOUR", shared.at_hour(-15)),
        Rule(r"half past HOUR", shared.at_hour(30)),
        Rule(r"half HOUR", _half),
        Rule(r"HOUR o ?clock", shared.at_hour(0)),
        Rule(r"HOUR(?= (?:in the (?:morning|afternoon|evening)|at night)\b)", shared.at_hour(0)),
        Rule(r"COUNT ?UNIT(?:,? (?:and )?MORE ?LESSER)? (?:ago|back)", shared.ago),
        Rule(r"COUNT ?h ?(?P<more>\d\d) ago", shared.hours_minutes_ago),
        Rule(r"(?:a )?half (?:an )?hour ago", shared.seconds_ago(30)),
        Rule(r"(?:a )?quarter of an hour ago", shared.seconds_ago(15)),
        Rule(r"COUNT (?:hours? )?and a half(?: hours?)? ago", shared.seconds_ago(30)),
        Rule(r"COUNT hours? and a half ago", shared.seconds_ago(30)),
        Rule(r"in COUNT ?UNIT", shared.ahead),
        Rule(r"COUNT ?UNIT from now", shared.ahead),
        Rule(r"(?:the )?(?:last|past) COUNT UNIT", shared.lately),
        Rule(r"(?:the )?DAY(?:st|nd|rd|th)", shared.day_of_month),
        Rule(r"(?:the )?night (?:of|from) WEEKDAY (?:to|on) OTHERDAY", shared.night_between),
        *shared.calendar_rules(ordinal="st|nd|rd|th", of="(?: of)?"),
        *shared.month_first_rules(ordinal="st|nd|rd|th"),
        *shared.season_rules(_SEASONS, of=" of"),
    ),
)
