"""French vocabulary and rules; the elided `l'` and `d'` are removed by the normalisation."""

from __future__ import annotations

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import holidays, shared
from journal.domain.time.reading import meanings as said
from journal.domain.time.reading.calendar_tokens import Pointer, SeasonName, Which
from journal.domain.time.reading.grammar import Rule, RuleMatch, Vocabulary, counted, grammar, names, tens
from journal.domain.time.reading.meanings import Tokens, by_word
from journal.domain.time.reading.tokens import HALF_DAY, Clock, Part, Token, Unit

_NAMES = names(
    weekdays="lundi lun, mardi mar, mercredi mer, jeudi jeu, vendredi ven, samedi sam, dimanche dim",
    months="janvier janv jan, fevrier fevr fev, mars, avril avr, mai, juin, juillet juil, aout, "
    "septembre sept sep, octobre oct, novembre nov, decembre dec",
    passed_over="le la les de du des au aux pendant courant",
)

_NUMBERS = counted(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix_sept dix_huit dix_neuf vingt"
) | tens("vingt trente quarante cinquante", "un deux trois quatre cinq six sept huit neuf", "{ten} {one}")
_NUMBERS |= {"une": 1, "vingt et un": 21, "vingt et une": 21, "trente et un": 31, "trente et une": 31}

_UNITS = {
    Unit.SECOND: "seconde, secondes, sec",
    Unit.MINUTE: "minute, minutes, min, mn",
    Unit.HOUR: "heure, heures, h",
    Unit.DAY: "jour, jours",
    Unit.WEEK: "semaine, semaines",
    Unit.MONTH: "mois",
    Unit.YEAR: "an, ans, annee, annees",
}
_SEASONS = {
    SeasonName.SPRING: "printemps",
    SeasonName.SUMMER: "ete",
    SeasonName.AUTUMN: "automne",
    SeasonName.WINTER: "hiver",
}
_PHRASES: dict[Tokens, str] = {
    said.SUMMER_TIME: "heure ete",
    said.WINTER_TIME: "heure hiver",
    said.NOT_KNOWN: "inconnu, inconnue, moment inconnu, pas connu, je ne sais pas, aucune idee",
    said.NOW: "maintenant",
    said.JUST_NOW: "a instant, tout juste",
    said.TODAY: "aujourdhui",
    said.YESTERDAY: "hier",
    said.DAY_BEFORE: "avant hier",
    said.TOMORROW: "demain",
    said.DAY_AFTER: "apres demain",
    said.THIS_NIGHT: "cette nuit",
    said.EARLIER: "plus tot, plus tot aujourdhui",
    (*said.TODAY, *said.MORNING): "ce matin",
    (*said.TODAY, *said.AFTERNOON): "cet apres midi, cet aprem",
    (*said.TODAY, *said.EVENING): "ce soir",
    (*said.TODAY, *said.LUNCHTIME): "ce midi",
    said.SMALL_HOURS: "petites heures, aux petites heures, au petit matin",
    said.IGNORED: "toute la journee, toute la, tout le, toute, tout, sans plus de precision, plusieurs fois, "
    "encore, de nouveau, a nouveau, precises, pile, exactement, precisement, tapantes",
    said.MORNING: "matin, du matin, au matin, mat, du mat, matinee, dans la matinee",
    said.AFTERNOON: "apres midi, de apres midi, dans apres midi, aprem",
    said.EVENING: "soir, du soir, au soir, soiree, en soiree, dans la soiree",
    (Part(PartOfDay.NIGHT),): "nuit, de la nuit, pendant la nuit, dans la nuit",
    said.NOON: "midi, a midi",
    said.MIDNIGHT: "minuit, a minuit",
    said.ABOUT: "vers, environ, autour de, aux environs de, aux alentours de, a peu pres, plus ou moins, je crois, "
    "je pense, peut etre, sans doute, probablement, pas sur, pas sure, il me semble, juste apres, juste avant, "
    "peu apres, peu avant, un peu apres, un peu avant",
    said.AFTER: "apres",
    said.BEFORE: "avant",
    said.BEGIN: "de bonne heure, tot, tot dans la, tot le, debut, debut de, au debut de, debut du",
    said.END: "tard, tard dans la, tard le, fin, fin de, a la fin de, fin du",
    (Pointer(Which.LAST, weekday_sure=True),): "dernier, derniere, passe, passee, precedent, precedente",
    said.BEFORE_LAST: "avant dernier, avant derniere",
    said.NEXT: "prochain, prochaine",
    said.THIS: "ce, cet, cette",
    said.WEEK: "semaine",
    said.WEEKEND: "weekend, week end",
    said.MONTH: "mois",
    said.YEAR: "an, annee",
    said.MIDDLE: "mi, milieu de, au milieu de, milieu du",
    said.AT: "a",
    said.IN: "en",
}
_DOUBLES: dict[Tokens, str] = {
    said.TODAY: "toute la journee",
    said.NOT_KNOWN: "pas sur, pas sure",
}
_HOLIDAYS = {
    holidays.CHRISTMAS: "noel, jour de noel, a noel",
    holidays.NEW_YEARS_EVE: "saint sylvestre, st sylvestre, reveillon de nouvel an",
    holidays.CHRISTMAS_EVE: "reveillon de noel",
    holidays.NEW_YEAR: "nouvel an, jour de an",
    holidays.EPIPHANY: "epiphanie",
    holidays.VALENTINE: "saint valentin, st valentin",
    holidays.GOOD_FRIDAY: "vendredi saint",
    holidays.EASTER: "paques, dimanche de paques",
    holidays.EASTER_MONDAY: "lundi de paques",
    holidays.LABOUR_DAY: "fete du travail",
    holidays.ASCENSION: "ascension, jeudi de ascension",
    holidays.PENTECOST: "pentecote",
    holidays.WHIT_MONDAY: "lundi de pentecote",
    holidays.ASSUMPTION: "assomption",
    holidays.HALLOWEEN: "halloween",
    holidays.ALL_SAINTS: "toussaint",
    holidays.ARMISTICE: "armistice",
    holidays.ST_NICHOLAS: "saint nicolas, st nicolas",
}
_HOURS = r"HOUR ?(?:heures?|h)"


