"""Commands inside a form or a question: from field to field, and among the answers of one."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextRow(Command, keys="enter", title=N_("Next question")):
    help = N_("Goes to the next question. In a text with several lines, use Tab.")


class NextField(Command, keys="tab,down", title=N_("Next field")):
    help = N_("Goes to the next field.")


class LeaveText(Command, keys="tab", title=N_("Next field after a text"), footer=N_("next field")):
    help = N_("Goes to the next field. Enter begins a new line in the text.")


class PreviousField(Command, keys="shift+tab,up", title=N_("Field before")):
    help = N_("Goes back to the field before this one.")


class AnswerAfter(Command, keys="right", title=N_("Answer on the right")):
    help = N_("Goes to the next answer. A first letter or a number chooses one directly.")


class AnswerBefore(Command, keys="left", title=N_("Answer on the left")):
    help = N_("Goes to the answer before. A first letter or a number chooses one directly.")


class TickAnswer(Command, keys="space", title=N_("Choose the answer")):
    help = N_("Ticks or unticks the answer.")


class ClearAnswer(Command, keys="backspace,delete", title=N_("No answer")):
    help = N_("Clears the answer.")


class FirstReading(Command, keys="alt+1", title=N_("First possible time")):
    help = N_("Chooses the first suggested time.")


class SecondReading(Command, keys="alt+2", title=N_("Second possible time")):
    help = N_("Chooses the second suggested time.")


class ThirdReading(Command, keys="alt+3", title=N_("Third possible time")):
    help = N_("Chooses the third suggested time.")


class FourthReading(Command, keys="alt+4", title=N_("Fourth possible time")):
    help = N_("Chooses the fourth suggested time.")


class ChoosePeople(Command, keys="space,plus", title=N_("Choose people")):
    help = N_("Opens the list of people to choose or add somebody. Typing a letter does the same.")


class TakeAwayPerson(Command, keys="backspace,delete", title=N_("Remove a person")):
    help = N_("Removes the last person in this field.")
