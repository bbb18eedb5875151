"""Dutch vocabulary and rules, for Belgium and the Netherlands."""

from __future__ import annotations

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import holidays, shared
from journal.domain.time.reading import meanings as said
from journal.domain.time.reading.calendar_tokens import RelativeDay, SeasonName, Weekday
from journal.domain.time.reading.grammar import Rule, RuleMatch, Vocabulary, counted, grammar, names, tens
from journal.domain.time.reading.meanings import Tokens, by_word
from journal.domain.time.reading.tokens import Approximate, Part, Token, Unit, spoken

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
    Unit.SECOND: "seconde, seconden, sec",
    Unit.MINUTE: "minuut, minuten, minuutje, minuutjes, min",
    Unit.HOUR: "uur, uren, uurtje, uurtjes, u",
    Unit.DAY: "dag, dagen",
    Unit.WEEK: "week, weken",
    Unit.MONTH: "maand, maanden",
    Unit.YEAR: "jaar, jaren",
}
_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_SEASONS = {
    SeasonName.SPRING: "lente, voorjaar",
    SeasonName.SUMMER: "zomer",
    SeasonName.AUTUMN: "herfst, najaar",
    SeasonName.WINTER: "winter",
}
_PARTS = by_word(
    {
        PartOfDay.MORNING: "ochtend, morgen, voormiddag",
        PartOfDay.AFTERNOON: "middag, namiddag",
        PartOfDay.EVENING: "avond",
        PartOfDay.NIGHT: "nacht",
    }
)
_RELATIVE = by_word(
    {-2: "eergisteren, eergister, voorgisteren", -1: "gisteren, gister", 0: "vandaag", 1: "morgen", 2: "overmorgen"}
)
_WORDS: dict[Tokens, str] = {
    said.SUMMER_TIME: "zomertijd",
    said.WINTER_TIME: "wintertijd",
    said.NOT_KNOWN: "onbekend, niet bekend, weet niet, weet ik niet, ik weet het niet, geen idee, tijdstip onbekend",
    said.NOW: "nu",
    said.JUST_NOW: "net, daarnet, zonet, zojuist, daarjuist",
    (RelativeDay(0, here=True),): "hier",
    said.EARLIER: "daarstraks, eerder vandaag, eerder op de dag",
    said.THIS_NIGHT: "vannacht, deze nacht",
    (*said.ABOUT, *said.NOON): "rond de middag, tegen de middag, rond het middaguur",
    said.SMALL_HOURS: "vroege uurtjes, kleine uurtjes, in de vroege uurtjes, in de kleine uurtjes",
    said.IGNORED: "hele dag, de hele dag, ganse dag, hele, heel, ganse, gans, meerdere keren, enkele keren, "
    "een paar keer, opnieuw, weer, precies, exact, stipt, klokslag",
    (holidays.CHRISTMAS_EVE, *said.EVENING): "kerstavond",
    (holidays.NEW_YEARS_EVE, *said.EVENING): "oudejaarsavond",
    said.MIDNIGHT: "middernacht, te middernacht",
    said.ABOUT: "rond, rondom, ongeveer, omstreeks, zowat, tegen, circa, ca, zo rond, zo ongeveer, zo omstreeks, "
    "zo tegen, zo n, ik denk, denk ik, ik geloof, geloof ik, misschien, wellicht, waarschijnlijk, vermoedelijk, "
    "niet zeker, rond de klok van, om en bij, net na, net voor, kort na, kort voor, vlak na, vlak voor, iets na, "
    "iets voor",
    said.AFTER: "na",
    said.BEFORE: "voor",
    said.BEGIN: "vroeg, vroege, begin, begin van, het begin van",
    said.END: "laat, late, eind, einde, eind van, einde van, het einde van",
    said.BEFORE_LAST: "voorlaatste, op een na laatste",
    said.LAST: "vorige, vorig, laatste, verleden",
    said.LATEST: "afgelopen, voorbije, jongstleden, jl, laatstleden, ll",
    said.NEXT: "volgende, volgend, komende, aanstaande, eerstvolgende",
    said.THIS: "deze, dit",
    said.WEEK: "week",
    said.WEEKEND: "weekend",
    said.MONTH: "maand",
    said.YEAR: "jaar",
    said.MIDDLE: "half, halverwege, midden, midden in, medio, het midden van",
    said.AT: "om, te",
    said.IN: "in",
}


_DOUBLES: dict[Tokens, str] = {
    said.YESTERDAY: "hier",
    (Part(PartOfDay.MORNING, rare=True),): "morgen",
    said.NOT_KNOWN: "niet zeker",
    said.TODAY: "hele dag, de hele dag, ganse dag",
}
_HOLIDAYS = {
    holidays.CHRISTMAS: "kerst, kerstmis, kerstdag, eerste kerstdag",
    holidays.BOXING_DAY: "tweede kerstdag",
    holidays.NEW_YEARS_EVE: "oudjaar, oudejaar, oudejaarsdag",
    holidays.NEW_YEAR: "nieuwjaar, nieuwjaarsdag",
    holidays.EPIPHANY: "driekoningen",
    holidays.VALENTINE: "valentijn, valentijnsdag",
    holidays.GOOD_FRIDAY: "goede vrijdag",
    holidays.EASTER: "pasen, paaszondag, eerste paasdag",
    holidays.EASTER_MONDAY: "paasmaandag, tweede paasdag",
    holidays.LABOUR_DAY: "dag van de arbeid",
    holidays.ASCENSION: "hemelvaart, hemelvaartsdag",
    holidays.PENTECOST: "pinksteren, pinksterzondag",
    holidays.WHIT_MONDAY: "pinkstermaandag, tweede pinksterdag",
    holidays.HALLOWEEN: "halloween",
    holidays.ALL_SAINTS: "allerheiligen",
    holidays.ALL_SOULS: "allerzielen",
    holidays.ARMISTICE: "wapenstilstand",
}


def _compounds() -> dict[str, Tokens]:
    """Return `'s avonds`, `vanavond`, `gisterenavond`, `in de avond` and their like."""
    compounds: dict[str, Tokens] = {}
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


DUTCH = grammar(
    "nl",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS | {word: hour for word, hour in _HOURS.items() if hour},
        counts={"een paar": 2},
        ordinals={"eerste": 1, "tweede": 2, "derde": 3},
        units=by_word(_UNITS),
        no_weekday=r"(?!(?<=\bzo) (?:rond|ongeveer|omstreeks|een uur of|n)\b)",
    ),
    phrases=_compounds() | by_word(_WORDS),
    doubles=by_word(_DOUBLES),
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
        *shared.holiday_rules(by_word(_HOLIDAYS), eve="(?:de )?(?:dag|avond) voor"),
        *shared.season_rules(by_word(_SEASONS), of=" van"),
    ),
)
