"""English vocabulary and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import holidays, shared
from journal.domain.time.reading import meanings as said
from journal.domain.time.reading.calendar_tokens import Pointer, RelativeDay, RelativeNight, SeasonName, Weekday, Which
from journal.domain.time.reading.grammar import Rule, RuleMatch, Vocabulary, counted, grammar, names, tens
from journal.domain.time.reading.meanings import Tokens, by_word
from journal.domain.time.reading.tokens import Clock, FromNow, Part, Token, Unit, spoken

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
    Unit.SECOND: "second, seconds, sec, secs, s",
    Unit.MINUTE: "minute, minutes, min, mins, m",
    Unit.HOUR: "hour, hours, hr, hrs, h",
    Unit.DAY: "day, days",
    Unit.WEEK: "week, weeks",
    Unit.MONTH: "month, months",
    Unit.YEAR: "year, years",
}
_SEASONS = {
    SeasonName.SPRING: "spring",
    SeasonName.SUMMER: "summer",
    SeasonName.AUTUMN: "autumn, fall",
    SeasonName.WINTER: "winter",
}
_PHRASES: dict[Tokens, str] = {
    said.SUMMER_TIME: "summer time",
    said.WINTER_TIME: "winter time",
    said.NOT_KNOWN: "unknown, time unknown, not known, do not know, dont know, no idea",
    said.NOW: "now, right now",
    said.JUST_NOW: "just now, a moment ago, just",
    said.EARLIER: "earlier, earlier today, earlier on",
    said.TODAY: "today",
    said.YESTERDAY: "yesterday, yday, yest",
    said.DAY_BEFORE: "the day before yesterday, day before yesterday",
    said.TOMORROW: "tomorrow",
    said.DAY_AFTER: "the day after tomorrow, day after tomorrow",
    (RelativeNight(first_hour=18),): "last night",
    (RelativeNight(first_hour=18, nights=2),): "night before last, the night before last, two nights ago",
    (*said.TODAY, *said.EVENING): "tonight, tonite, this evening",
    (*said.TODAY, *said.MORNING): "this morning",
    (*said.TODAY, *said.AFTERNOON): "this afternoon",
    said.LUNCHTIME: "lunchtime, lunch time, at lunchtime, at lunch",
    said.SMALL_HOURS: "early hours, early hours of, in the early hours, in the early hours of, small hours, wee hours",
    said.IGNORED: "all day, all day long, whole day, the whole day, all, whole, entire, once, twice, "
    "several times, many times, a few times, again, exactly, precisely, sharp, on the dot",
    said.MORNING: "morning, in the morning",
    said.AFTERNOON: "afternoon, in the afternoon",
    said.EVENING: "evening, in the evening",
    (Part(PartOfDay.NIGHT, after=True, first_hour=18),): "night, at night, in the night, during the night",
    said.NOON: "noon, at noon, midday, at midday",
    said.MIDNIGHT: "midnight, at midnight",
    said.ABOUT: "about, around, approximately, approx, roughly, circa, ca, or so, ish, i think, i guess, "
    "i believe, maybe, perhaps, probably, possibly, not sure, or thereabouts, just after, just before, just past, "
    "shortly after, shortly before, soon after, a bit after, a bit before",
    said.AFTER: "after, later than, past",
    said.BEFORE: "before, earlier than",
    said.LAST: "last, previous",
    said.LATEST: "gone, just gone",
    said.NEXT: "next, coming",
    said.THIS: "this",
    said.WEEK: "week",
    said.WEEKEND: "weekend, week end",
    said.MONTH: "month",
    said.YEAR: "year",
    said.BEGIN: "early, beginning of, the beginning of, at the beginning of, start of, the start of, at the start of, "
    "early in, first thing",
    said.MIDDLE: "mid, middle of, the middle of",
    said.END: "late, end of, the end of, at the end of, late in",
    said.AT: "at",
    said.IN: "in",
}


_DOUBLES: dict[Tokens, str] = {
    said.LATEST: "past",
    said.NOT_KNOWN: "not sure",
    said.TODAY: "all day, all day long, whole day, the whole day",
}
_HOLIDAYS = {
    holidays.CHRISTMAS: "christmas, christmas day, xmas, xmas day",
    holidays.CHRISTMAS_EVE: "christmas eve, xmas eve",
    holidays.BOXING_DAY: "boxing day",
    holidays.NEW_YEARS_EVE: "new years eve, new year eve, nye",
    holidays.NEW_YEAR: "new years day, new years, new year",
    holidays.GOOD_FRIDAY: "good friday",
    holidays.EASTER: "easter, easter sunday",
    holidays.EASTER_MONDAY: "easter monday",
    holidays.ASCENSION: "ascension, ascension day",
    holidays.HALLOWEEN: "halloween, hallowe'en",
    holidays.THANKSGIVING: "thanksgiving",
    holidays.VALENTINE: "valentines, valentines day, valentine",
    holidays.ALL_SAINTS: "all saints",
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


ENGLISH = grammar(
    "en",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS,
        counts={"a": 1, "an": 1, "a couple of": 2, "couple of": 2},
        ordinals={"first": 1, "second": 2, "third": 3},
        units=by_word(_UNITS),
    ),
    phrases=by_word(_PHRASES),
    doubles=by_word(_DOUBLES),
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
        *shared.holiday_rules(by_word(_HOLIDAYS), eve="(?:the )?day before|(?:the )?eve of"),
        *shared.season_rules(by_word(_SEASONS), of=" of"),
    ),
)
