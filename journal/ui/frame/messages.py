"""Messages to the app: a screen or widget asks for a place of the journal without knowing the screen that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from textual.screen import Screen

    from journal.domain.evidence.exhibit import Target
    from journal.domain.state.relations import Ref


class PlaceAsked(Message):
    """A place of the journal is to be shown over the screen that asks."""


class Go(PlaceAsked):
    """One thing of the journal is to be shown over the screen that asks."""

    def __init__(self, ref: Ref) -> None:
        """Name the thing."""
        super().__init__()
        self.ref = ref


class ListRelated(PlaceAsked):
    """What belongs to a thing is to be listed, to go on from there."""

    def __init__(self, ref: Ref, *, skip_single: bool = False) -> None:
        """Name the thing; with `skip_single`, the only thing that belongs to it is shown at once."""
        super().__init__()
        self.ref, self.skip_single = ref, skip_single


class Follow(PlaceAsked):
    """The target of an exhibit's link is to be shown over the screen that asks."""

    def __init__(self, target: Target) -> None:
        """Name the target."""
        super().__init__()
        self.target = target


class TypeOffPaper(PlaceAsked):
    """An entry is to be typed off a picture of a sheet on paper, over the screen that asks."""

    def __init__(self, exhibit: int) -> None:
        """Name the exhibit that is the picture."""
        super().__init__()
        self.exhibit = exhibit


class WordsAsked(Message):
    """A question is asked; words that were typed into the same one before are to be offered."""

    def __init__(self, question: Screen[Any]) -> None:
        """Name the question."""
        super().__init__()
        self.question = question


class GoToEntry(Message):
    """The main screen is to come to the front, with the cursor on an entry or on an item of its checklist."""

    def __init__(self, target: Target) -> None:
        """Name the entry, and its item where one is meant."""
        super().__init__()
        self.target = target


class GoToDay(Message):
    """The main screen is to come to the front, with the cursor on a day, or on the last one before it with an entry."""

    def __init__(self, day: date) -> None:
        """Name the day."""
        super().__init__()
        self.day = day


class GoToEvent(Message):
    """The main screen is to come to the front, with only the entries of an event."""

    def __init__(self, number: int) -> None:
        """Name the event by its number."""
        super().__init__()
        self.number = number
