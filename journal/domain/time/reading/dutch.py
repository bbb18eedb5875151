"""Dutch vocabulary and rules, for Belgium and the Netherlands."""

from __future__ import annotations

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

_NAMES = names(
    weekdays="maandag ma maa maan, dinsdag di din dins, woensdag wo woe woens, donderdag do don dond, "
    "vrijdag vr vrij vrijd, zaterdag za zat zaterd, zondag zo zon zond",
    months="januari jan, februari febr feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug, "
    "september sept sep, oktober okt, november nov, december dec",
    passed_over="op de het den van tijdens ergens",
)

_NUMBERS = counted(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
) | tens("twintig dertig veertig vijftig", "een twee drie vier vijf zes zeven acht negen", "{one}en{ten}")
_HOURS = counted("_ enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven")
"""The hours as they stand after *na* and *tegen*."""

_UNITS = {
    **dict.fromkeys(("seconde", "seconden", "sec"), Unit.SECOND),
    **dict.fromkeys(("minuut", "minuten", "minuutje", "minuutjes", "min"), Unit.MINUTE),
    **dict.fromkeys(("uur", "uren", "uurtje", "uurtjes", "u"), Unit.HOUR),
    **dict.fromkeys(("dag", "dagen"), Unit.DAY),
    **dict.fromkeys(("week", "weken"), Unit.WEEK),
    **dict.fromkeys(("maand", "maanden"), Unit.MONTH),
    **dict.fromkeys(("jaar", "jaren"), Unit.YEAR),
}
_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_SEASONS = {
    "lente": SeasonName.SPRING,
    "voorjaar": SeasonName.SPRING,
    "zomer": SeasonName.SUMMER,
    "herfst": SeasonName.AUTUMN,
    "najaar": SeasonName.AUTUMN,
    "winter": SeasonName.WINTER,
}
_PARTS = {
    "ochtend": PartOfDay.MORNING,
    "morgen": PartOfDay.MORNING,
    "voormiddag": PartOfDay.MORNING,
    "middag": PartOfDay.AFTERNOON,
    "namiddag": PartOfDay.AFTERNOON,
    "avond": PartOfDay.EVENING,
    "nacht": PartOfDay.NIGHT,
}
_RELATIVE = {
    "vandaag": 0,
    "gisteren": -1,
    "gister": -1,
    "eergisteren": -2,
    "eergister": -2,
    "voorgisteren": -2,
    "morgen": 1,
    "overmorgen": 2,
}
_WORDS: dict[str, tuple[Token, ...]] = {
    "zomertijd": (DaylightSaving(summer=True),),
    "wintertijd": (DaylightSaving(summer=False),),
    **dict.fromkeys(
        ("onbekend", "niet bekend", "weet niet", "weet ik niet", "ik weet het niet", "geen idee", "tijdstip onbekend"),
        (UnknownTime(),),
    ),
    "nu": (Now(),),
    **dict.fromkeys(("net", "daarnet", "zonet", "zojuist", "daarjuist"), (FromNow(0),)),
    "hier": (RelativeDay(0, here=True),),
    **dict.fromkeys(("daarstraks", "eerder vandaag", "eerder op de dag"), (Earlier(),)),
    **dict.fromkeys(("vannacht", "deze nacht"), (RelativeNight(this=True),)),
    **dict.fromkeys(("rond de middag", "tegen de middag"), (Approximate(), Clock((HALF_DAY,), noon=True))),
    **dict.fromkeys(("vroege uurtjes", "kleine uurtjes"), (Part(None, window=SMALL_HOURS),)),
    **dict.fromkeys(("in de vroege uurtjes", "in de kleine uurtjes"), (Part(None, window=SMALL_HOURS),)),
    **dict.fromkeys(("hele dag", "de hele dag", "ganse dag", "hele", "heel", "ganse", "gans"), (Ignored(),)),
    **dict.fromkeys(("meerdere keren", "enkele keren", "een paar keer", "opnieuw", "weer"), (Ignored(),)),
    "kerstavond": (holidays.CHRISTMAS_EVE, Part(PartOfDay.EVENING)),
    "oudejaarsavond": (holidays.NEW_YEARS_EVE, Part(PartOfDay.EVENING)),
    **dict.fromkeys(("middernacht", "te middernacht"), (Clock((0, 2 * HALF_DAY), spoken=True),)),
    **dict.fromkeys(("rond", "rondom", "ongeveer", "omstreeks", "zowat", "tegen", "circa", "ca"), (Approximate(),)),
    **dict.fromkeys(("zo rond", "zo ongeveer", "zo omstreeks", "zo tegen", "zo n"), (Approximate(),)),
    **dict.fromkeys(
        ("ik denk", "denk ik", "ik geloof", "geloof ik", "misschien", "wellicht", "waarschijnlijk", "vermoedelijk"),
        (Approximate(),),
    ),
    "niet zeker": (Approximate(),),
    "na": (Bound(BoundSide.AFTER),),
    "voor": (Bound(BoundSide.BEFORE),),
    **dict.fromkeys(("vroeg", "vroege"), (PartOfSpan(Edge.BEGIN),)),
    **dict.fromkeys(("laat", "late"), (PartOfSpan(Edge.END),)),
    **dict.fromkeys(("voorlaatste", "op een na laatste"), (Pointer(Which.BEFORE_LAST),)),
    **dict.fromkeys(("vorige", "vorig", "laatste", "verleden"), (Pointer(Which.LAST),)),
    **dict.fromkeys(("afgelopen", "voorbije", "jongstleden", "jl", "laatstleden", "ll"), (Pointer(Which.LATEST),)),
    **dict.fromkeys(("volgende", "volgend", "komende", "aanstaande", "eerstvolgende"), (Pointer(Which.NEXT),)),
    **dict.fromkeys(("deze", "dit"), (Pointer(Which.THIS),)),
    "week": (Calendar(Unit.WEEK),),
    "weekend": (Calendar(Unit.WEEKEND),),
    "maand": (Calendar(Unit.MONTH),),
    "jaar": (Calendar(Unit.YEAR),),
    **dict.fromkeys(("begin", "begin van", "het begin van"), (PartOfSpan(Edge.BEGIN),)),
    **dict.fromkeys(("half", "midden", "midden in", "medio", "het midden van"), (PartOfSpan(Edge.MIDDLE),)),
    **dict.fromkeys(("eind", "einde", "eind van", "einde van", "het einde van"), (PartOfSpan(Edge.END),)),
    **dict.fromkeys(("om", "te"), (Lead(Awaits.CLOCK),)),
    "in": (Lead(Awaits.SPAN),),
}


