"""Any row of acts, reopenings, kills and passphrases, against a plain model that a child could keep on paper."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journal.domain.evidence.checklist import ItemState, Mark
from journal.logbook import Logbook
from journal.store.file.mutable_state import Draft
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in
from tests.store.protected import guard_of, key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.entry.entry import Entry

ACCOUNTS = st.text(max_size=5)
ITEMS = st.sampled_from(["rings_counted", "call_list"])
MARKS = st.builds(Mark, state=st.sampled_from(ItemState), note=ACCOUNTS)


@dataclass
class Page:
    """What stands on paper about one entry."""

    entry: Entry
    withdrawn: bool = False
    marks: dict[str, Mark] = field(default_factory=dict)
    versions: int = 1


class Acts(RuleBasedStateMachine):
    """The logbook and the paper, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.logbook = a_logbook(Path(self.folder.name) / "1" / "journal.json")
        self.killed: list[Logbook] = []
        self.pages: list[Page] = []
        self.drafts: dict[str, str] = {}
        self.photos: list[bytes] = []
        self.undoing: list[Callable[[], None]] = []
        self.records = 1

    def teardown(self) -> None:
        self.every_photo_is_there()
        self.logbook.close()
        assert files_in(self.logbook.path.parent) == ["journal.json"]
        for logbook in self.killed:
            logbook._ledger.storage.release()
        self.folder.cleanup()

    def page(self, at: int, *, withdrawn: bool = False) -> tuple[int, Page] | None:
        """One of the entries that stand, or of those that are struck, with its number."""
        fitting = [(number, page) for number, page in enumerate(self.pages, 1) if page.withdrawn is withdrawn]
        return fitting[at % len(fitting)] if fitting else None

    def done(self, put_back: Callable[[], None]) -> None:
        self.records += 1
        self.undoing.append(put_back)

    @rule(account=ACCOUNTS)
    def record(self, account: str) -> None:
        page = Page(an_entry(account))
        self.pages.append(page)

        saved = self.logbook.record(page.entry, draft="a")

        self.drafts.pop("a", None)
        assert saved.subject == len(self.pages)
        self.done(lambda: self.set(page, withdrawn=True))

    @rule(at=st.integers(0, 9), account=ACCOUNTS)
    def amend(self, at: int, account: str) -> None:
        found = self.page(at)
        if not found or found[1].entry.account == account:
            return
        number, page = found
        before = page.entry

        self.logbook.amend(number, an_entry(account), "Why.")

        self.write(page, an_entry(account))
        self.done(lambda: self.write(page, before))

    @rule(at=st.integers(0, 9))
    def withdraw(self, at: int) -> None:
        if found := self.page(at):
            self.logbook.withdraw(found[0], "Why.")
            self.set(found[1], withdrawn=True)
            self.done(lambda: self.set(found[1], withdrawn=False))

    @rule(at=st.integers(0, 9))
    def reinstate(self, at: int) -> None:
        if found := self.page(at, withdrawn=True):
            self.logbook.reinstate(found[0], "Why.")
            self.set(found[1], withdrawn=False)
            self.done(lambda: self.set(found[1], withdrawn=True))

    @rule(at=st.integers(0, 9), item=ITEMS, mark=MARKS)
    def mark(self, at: int, item: str, mark: Mark) -> None:
        if found := self.page(at):
            marks = found[1].marks
            before = marks.get(item, Mark())
            self.logbook.mark(found[0], item, mark)
            marks[item] = mark
            self.done(lambda: marks.__setitem__(item, before))

    @precondition(lambda self: self.undoing)
    @rule()
    def undo(self) -> None:
        self.logbook.undo()

        self.undoing.pop()()
        self.records += 1

    @rule(photo=st.binary(max_size=60))
    def add_a_photo(self, photo: bytes) -> None:
        add_exhibit(self.logbook, photo)
        self.photos.append(photo)
        self.done(lambda: None)

    @rule(name=st.sampled_from("abc"), text=ACCOUNTS)
    def keep_draft(self, name: str, text: str) -> None:
        self.logbook.keep_draft(Draft(id=name, kept_at="2026-11-22T14:03:00Z", typed={"account": text}))
        self.drafts.pop(name, None)
        self.drafts[name] = text

    @rule(name=st.sampled_from("abc"))
    def drop_draft(self, name: str) -> None:
        self.logbook.drop_draft(name)
        self.drafts.pop(name, None)

    @rule()
    def reopen(self) -> None:
        key = self.logbook._ledger.storage.key
        self.logbook.close()
        self.logbook = Logbook(self.logbook.path, key=key, quiet=None)
        self.every_photo_is_there()

    @rule()
    def be_killed(self) -> None:
        """Go on in a copy of the folder as it lies there, as if the process had ended at once."""
        self.killed.append(self.logbook)
        there = self.logbook.path.parent
        copy = there.with_name(f"{len(self.killed) + 1}")
        shutil.copytree(there, copy)
        self.logbook = Logbook(copy / "journal.json", key=self.logbook._ledger.storage.key, quiet=None)

    @rule()
    def checkpoint(self) -> None:
        self.logbook.checkpoint()
        assert files_in(self.logbook.path.parent) == [".journal.json.lock", "journal.json"]

    @rule()
    def put_a_passphrase_on(self) -> None:
        guard = guard_of(self.logbook)
        if guard.protected:
            guard.change_passphrase(key_of(self.logbook), "another one")
        else:
            guard.protect("an invented one")

    @precondition(lambda self: self.logbook.protection.protected)
    @rule()
    def take_the_passphrase_away(self) -> None:
        guard_of(self.logbook).unprotect(key_of(self.logbook))

    def every_photo_is_there(self) -> None:
        for number, photo in enumerate(self.photos, 1):
            parts: list[bytes] = []
            self.logbook._ledger.evidence.read(number, hashlib.sha256(photo).hexdigest(), parts.append)
            assert b"".join(parts) == photo

    def set(self, page: Page, *, withdrawn: bool) -> None:
        page.withdrawn = withdrawn
        page.versions += 1

    def write(self, page: Page, entry: Entry) -> None:
        page.entry = entry
        page.versions += 1

    @invariant()
    def both_say_the_same(self) -> None:
        histories = self.logbook.state.entries
        kept = [Page(one.entry, one.withdrawn, one.marks, len(one.versions)) for _, one in sorted(histories.items())]
        assert kept == self.pages
        assert {draft.id: draft.typed["account"] for draft in self.logbook.drafts} == self.drafts
        assert [draft.id for draft in self.logbook.drafts] == list(self.drafts)
        assert self.logbook.last
        assert self.logbook.last.seq == self.records

    @invariant()
    def the_file_agrees(self) -> None:
        verdict = self.logbook.verify()
        assert verdict.sound
        assert verdict.records == self.records


TestActs = Acts.TestCase
TestActs.settings = settings(max_examples=25, stateful_step_count=25)
