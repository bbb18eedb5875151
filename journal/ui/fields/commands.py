"""Commands inside a form or a question: from field to field, and among the answers of one."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextRow(Command, keys="enter", title=N_("Next question")):
    help = N_("Goes on to the next question; in fields of several lines use tab.")


class NextField(Command, keys="tab,down", title=N_("Next field")):
    help = N_("Goes on to the field after this one.")


class LeaveText(Command, keys="tab", title=N_("Next field"), footer=N_("next field")):
    help = N_("Goes on to the field after this one; enter begins a new line of the text.")


class PreviousField(Command, keys="shift+tab,up", title=N_("Field before")):
    help = N_("Goes back to the field before this one.")


class AnswerAfter(Command, keys="right", title=N_("Answer on the right")):
    help = N_("Goes to the next answer; a first letter or a figure chooses one directly.")


class AnswerBefore(Command, keys="left", title=N_("Answer on the left")):
    help = N_("Goes to the answer before; a first letter or a figure chooses one directly.")


class TickAnswer(Command, keys="space", title=N_("Choose the answer")):
    help = N_("Ticks the answer or takes the tick away; a single answer is kept.")


class ClearAnswer(Command, keys="backspace,delete", title=N_("No answer")):
    help = N_("Takes back what was chosen.")


class FirstReading(Command, keys="alt+1", title=N_("First reading of the time")):
    help = N_("Takes the first of the readings that are asked.")


class SecondReading(Command, keys="alt+2", title=N_("Second reading of the time")):
    help = N_("Takes the second of the readings that are asked.")


class ThirdReading(Command, keys="alt+3", title=N_("Third reading of the time")):
    help = N_("Takes the third of the readings that are asked.")


class FourthReading(Command, keys="alt+4", title=N_("Fourth reading of the time")):
    help = N_("Takes the fourth of the readings that are asked.")


class ChoosePeople(Command, keys="space,plus", title=N_("Choose people")):
    help = N_("Opens the list of people, to choose somebody or to add somebody new; a letter does it too.")


class TakeAwayPerson(Command, keys="backspace,delete", title=N_("Take a person away")):
    help = N_("Takes away the person who is named last in this field.")