_DOUBLES: dict[str, tuple[Token, ...]] = {
    "hier": (RelativeDay(-1),),
    "morgen": (Part(PartOfDay.MORNING, rare=True),),
    "niet zeker": (UnknownTime(),),
    **dict.fromkeys(("hele dag", "de hele dag", "ganse dag"), (RelativeDay(0),)),
}
_HOLIDAYS = {
    **dict.fromkeys(("kerst", "kerstmis", "kerstdag", "eerste kerstdag"), holidays.CHRISTMAS),
    "tweede kerstdag": holidays.BOXING_DAY,
    **dict.fromkeys(("oudjaar", "oudejaar", "oudejaarsdag"), holidays.NEW_YEARS_EVE),
    **dict.fromkeys(("nieuwjaar", "nieuwjaarsdag"), holidays.NEW_YEAR),
    "driekoningen": holidays.EPIPHANY,
    **dict.fromkeys(("valentijn", "valentijnsdag"), holidays.VALENTINE),
    "goede vrijdag": holidays.GOOD_FRIDAY,
    **dict.fromkeys(("pasen", "paaszondag", "eerste paasdag"), holidays.EASTER),
    **dict.fromkeys(("paasmaandag", "tweede paasdag"), holidays.EASTER_MONDAY),
    "dag van de arbeid": holidays.LABOUR_DAY,
    **dict.fromkeys(("hemelvaart", "hemelvaartsdag"), holidays.ASCENSION),
    **dict.fromkeys(("pinksteren", "pinksterzondag"), holidays.PENTECOST),
    **dict.fromkeys(("pinkstermaandag", "tweede pinksterdag"), holidays.WHIT_MONDAY),
    "halloween": holidays.HALLOWEEN,
    "allerheiligen": holidays.ALL_SAINTS,
    "allerzielen": holidays.ALL_SOULS,
    "wapenstilstand": holidays.ARMISTICE,
}


def _compounds() -> dict[str, tuple[Token, ...]]:
    """Return `'s avonds`, `vanavond`, `gisterenavond`, `in de avond` and their like."""
    compounds: dict[str, tuple[Token, ...]] = {}
    for word, part in _PARTS.items():
        compounds |= dict.fromkeys((f"s{word}s", f"in de {word}", word), (Part(part),))
        compounds |= {day + word: (RelativeDay(days), Part(part)) for day, days in _RELATIVE.items()}
        compounds |= {day + word: (Weekday(number), Part(part)) for number, day in enumerate(_DAYS)}
        if part is not PartOfDay.NIGHT:
            compounds |= dict.fromkeys((f"van{word}", f"deze {word}"), (RelativeDay(0), Part(part)))
    return compounds | {day: (RelativeDay(days),) for day, days in _RELATIVE.items()}


def _around_half(sign: int, found: RuleMatch) -> list[Token | None]:
    return [spoken(found.number("h"), sign * found.number("m") - 30) if found.number("m") < 30 else None]


