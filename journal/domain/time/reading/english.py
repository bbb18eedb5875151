"""English vocabulary and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import holidays, shared
from journal.domain.time.reading.calendar_tokens import (
    Calendar,
    Edge,
    PartOfSpan,
    Pointer,
    RelativeDay,
    RelativeNight,
    SeasonName,
    Weekday,
    Which,
)
from journal.domain.time.reading.language import Rule, RuleMatch, Vocabulary, counted, language, names, tens
from journal.domain.time.reading.tokens import (
    HALF_DAY,
    LUNCH,
    SMALL_HOURS,
    Approximate,
    Awaits,
    Bound,
    BoundSide,
    Clock,
    DaylightSaving,
    Earlier,
    FromNow,
    Ignored,
    Lead,
    Now,
    Part,
    Token,
    Unit,
    UnknownTime,
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
) | tens("twenty thirty forty fifty", "one two three four five six seven eight nine", "{ten} {one}")

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
_PHRASES: dict[str, tuple[Token, ...]] = {
    "summer time": (DaylightSaving(summer=True),),
    "winter time": (DaylightSaving(summer=False),),
    **dict.fromkeys(("unknown", "time unknown", "not known", "do not know", "dont know", "no idea"), (UnknownTime(),)),
    **dict.fromkeys(("now", "right now"), (Now(),)),
    **dict.fromkeys(("just now", "a moment ago", "just"), (FromNow(0),)),
    **dict.fromkeys(("earlier", "earlier today", "earlier on"), (Earlier(),)),
    "today": (RelativeDay(0),),
    **dict.fromkeys(("yesterday", "yday", "yest"), (RelativeDay(-1),)),
    "the day before yesterday": (RelativeDay(-2),),
    "day before yesterday": (RelativeDay(-2),),
    "tomorrow": (RelativeDay(1),),
    "the day after tomorrow": (RelativeDay(2),),
    "day after tomorrow": (RelativeDay(2),),
    "last night": (RelativeNight(first_hour=18),),
    **dict.fromkeys(("night before last", "the night before last"), (RelativeNight(first_hour=18, nights=2),)),
    **dict.fromkeys(("tonight", "tonite", "this evening"), (RelativeDay(0), Part(PartOfDay.EVENING))),
    "this morning": (RelativeDay(0), Part(PartOfDay.MORNING)),
    "this afternoon": (RelativeDay(0), Part(PartOfDay.AFTERNOON)),
    **dict.fromkeys(("lunchtime", "lunch time", "at lunchtime", "at lunch"), (Part(None, window=LUNCH),)),
    **dict.fromkeys(
        ("early hours", "early hours of", "in the early hours", "in the early hours of", "small hours", "wee hours"),
        (Part(None, window=SMALL_HOURS),),
    ),
    **dict.fromkeys(("all day", "all day long", "whole day", "the whole day", "all", "whole", "entire"), (Ignored(),)),
    **dict.fromkeys(("once", "twice", "several times", "many times", "a few times", "again"), (Ignored(),)),
    **dict.fromkeys(("morning", "in the morning"), (Part(PartOfDay.MORNING),)),
    **dict.fromkeys(("afternoon", "in the afternoon"), (Part(PartOfDay.AFTERNOON),)),
    **dict.fromkeys(("evening", "in the evening"), (Part(PartOfDay.EVENING),)),
    **dict.fromkeys(("night", "at night", "in the night", "during the night"), (Part(PartOfDay.NIGHT, after=True),)),
    **dict.fromkeys(("noon", "at noon", "midday", "at midday"), (Clock((HALF_DAY,), noon=True),)),
    **dict.fromkeys(("midnight", "at midnight"), (Clock((0, 2 * HALF_DAY), spoken=True),)),
    **dict.fromkeys(
        ("about", "around", "approximately", "approx", "roughly", "circa", "ca", "or so", "ish"), (Approximate(),)
    ),
    **dict.fromkeys(
        ("i think", "i guess", "i believe", "maybe", "perhaps", "probably", "possibly", "not sure", "or thereabouts"),
        (Approximate(),),
    ),
    **dict.fromkeys(("after", "later than", "past"), (Bound(BoundSide.AFTER),)),
    **dict.fromkeys(("before", "earlier than"), (Bound(BoundSide.BEFORE),)),
    **dict.fromkeys(("last", "previous"), (Pointer(Which.LAST),)),
    **dict.fromkeys(("gone", "just gone"), (Pointer(Which.LATEST),)),
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


_DOUBLES: dict[str, tuple[Token, ...]] = {
    "past": (Pointer(Which.LATEST),),
    "not sure": (UnknownTime(),),
    **dict.fromkeys(("all day", "all day long", "whole day", "the whole day"), (RelativeDay(0),)),
}
_HOLIDAYS = {
    **dict.fromkeys(("christmas", "christmas day", "xmas", "xmas day"), holidays.CHRISTMAS),
    **dict.fromkeys(("christmas eve", "xmas eve"), holidays.CHRISTMAS_EVE),
    "boxing day": holidays.BOXING_DAY,
    **dict.fromkeys(("new years eve", "new year eve", "nye"), holidays.NEW_YEARS_EVE),
    **dict.fromkeys(("new years day", "new years", "new year"), holidays.NEW_YEAR),
    "good friday": holidays.GOOD_FRIDAY,
    **dict.fromkeys(("easter", "easter sunday"), holidays.EASTER),
    "easter monday": holidays.EASTER_MONDAY,
    **dict.fromkeys(("ascension", "ascension day"), holidays.ASCENSION),
    **dict.fromkeys(("halloween", "hallowe'en"), holidays.HALLOWEEN),
    "thanksgiving": holidays.THANKSGIVING,
    **dict.fromkeys(("valentines", "valentines day", "valentine"), holidays.VALENTINE),
    "all saints": holidays.ALL_SAINTS,
}


def _half(found: RuleMatch) -> Iterator[Token | None]:
    """Parse `half three`, ambiguous: half past in British English, half to in English influenced by Dutch."""
    past, to = spoken(found.number("h"), 30), spoken(found.number("h"), -30)
    if past and to and past.spoken and to.spoken:
        yield Clock(past.options + to.options, spoken=True)
    else:
        yield None


def _before_last(found: RuleMatch) -> Iterator[Token]:
    yield Weekday(found.weekday())
    yield Pointer(Which.BEFORE_LAST)


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
    doubles=_DOUBLES,
    rules=(
        Rule(r"SPELTHOUR (?:oh )?SPELTMINUTES", shared.hour_minutes),
        Rule(r"SPELTHOUR", shared.number_alone),
        Rule(r"HOUR ?ish", shared.about_hour),
        Rule(r"(?:a|one|1) week last WEEKDAY", _before_last),
        Rule(r"(?:the )?WEEKDAY before last", _before_last),
        Rule(r"(?:a|one|1) fortnight ago", lambda _: [RelativeDay(-14)]),
        Rule(r"COUNT times", shared.nothing),
        Rule(r"(?P<count>\d+[.,]\d+) ?(?:hours|hrs|h) ago", shared.part_of_hours_ago),
        Rule(r"COUNT ?(?P<unit>minutes|mins?|hours?|hrs?)(?! ?(?:ago|back|past|to|from|\d))", shared.just_ago),
        Rule(
            r"(?P<n>[1-9]|1[0-2])h(?! ?(?:ago|back|\d))", lambda found: [FromNow(-found.number("n") * 3600, rare=True)]
        ),
        Rule(r"WEEKDAY night (?:in)?to OTHERDAY(?: morning)?", shared.night_between),
        Rule(r"MINUTES (?:min(?:ute)?s? )?(?:past|after) HOUR", shared.minutes_past),
        Rule(r"MINUTES min(?:ute)?s? (?:to|before|of) HOUR", shared.minutes_to),
        Rule(r"MINUTES (?:to|before|of) HOUR", shared.minutes_said_to),
        Rule(r"(?:a )?quarter (?:past|after) HOUR", shared.at_hour(15)),
        Rule(r"(?:a )?quarter (?:to|before|of) HOUR", shared.at_hour(-15)),
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
        *shared.holiday_rules(_HOLIDAYS, eve="(?:the )?day before|(?:the )?eve of"),
        *shared.season_rules(_SEASONS, of=" of"),
    ),
)
