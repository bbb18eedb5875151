"""What reaches other folders and other files than the journal's own, each act ready to be done while calls fail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journal.store.copies.backup import back_up
from journal.store.copies.recovery import recover
from journal.store.copies.restoring import become_journal
from journal.store.copies.verification import verify
from journal.store.ledger.unlocking import attempts_of, count_failed, wraps_of
from tests.store.copying import NAME
from tests.store.journals import NOW, an_entry, files_in, salts
from tests.store.stages import Act, Scene, a_ground, a_window, in_a_window, opened_by, reopened

if TYPE_CHECKING:
    from pathlib import Path

    from journal.store.age.protection import Key
    from journal.store.copies.rebuilding import Protection


def with_copies(folder: Path, protected: bool) -> Key | None:
    """A journal, and three copies on a stick, of which one is no longer needed."""
    home, stick = folder / "home", folder / "stick"
    stick.mkdir()
    key = a_ground(home, protected)
    for ago in (402, 401, 400):
        back_up(home / "journal.json", stick, now=NOW - timedelta(days=ago), key=key)
        logbook = reopened(home / "journal.json", key)
        logbook.record(an_entry())
        logbook.close()
    return key


def damaged_ground(folder: Path, protected: bool) -> Key | None:
    """A journal of which a record was changed; or a protected one, whose head was not kept."""
    key = a_ground(folder, protected)
    path = folder / "journal.json"
    path.write_bytes(path.read_bytes().replace(b"It rang 1 times.", b"It rang 9 times."))
    return key


def _backing_up(folder: Path, key: Key | None) -> Scene:
    """A backup into a folder with older copies, of which one is no longer needed."""
    stick = folder / "stick"
    logbook = a_window(folder / "home" / "journal.json", key)
    older = {*files_in(stick)}
    scene = in_a_window(logbook, lambda _: logbook.copies.back_up(stick), 1)
    in_its_folder = scene.check

    def check(told: str) -> None:
        there = {name for name in files_in(stick) if not name.startswith(".")}
        assert all(verify(stick / name, key).sound for name in there)
        assert "2025-10-18-a.json" in older & there, "the newest of the older ones"
        assert told or NAME in there
        in_its_folder(told)

    scene.check = check
    return scene


def _restoring(folder: Path, key: Key | None) -> Scene:
    """A copy that takes the place of the journal, which has gone on since."""
    path, copy = folder / "home" / "journal.json", folder / "stick" / "2025-10-18-a.json"
    older, newer = verify(copy, key).digests, verify(path, key).digests

    def act() -> None:
        become_journal(copy, path, now=NOW, replacing=True, key=key)

    def check(told: str) -> None:
        there = opened_by(path, (key,))[1]
        assert there in ((older, newer) if told else (older,))
        assert verify(copy, key).digests == older
        kept = [verify(path.parent / name, key).digests for name in files_in(path.parent) if name[0] == "2"]
        assert there == newer or newer in kept

    def die() -> None:
        again = reopened(path, key)
        again.record(an_entry())
        again.close()
        assert {name for name in files_in(path.parent) if name.startswith(".")} <= {f".{NAME}.new"}

    return Scene(path, act, check, die, die)


def _recovering(folder: Path, key: Key | None) -> Scene:
    """Saving what a file with a broken record still holds."""
    damaged, new = folder / "journal.json", folder / "new.json"
    data, whole = damaged.read_bytes(), 4
    wraps = wraps_of(damaged)
    protection: Protection | None = (key, wraps) if key and wraps else None

    def act() -> None:
        recover(damaged, new, now=NOW, salts=salts(), protection=protection)

    def check(told: str) -> None:
        assert damaged.read_bytes() == data
        assert new.exists() or told
        if new.exists():
            assert verify(new, key).records == (whole + 1 if key else whole)

    def go_on() -> None:
        new.unlink(missing_ok=True)
        act()
        check("")
        assert files_in(folder) == ["journal.json", "new.json"]

    return Scene(new, act, check, go_on, go_on)


def _counting(folder: Path, key: Key | None) -> Scene:
    """Counting in the file that somebody tried another passphrase; a plain file counts nothing."""
    path = folder / "journal.json"
    before = verify(path, key).digests

    def check(_told: str) -> None:
        assert opened_by(path, (key,))[1] == before

    def die() -> None:
        count_failed(path, NOW)
        assert attempts_of(path).failed in ({1, 2} if key else {0})
        again = reopened(path, key)
        assert not again.read_only_reason
        again.close()
        assert attempts_of(path).failed == 0
        assert files_in(folder) == ["journal.json"]

    return Scene(path, lambda: count_failed(path, NOW), check, die, die)


ELSEWHERE = (
    Act("back up", _backing_up, with_copies),
    Act("restore", _restoring, with_copies),
    Act("recover", _recovering, damaged_ground),
    Act("count a wrong passphrase", _counting),
)
"""What is done with copies, damaged files and files of which the key is not known."""
