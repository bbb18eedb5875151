"""Sentences that tell an entry from one with the same words, so that entries differ however long the case is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from random import Random

    from journal.demo.happening import Happening
    from journal.domain.entry.entry import Entry

_WORD = re.compile(r"[\w']+")
_PARTS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "I was|Just then I was|When it came I was|All the while I was",
        "in the kitchen,|at the bus stop,|in the hall,|on the stairs,|at my desk,|in the garden,|on the train,"
        "|in the bathroom,|at the counter,|in the car park,|in the waiting room,",
        "with the radio on,|with my coat on,|with a cup of tea,|with the lights off,|with the shopping,|on my own,"
        "|with my sister on the line,|with a colleague beside me,|with the window open,",
        "and wrote it down {n} minutes later.|and did nothing for {n} minutes.|and counted to {n}."
        "|and looked outside {n} times.|and told nobody for {n} hours.|and went on after {n} minutes.",
    ),
    "nl": (
        "Ik was|Net toen was ik|Op dat moment was ik|De hele tijd was ik",
        "in de keuken,|aan de bushalte,|in de gang,|op de trap,|aan mijn bureau,|in de tuin,|op de trein,"
        "|in de badkamer,|aan de kassa,|op de parking,|in de wachtzaal,",
        "met de radio aan,|met mijn jas aan,|met een kop thee,|zonder licht,|met de boodschappen,|alleen,"
        "|met mijn zus aan de lijn,|met een collega naast mij,|met het raam open,",
        "en schreef het {n} minuten later op.|en deed {n} minuten niets.|en telde tot {n}."
        "|en keek {n} keer naar buiten.|en vertelde het {n} uur lang aan niemand.|en wachtte {n} minuten.",
    ),
    "fr": (
        "J'étais|À ce moment-là, j'étais|Juste alors, j'étais|Pendant tout ce temps, j'étais",
        "dans la cuisine,|à l'arrêt de bus,|dans le couloir,|dans l'escalier,|à mon bureau,|au jardin,|dans le train,"
        "|dans la salle de bains,|à la caisse,|sur le parking,|dans la salle d'attente,",
        "la radio allumée,|le manteau sur le dos,|une tasse de thé à la main,|sans lumière,|avec les courses,|seule,"
        "|ma sœur au bout du fil,|une collègue à côté de moi,|la fenêtre ouverte,",
        "et je l'ai noté {n} minutes plus tard.|et je n'ai rien fait pendant {n} minutes.|et j'ai compté à {n}."
        "|et j'ai regardé dehors {n} fois.|et je n'ai rien dit pendant {n} heures.|et j'ai attendu {n} minutes.",
    ),
}
"""Ways to say each part of a sentence, by language; together they make more than 90,000 sentences in each."""
_SMALL_WORDS: Mapping[str, str] = {
    "en": "the i and was to of my in for it you not nobody asked stood again hung left",
    "nl": "de het ik een en niet aan van naar was je bij was keer niemand iemand stond vroeg",
    "fr": "le la les une un et je pas au du sous devant il elle j'étais tu des derrière sans",
}


_WAYS = {language: [ways.split("|") for ways in parts] for language, parts in _PARTS.items()}
_SMALL = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def distinct(happenings: Iterable[Happening], chance: Random) -> Iterator[Happening]:
    """Yield these, each whose words another one has already with a sentence more in its account, in its language."""
    there: set[object] = set()
    for one in happenings:
        entry = one.entry
        while (words := _words(entry)) in there:
            aside = _aside(_language(_words(one.entry), chance), chance)
            entry = structs.replace(one.entry, account=f"{one.entry.account} {aside}".strip())
        there.add(words)
        yield one if entry is one.entry else replace(one, entry=entry)


def _words(entry: Entry) -> tuple[str, ...]:
    """Return the words by which an entry is known; of one without any, its kind and time."""
    return (
        (entry.account, entry.quoted_words)
        if entry.account or entry.quoted_words
        else (entry.kind, str(entry.happened))
    )


def _aside(language: str, chance: Random) -> str:
    return " ".join(map(chance.choice, _WAYS[language])).format(n=chance.randint(2, 40))


def _language(words: tuple[str, ...], chance: Random) -> str:
    """Return the language of most of the small words, one drawn where there is none."""
    said = _WORD.findall(" ".join(words).lower())
    count = {language: len(small.intersection(said)) for language, small in _SMALL.items()}
    most = max(count.values())
    return chance.choice([language for language, found in count.items() if found == most])
