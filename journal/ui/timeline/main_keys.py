"""The commands of the main screen, in the order of the footer."""

from __future__ import annotations

from journal.ui.case.commands import ShowCase, ShowEvents, ShowOrders, ShowPeople, ShowReports, ShowSteps
from journal.ui.dialogs.commands import RedoLast, ShowBelonging, UndoLast
from journal.ui.editor.commands import ShowDrafts
from journal.ui.entry.commands import MarkItemWithNote, ShowHistory, TickItem
from journal.ui.handover.commands import HandOver
from journal.ui.intake.commands import ImportFiles
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.timeline.commands import (
    ActOnPicked,
    AmendEntry,
    GoBack,
    JumpToDay,
    MissedCallNow,
    NewEntry,
    NextHit,
    OpenEntry,
    OrderEntries,
    PreviousHit,
    SameAgainNow,
    Search,
    WithdrawEntry,
)

MAIN_KEYS = (
    TickItem,
    MarkItemWithNote,
    ActOnPicked,
    OpenEntry,
    GoBack,
    NewEntry,
    SameAgainNow,
    MissedCallNow,
    AmendEntry,
    Search,
    ShowCase,
    HandOver,
    ImportFiles,
    UndoLast,
    RedoLast,
    WithdrawEntry,
    ShowHistory,
    NextHit,
    PreviousHit,
    JumpToDay,
    OrderEntries,
    ShowDrafts,
    ShowBelonging,
    ShowSteps,
    ShowPeople,
    ShowReports,
    ShowOrders,
    ShowEvents,
    PickLine,
    PickToHere,
    PickFound,
)
