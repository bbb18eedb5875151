"""A long case tells no two entries in the same words, in three languages, and a short one hardly changes by it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

from journal.demo.asides import distinct
from journal.demo.everyday import EVERYDAY
from journal.demo.happening import Happening, again
from journal.demo.pace import some_days
from journal.domain.entry.entry import Entry

SAID = ("Stood across the street.", "Stond aan het station.", "Il attendait devant la gare.")


def everyday(count: int) -> list[Happening]:
    chance = Random("story")  # noqa: S311
    days = some_days(count, chance)
    return [again(chance.choice(EVERYDAY), day, chance) for day in days]


def words(one: Happening) -> tuple[str, str]:
    return one.entry.account, one.entry.quoted_words


def test_many_entries_are_told_in_as_many_ways() -> None:
    told = [*distinct(everyday(10_000), Random("asides"))]  # noqa: S311

    with_words = [words(one) for one in told if any(words(one))]
    assert len(told) == 10_000
    assert len({*with_words}) == len(with_words) > 8_000
    wordless = Counter((one.entry.kind, one.entry.happened) for one in told if not any(words(one)))
    assert set(wordless.values()) == {1}


def test_what_was_told_first_stays_and_only_a_sentence_is_added_to_what_repeats_it() -> None:
    before = everyday(2_000)

    after = [*distinct(before, Random("asides"))]  # noqa: S311

    first: dict[tuple[str, str], Happening] = {}
    for old, new in zip(before, after, strict=True):
        assert new.entry.account.startswith(old.entry.account)
        assert new.entry.quoted_words == old.entry.quoted_words
        assert (new.recorded, new.scene, new.entry.happened) == (old.recorded, old.scene, old.entry.happened)
        first.setdefault(words(old), new)
    assert all(new.entry.account == account for (account, _quoted), new in first.items() if account)


def test_a_sentence_is_added_in_the_language_of_the_words() -> None:
    scene, when = EVERYDAY[0], everyday(1)[0].recorded
    told = [Happening(scene, Entry(account=text), when + timedelta(days=day)) for text in SAID for day in (0, 1)]

    added = [one.entry.account for one in distinct(told, Random(1))][1::2]  # noqa: S311

    assert " was " in added[0]
    assert "ik was " in added[1].lower() or "was ik " in added[1]
    assert "j'étais " in added[2].lower()
