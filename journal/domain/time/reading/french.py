"""French vocabulary and rules; the elided `l'` and `d'` are removed by the normalisation."""

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
)

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
    **dict.fromkeys(("seconde", "secondes", "sec"), Unit.SECOND),
    **dict.fromkeys(("minute", "minutes", "min", "mn"), Unit.MINUTE),
    **dict.fromkeys(("heure", "heures", "h"), Unit.HOUR),
    **dict.fromkeys(("jour", "jours"), Unit.DAY),
    **dict.fromkeys(("semaine", "semaines"), Unit.WEEK),
    "mois": Unit.MONTH,
    **dict.fromkeys(("an", "ans", "annee", "annees"), Unit.YEAR),
}
_SEASONS = {
    "printemps": SeasonName.SPRING,
    "ete": SeasonName.SUMMER,
    "automne": SeasonName.AUTUMN,
    "hiver": SeasonName.WINTER,
}
_PHRASES: dict[str, tuple[Token, ...]] = {
    "heure ete": (DaylightSaving(summer=True),),
    "heure hiver": (DaylightSaving(summer=False),),
    **dict.fromkeys(
        ("inconnu", "inconnue", "moment inconnu", "pas connu", "je ne sais pas", "aucune idee"), (UnknownTime(),)
    ),
    "maintenant": (Now(),),
    **dict.fromkeys(("a instant", "tout juste"), (FromNow(0),)),
    "aujourdhui": (RelativeDay(0),),
    "hier": (RelativeDay(-1),),
    "avant hier": (RelativeDay(-2),),
    "demain": (RelativeDay(1),),
    "apres demain": (RelativeDay(2),),
    "cette nuit": (RelativeNight(this=True),),
    **dict.fromkeys(("plus tot", "plus tot aujourdhui"), (Earlier(),)),
    "ce matin": (RelativeDay(0), Part(PartOfDay.MORNING)),
    **dict.fromkeys(("cet apres midi", "cet aprem"), (RelativeDay(0), Part(PartOfDay.AFTERNOON))),
    "ce soir": (RelativeDay(0), Part(PartOfDay.EVENING)),
    "ce midi": (RelativeDay(0), Part(None, window=LUNCH)),
    **dict.fromkeys(("petites heures", "aux petites heures", "au petit matin"), (Part(None, window=SMALL_HOURS),)),
    **dict.fromkeys(("toute la journee", "toute la", "tout le", "toute", "tout"), (Ignored(),)),
    **dict.fromkeys(("sans plus de precision", "plusieurs fois", "encore", "de nouveau", "a nouveau"), (Ignored(),)),
    **dict.fromkeys(
        ("matin", "du matin", "au matin", "mat", "du mat", "matinee", "dans la matinee"), (Part(PartOfDay.MORNING),)
    ),
    **dict.fromkeys(
        ("apres midi", "de apres midi", "dans apres midi", "aprem"),
        (Part(PartOfDay.AFTERNOON),),
    ),
    **dict.fromkeys(
        ("soir", "du soir", "au soir", "soiree", "en soiree", "dans la soiree"), (Part(PartOfDay.EVENING),)
    ),
    **dict.fromkeys(("nuit", "de la nuit", "pendant la nuit", "dans la nuit"), (Part(PartOfDay.NIGHT),)),
    **dict.fromkeys(("midi", "a midi"), (Clock((HALF_DAY,), noon=True),)),
    **dict.fromkeys(("minuit", "a minuit"), (Clock((0, 2 * HALF_DAY), spoken=True),)),
    **dict.fromkeys(
        ("vers", "environ", "autour de", "aux environs de", "aux alentours de", "a peu pres", "plus ou moins"),
        (Approximate(),),
    ),
    **dict.fromkeys(
        ("je crois", "je pense", "peut etre", "sans doute", "probablement", "pas sur", "pas sure", "il me semble"),
        (Approximate(),),
    ),
    "apres": (Bound(BoundSide.AFTER),),
    "avant": (Bound(BoundSide.BEFORE),),
    **dict.fromkeys(("tot", "tot dans la", "tot le"), (PartOfSpan(Edge.BEGIN),)),
    **dict.fromkeys(("tard", "tard dans la", "tard le"), (PartOfSpan(Edge.END),)),
    **dict.fromkeys(
        ("dernier", "derniere", "passe", "passee", "precedent", "precedente"),
        (Pointer(Which.LAST, weekday_sure=True),),
    ),
    **dict.fromkeys(("avant dernier", "avant derniere"), (Pointer(Which.BEFORE_LAST),)),
    **dict.fromkeys(("prochain", "prochaine"), (Pointer(Which.NEXT),)),
    **dict.fromkeys(("ce", "cet", "cette"), (Pointer(Which.THIS),)),
    "semaine": (Calendar(Unit.WEEK),),
    **dict.fromkeys(("weekend", "week end"), (Calendar(Unit.WEEKEND),)),
    "mois": (Calendar(Unit.MONTH),),
    **dict.fromkeys(("an", "annee"), (Calendar(Unit.YEAR),)),
    **dict.fromkeys(("debut", "debut de", "au debut de", "debut du"), (PartOfSpan(Edge.BEGIN),)),
    **dict.fromkeys(("mi", "milieu de", "au milieu de", "milieu du"), (PartOfSpan(Edge.MIDDLE),)),
    **dict.fromkeys(("fin", "fin de", "a la fin de", "fin du"), (PartOfSpan(Edge.END),)),
    "a": (Lead(Awaits.CLOCK),),
    "en": (Lead(Awaits.SPAN),),
}
_DOUBLES: dict[str, tuple[Token, ...]] = {
    "toute la journee": (RelativeDay(0),),
    "pas sur": (UnknownTime(),),
    "pas sure": (UnknownTime(),),
}
_HOLIDAYS = {
    **dict.fromkeys(("noel", "jour de noel", "a noel"), holidays.CHRISTMAS),
    **dict.fromkeys(("saint sylvestre", "st sylvestre", "reveillon de nouvel an"), holidays.NEW_YEARS_EVE),
    "reveillon de noel": holidays.CHRISTMAS_EVE,
    **dict.fromkeys(("nouvel an", "jour de an"), holidays.NEW_YEAR),
    "epiphanie": holidays.EPIPHANY,
    **dict.fromkeys(("saint valentin", "st valentin"), holidays.VALENTINE),
    "vendredi saint": holidays.GOOD_FRIDAY,
    **dict.fromkeys(("paques", "dimanche de paques"), holidays.EASTER),
    "lundi de paques": holidays.EASTER_MONDAY,
    "fete du travail": holidays.LABOUR_DAY,
    **dict.fromkeys(("ascension", "jeudi de ascension"), holidays.ASCENSION),
    "pentecote": holidays.PENTECOST,
    "lundi de pentecote": holidays.WHIT_MONDAY,
    **dict.fromkeys(("assomption",), holidays.ASSUMPTION),
    "halloween": holidays.HALLOWEEN,
    "toussaint": holidays.ALL_SAINTS,
    "armistice": holidays.ARMISTICE,
    **dict.fromkeys(("saint nicolas", "st nicolas"), holidays.ST_NICHOLAS),
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


FRENCH = language(
    "fr",
    Vocabulary(
        names=_NAMES,
        numbers=_NUMBERS,
        counts={},
        ordinals={"premier": 1},
        units=_UNITS,
    ),
    phrases=_PHRASES,
    doubles=_DOUBLES,
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
        Rule(r"(?:il )?y ?a COUNT ?UNIT(?:,? (?:et )?MORE ?LESSER)?", shared.ago),
        Rule(r"(?:il )?y ?a COUNT ?h ?(?P<more>\d\d)", shared.hours_minutes_ago),
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
        *shared.holiday_rules(_HOLIDAYS, eve="(?:la )?veille (?:de|du)"),
        *shared.season_rules(_SEASONS, of=" de"),
    ),
)