def _weekday_part(found: RuleMatch) -> list[Token | None]:
    return [Weekday(found.weekday()), Part(_PARTS[found.word("part")])]


DUTCH = language(
    "nl",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS | {word: hour for word, hour in _HOURS.items() if hour},
        counts={"een paar": 2},
        ordinals={"eerste": 1, "tweede": 2, "derde": 3},
        units=_UNITS,
        no_weekday=r"(?!(?<=\bzo) (?:rond|ongeveer|omstreeks|een uur of|n)\b)",
    ),
    phrases=_compounds() | _WORDS,
    doubles=_DOUBLES,
    rules=(
        Rule(r"HOUR uur SPELTMINUTES", shared.hour_minutes),
        Rule(r"SPELTHOUR", shared.number_alone),
        Rule(r"COUNT ?(?:keer|keren|maal|x)(?![a-z])", shared.nothing),
        Rule(r"(?P<count>\d+[.,]\d+) ?(?:uur|uren|u) (?:geleden|terug)", shared.part_of_hours_ago),
        Rule(r"(?:acht|8) dagen (?:geleden|terug)", shared.idiom_of_days(8, 7)),
        Rule(r"COUNT ?(?P<unit>minuten|minuutjes|min)(?! (?:geleden|terug|voor|over|na))", shared.just_ago),
        Rule(r"WEEKDAY op OTHERDAY ?nacht", shared.night_between),
        Rule(r"HOUR ?uur(?! (?:geleden|terug))", shared.at_hour(0)),
        Rule(r"HOUR(?= s(?:" + "|".join(_PARTS) + r")s\b)", shared.at_hour(0)),
        Rule(r"half HOUR", shared.at_hour(-30)),
        Rule(r"kwart voor HOUR", shared.at_hour(-15)),
        Rule(r"kwart (?:over|na) HOUR", shared.at_hour(15)),
        Rule(r"MINUTES (?:minuten )?voor half HOUR", lambda found: _around_half(-1, found)),
        Rule(r"MINUTES (?:minuten )?(?:over|na) half HOUR", lambda found: _around_half(1, found)),
        Rule(r"MINUTES (?:minuten )?voor HOUR", shared.minutes_to),
        Rule(r"MINUTES (?:minuten )?(?:over|na) HOUR", shared.minutes_past),
        Rule(r"(?:een )?uur of HOUR", lambda found: [Approximate(), spoken(found.number("h"), 0)]),
        Rule(r"COUNT ?UNIT(?:,? (?:en )?MORE ?LESSER)? (?:geleden|terug)", shared.ago),
        Rule(r"COUNT ?[uh] ?(?P<more>\d\d) (?:geleden|terug)", shared.hours_minutes_ago),
        Rule(r"(?:een )?half ?uur(?:tje)? (?:geleden|terug)", shared.seconds_ago(30)),
        Rule(r"(?:een )?kwartier(?:tje)? (?:geleden|terug)", shared.seconds_ago(15)),
        Rule(r"(?:drie|3) kwartier (?:geleden|terug)", shared.seconds_ago(45)),
        Rule(r"anderhalf uur (?:geleden|terug)", shared.seconds_ago(90)),
        Rule(r"COUNT en (?:een )?half uur (?:geleden|terug)", shared.seconds_ago(30)),
        Rule(r"(?:over|binnen) COUNT ?UNIT", shared.ahead),
        Rule(r"(?:de )?(?:laatste|afgelopen|voorbije) COUNT UNIT", shared.lately),
        Rule(r"WEEKDAY ?(?P<part>" + "|".join(_PARTS) + ")", _weekday_part),
        Rule(r"(?<=gisteren )morgen|(?<=gister )morgen", lambda _: [Part(PartOfDay.MORNING)]),
        Rule(r"(?:de |den )DAY(?: ?(?:ste|de|e))?(?![a-z])(?!\d|[:./-]\d)", shared.day_of_month),
        Rule(r"DAY ?(?:ste|de|e)(?![a-z])", shared.day_of_month),
        Rule(r"(?:in )?(?:de )?nacht (?:van )?WEEKDAY op OTHERDAY", shared.night_between),
        Rule(r"(?:in )?(?:de )?nacht van DAY op MORE MONTH(?: (?P<y>(?:19|20)\d\d))?", shared.night_between_dates),
        Rule(
            r"(?:in )?(?:de )?nacht van (?:de )?DAY op (?:de )?MORE(?! [a-z]*\d)(?![\d:./-])", shared.night_between_days
        ),
        *shared.calendar_rules(ordinal="ste|de|e", of=""),
        *shared.holiday_rules(_HOLIDAYS, eve="(?:de )?(?:dag|avond) voor"),
        *shared.season_rules(_SEASONS, of=" van"),
    ),
)
