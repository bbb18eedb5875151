"""Chooses files in the folders of this computer; a path may be typed, pasted, or found with the arrows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.actions import SkipAction
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.evidence.errors import FileMissing
from journal.evidence.listing import Listed, listed
from journal.store.disk.timezones import zone_of
from journal.ui.dialogs.dialog import Dialog
from journal.ui.evidence.commands import TakeTickBack, TickFile
from journal.ui.frame.background import aside
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import harmless
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

HOME = f"~{os.sep}"
THING, HERE = "thing", "here"
A_THING = N_("+ a thing without a file: a letter, a gift …")
ONE_THAT_IS_HERE = N_("+ an exhibit that is here already")
HOW = N_(
    "Type to find a name. Enter opens a folder or ticks a file; enter once more goes on. Delete takes a tick "
    "back. Files can also be dropped or pasted here."
)
NONE_CHOSEN = N_("No file is chosen yet. Enter ticks the highlighted one.")


@dataclass(frozen=True)
class FileChoice:
    """What is to be attached."""

    paths: tuple[str, ...] = ()
    """Paths of files; none for a thing without a file, and for an exhibit that is here already."""
    here: bool = False
    """Whether an exhibit that is here already is meant."""


class PathLine(FindLine):
    """The line of the path; keys for the highlighted file are words where they could be meant for a name."""

    BINDINGS = bindings(TickFile, TakeTickBack)

    tick: Callable[[], bool]
    """Ticks the highlighted file or takes its tick back; tells whether there is one."""
    untick: Callable[[], bool]
    """Takes the tick of the highlighted file back; tells whether it had one."""

    def action_tick_file(self) -> None:
        """Tick the highlighted file, or take its tick back."""
        if not self.words.endswith(os.sep) or not self.tick():
            raise SkipAction

    def action_take_tick_back(self) -> None:
        """Take the tick of the highlighted file back."""
        if self.cursor_position < len(self.value) or not self.untick():
            raise SkipAction


class ChooseFiles(Dialog[FileChoice]):
    """A path to type, and beneath it what lies in its folder."""

    HELP = N_("Choose files. Folders stand first, then files, the newest on top. Escape goes back and adds nothing.")
    DEFAULT_CSS = """
    ChooseFiles .chosen { height: auto; color: $text-muted; }
    ChooseFiles OptionList { margin: 1 0 0 0; height: 12; }
    ChooseFiles.-low .question { display: none; }
    ChooseFiles.-low OptionList { margin: 0; height: 3; }
    ChooseFiles.-low .fields { margin: 0; padding: 0; }
    """
    AUTO_FOCUS = "FindLine"

    _line = query_one(FindLine)
    _list = query_one(PlainList)

    def __init__(
        self, title: str, begin: str = "", *, ticked: Sequence[str] = (), things: bool = False, here: bool = False
    ) -> None:
        """Begin in a folder, with these files ticked.

        With `things`, a thing without a file may be chosen too, and with `here` an exhibit that is here already.
        """
        super().__init__(title, _(HOW), _("Go on"))
        self._begin = begin or HOME
        self._others = ({THING: A_THING} if things else {}) | ({HERE: ONE_THAT_IS_HERE} if here else {})
        self._found: tuple[Listed, ...] = ()
        self._listed_for = ""
        self._ticked = dict.fromkeys(ticked)
        self._entered: str | None = None

    def compose_fields(self) -> ComposeResult:
        """Yield the line, the list, and what is ticked."""
        line = PathLine(self._begin, placeholder=HOME, move=self._move)
        line.through, line.tick, line.untick = self._take_highlighted, self._toggle, self._untick
        yield line
        found = PlainList()
        found.can_focus = False
        yield found
        yield Static(classes="chosen")

    def on_mount(self) -> None:
        """List the first folder."""
        self._line.cursor_position = len(self._line.value)
        self._look()

    @on(Input.Changed)
    def _look(self) -> None:
        self.say("")
        typed = self._line.words
        whole = _begun_anew(typed)
        if whole != typed:
            self._line.words = whole
            return
        self.run_worker(self._list_now(typed), group="look", exclusive=True)

    async def _list_now(self, typed: str) -> None:
        found = await aside(partial(listed, typed))
        if typed == self._line.words:
            self._found, self._listed_for = found, typed
            self._offer()
            if self._entered == typed:
                self._take_highlighted()

    def _offer(self) -> None:
        """Show what was found; something is highlighted only where a part of a name is typed."""
        typed = bool(os.path.split(self._listed_for)[1])
        others = [] if typed else [Option(own(_(words)), id=id_) for id_, words in self._others.items()]
        found = (Option(self._drawn(one), id=str(at)) for at, one in enumerate(self._found))
        self._list.put([*others, *found], 0 if typed else None)
        self._tell_ticked()

    def _tell_ticked(self) -> None:
        count, names = len(self._ticked), ", ".join(os.path.split(one)[1] for one in self._ticked)
        said = many("{count} file chosen", "{count} files chosen", count).format(count=count)
        told = own(labelled(said, harmless(names))) if count else own("")
        self.query_one(".chosen", Static).update(told)

    def _drawn(self, one: Listed) -> Content:
        if one.folder:
            return own("    ") + literal(one.name + os.sep, "bold")
        mark = "[x] " if self._path(one) in self._ticked else "[ ] "
        day = datetime.fromtimestamp(one.modified, UTC).astimezone(zone_of("")) if 0 < one.modified < 2**33 else None
        told = "  ".join(filter(None, [size_in_words(one.size, spoken()), f"{day:%d/%m/%Y %H:%M}" if day else ""]))
        return own(mark) + literal(one.name) + own(f"  {told}", FAINT)

    def _path(self, one: Listed) -> str:
        return os.path.join(os.path.split(self._listed_for)[0], one.name)  # noqa: PTH118 - a leading ~ stays as typed

    def _move(self, by: int) -> None:
        (self._list.action_cursor_down if by > 0 else self._list.action_cursor_up)()

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Answer what was pasted, with what is ticked; a folder is listed."""
        if len(paths) == 1 and paths[0].endswith(os.sep):
            self._line.words = paths[0]
            return
        self.dismiss(FileChoice((*self._ticked, *paths)))

    def _take_highlighted(self) -> None:
        """Take what fits the typed words, once these are looked up; where nothing does, the words themselves."""
        if self._listed_for != self._line.words:
            self._entered = self._line.words
            return
        self._entered = None
        option = self._list.highlighted_option
        if option:
            self._take(option.id or "")
        elif os.path.split(self._line.words)[1]:
            self._take_typed()
        else:
            self.action_agree()

    @property
    def _highlighted_file(self) -> str:
        """The path of the highlighted file; empty where none is, or where the list is of other words."""
        option = self._list.highlighted_option
        if self._listed_for != self._line.words or option is None or not (option.id or "").isdecimal():
            return ""
        one = self._found[int(option.id or 0)]
        return "" if one.folder else self._path(one)

    def _toggle(self) -> bool:
        path = self._highlighted_file
        if path:
            without = [one for one in self._ticked if one != path]
            self._ticked = dict.fromkeys(without if path in self._ticked else [*without, path])
            self._draw_again()
        return bool(path)

    def _untick(self) -> bool:
        return self._highlighted_file in self._ticked and self._toggle()

    def _draw_again(self) -> None:
        at = self._list.highlighted
        self._offer()
        self._list.highlighted = at

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id or "")

    def _take(self, option: str) -> None:
        if option in self._others:
            self.dismiss(FileChoice(here=option == HERE))
            return
        one = self._found[int(option)]
        path = self._path(one)
        if one.folder:
            self._line.words = path + os.sep
            return
        if path in self._ticked:
            self.action_agree()
            return
        self._toggle()

    def action_agree(self) -> None:
        """Answer what is ticked, or the path that is typed."""
        if self._ticked:
            self.dismiss(FileChoice(tuple(self._ticked)))
        else:
            self._take_typed()

    def _take_typed(self) -> None:
        typed = self._line.words.strip()
        name = os.path.split(typed)[1]
        if name and _is_there(typed):
            self.dismiss(FileChoice((*self._ticked, typed)))
            return
        missing = name and typed == self._listed_for and not self._found
        self.say(str(FileMissing(name)) if missing else _(NONE_CHOSEN))
        self._line.focus()


def _is_there(typed: str) -> bool:
    return os.path.lexists(os.path.expanduser(typed))  # noqa: PTH111 - a home that is not known stays as typed


def _begun_anew(typed: str) -> str:
    """Return what is meant where a whole path was typed behind one that stood there: `~//media/x` is `/media/x`."""
    at = max(typed.rfind(os.sep * 2), typed.rfind(f"{os.sep}~{os.sep}"))
    return typed[at + 1 :] if at > 0 else typed
