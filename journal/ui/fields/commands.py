"""Commands inside a form or a question: from field to field, and among the answers of one."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextRow(Command):
    """To the next question."""

    id = "next_row"
    keys = "enter"
    title = N_("Next question")
    help = N_("Goes on to the next question; in fields of several lines use tab.")


class NextField(Command):
    """To the field after this one."""

    id = "next_field"
    keys = "tab,down"
    title = N_("Next field")
    help = N_("Goes on to the field after this one.")


class LeaveText(Command):
    """From a field of several lines to the field after it."""

    id = "leave_text"
    keys = "tab"
    title = N_("Next field")
    help = N_("Goes on to the field after this one; enter begins a new line of the text.")
    footer = N_("next field")


class PreviousField(Command):
    """To the field before this one."""

    id = "previous_field"
    keys = "shift+tab,up"
    title = N_("Field before")
    help = N_("Goes back to the field before this one.")


class NextInList(Command):
    """Down in the list that is open."""

    id = "next_in_list"
    keys = "down"
    title = N_("Down in the list")
    help = N_("Goes down in the list; where none is open, to the field after this one.")


class PreviousInList(Command):
    """Up in the list that is open."""

    id = "previous_in_list"
    keys = "up"
    title = N_("Up in the list")
    help = N_("Goes up in the list; where none is open, to the field before this one.")


class AnswerAfter(Command):
    """To the answer on the right."""

    id = "answer_after"
    keys = "right"
    title = N_("Answer on the right")
    help = N_("Goes to the next answer; a first letter or a figure chooses one directly.")


class AnswerBefore(Command):
    """To the answer on the left."""

    id = "answer_before"
    keys = "left"
    title = N_("Answer on the left")
    help = N_("Goes to the answer before; a first letter or a figure chooses one directly.")


class TickAnswer(Command):
    """Chooses the answer or takes it back."""

    id = "tick_answer"
    keys = "space"
    title = N_("Choose the answer")
    help = N_("Ticks the answer or takes the tick away; a single answer is kept.")


class ClearAnswer(Command):
    """Takes every answer back."""

    id = "clear_answer"
    keys = "backspace,delete"
    title = N_("No answer")
    help = N_("Takes back what was chosen.")


class FirstReading(Command):
    """The first of several readings."""

    id = "first_reading"
    keys = "alt+1"
    title = N_("First reading of the time")
    help = N_("Takes the first of the readings that are asked.")


class SecondReading(Command):
    """The second of several readings."""

    id = "second_reading"
    keys = "alt+2"
    title = N_("Second reading of the time")
    help = N_("Takes the second of the readings that are asked.")


class ThirdReading(Command):
    """The third of several readings."""

    id = "third_reading"
    keys = "alt+3"
    title = N_("Third reading of the time")
    help = N_("Takes the third of the readings that are asked.")


class FourthReading(Command):
    """The fourth of several readings."""

    id = "fourth_reading"
    keys = "alt+4"
    title = N_("Fourth reading of the time")
    help = N_("Takes the fourth of the readings that are asked.")


class ChoosePeople(Command):
    """Opens the list of people."""

    id = "choose_people"
    keys = "space,plus"
    title = N_("Choose people")
    help = N_("Opens the list of people, to choose somebody or to add somebody new; a letter does it too.")


class TakeAwayPerson(Command):
    """Takes away the person named last."""

    id = "take_away_person"
    keys = "backspace,delete"
    title = N_("Take a person away")
    help = N_("Takes away the person who is named last in this field.")


class TickFile(Command):
    """Ticks the highlighted file, or takes its tick back, while no part of a name is typed."""

    id = "tick_file"
    keys = "space"
    title = N_("Tick the file, or not")
    help = N_("Ticks the highlighted file or takes its tick back; while a name is typed, space belongs to the name.")


class TakeTickBack(Command):
    """Takes the tick of the highlighted file back."""

    id = "take_tick_back"
    keys = "delete"
    title = N_("Take the tick back")
    help = N_("Takes the tick of the highlighted file back.")
    shown_key = "del"


class TakeHighlighted(Command):
    """Chooses what is highlighted in a list."""

    id = "take_highlighted"
    keys = "enter"
    title = N_("Choose")
    help = N_("Chooses what is highlighted in the list.")