def _near_twelve(found: RuleMatch) -> list[Token | None]:
    """`midi et demi`, `minuit moins dix`: minutes on either side of twelve."""
    minutes = {"et demi": 30, "et demie": 30, "et quart": 15, "moins le quart": -15}.get(found.word("rest"))
    if minutes is None:
        minutes = -found.number("m") if found.word("less") else found.number("m")
    if abs(minutes) > 59:
        return [None]
    noon = found.word("twelve") == "midi"
    return [Clock((HALF_DAY + minutes,), noon=True) if noon else _near_midnight(minutes)]


def _near_midnight(minutes: int) -> Clock:
    first = minutes % (2 * HALF_DAY)
    return Clock((first, first + 2 * HALF_DAY) if minutes > 0 else (first,), spoken=minutes > 0)


FRENCH = grammar(
    "fr",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS,
        counts={},
        ordinals={"premier": 1},
        units=by_word(_UNITS),
    ),
    phrases=by_word(_PHRASES),
    doubles=by_word(_DOUBLES),
    rules=(
        Rule(r"SPELTHOUR", shared.number_alone),
        Rule(r"COUNT fois", shared.nothing),
        Rule(r"(?:il )?y ?a (?:8|huit) jours", shared.idiom_of_days(8, 7)),
        Rule(r"(?:il )?y ?a (?:15|quinze) jours", shared.idiom_of_days(15, 14)),
        Rule(r"(?:il )?y ?a (?P<count>\d+[.,]\d+) ?(?:heures?|h)", shared.part_of_hours_ago),
        Rule(r"(?<!y a )(?<!ya )COUNT ?(?P<unit>minutes|min|mn)", shared.just_ago),
        Rule(r"HOUR ?heures?", shared.at_hour(0)),
        Rule(r"HOUR(?= (?:du matin|du soir|de apres midi)\b)", shared.at_hour(0)),
        Rule(_HOURS + r" et demie?", shared.at_hour(30)),
        Rule(_HOURS + r" (?:et |un )?quart", shared.at_hour(15)),
        Rule(_HOURS + r" moins (?:le )?quart", shared.at_hour(-15)),
        Rule(_HOURS + r" moins MINUTES", shared.minutes_to),
        Rule(_HOURS + r" (?P<m>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")", shared.minutes_past),
        Rule(r"(?:a )?(?P<twelve>midi|minuit) (?P<rest>et demie?|et quart|moins le quart)", _near_twelve),
        Rule(r"(?:a )?(?P<twelve>midi|minuit) (?P<less>moins )?MINUTES", _near_twelve),
        Rule(r"(?:il )?y ?a COUNT ?UNIT", shared.ago),
        Rule(r"(?:il )?y ?a COUNT ?UNIT,? (?:et )?MORE ?LESSER", shared.ago),
        Rule(r"(?:il )?y ?a COUNT ?(?:heures?|h) ?(?P<more>\d\d)", shared.hours_minutes_ago),
        Rule(r"(?:il )?y ?a une demi heure", shared.seconds_ago(30)),
        Rule(r"(?:il )?y ?a un quart heure", shared.seconds_ago(15)),
        Rule(r"(?:il )?y ?a trois quarts heure", shared.seconds_ago(45)),
        Rule(r"(?:il )?y ?a COUNT ?(?:heures?|h) et demie?", shared.seconds_ago(30)),
        Rule(r"dans COUNT ?UNIT", shared.ahead),
        Rule(r"(?:les )?COUNT derni(?:er|ere)s UNIT", shared.lately),
        Rule(r"le DAY(?: ?(?:er|e))?(?![a-z])(?!\d|[:./-]\d)", shared.day_of_month),
        Rule(r"(?:dans )?(?:la )?nuit (?:de|du) WEEKDAY (?:a|au) OTHERDAY", shared.night_between),
        Rule(r"(?:dans )?(?:la )?nuit du DAY au MORE MONTH(?: (?P<y>(?:19|20)\d\d))?", shared.night_between_dates),
        Rule(r"(?:dans )?(?:la )?nuit du DAY au MORE(?![\d:./-]| [a-z]* ?\d{4})", shared.night_between_days),
        *shared.calendar_rules(ordinal="er|e", of=""),
        *shared.holiday_rules(by_word(_HOLIDAYS), eve="(?:la )?veille (?:de|du)"),
        *shared.season_rules(by_word(_SEASONS), of=" de"),
    ),
)
