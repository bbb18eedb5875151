"""Files that fail while they are attached, or on a full disk: a clear sentence, and nothing half added."""

from __future__ import annotations

import errno
import io
import os
import resource
import socket
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import NotSaved, Refused
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.evidence.errors import FileRefused, NotAFile, NotAllowed
from journal.evidence.examining import examine, examined
from journal.store.copies.verification import verify
from tests.evidence.builders import a_jpeg
from tests.logbook.attaching import CONTENT, a_case, require_unharmed
from tests.store.faults import Saboteur, one_at
from tests.store.journals import NOW, files_in
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOBODY = 65_534


@contextmanager
def without_rights() -> Iterator[None]:
    """As somebody who may not read what others keep to themselves; the administrator becomes nobody meanwhile."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.bind(str(path))


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_circle(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(_path: Path) -> None:
    return


ODD = (a_pipe, a_socket, a_device, a_circle, a_link_to_nothing, a_folder, nothing)


@pytest.mark.parametrize("made", ODD)
def test_what_is_no_ordinary_file_is_refused_in_a_sentence(tmp_path: Path, made: Callable[[Path], None]) -> None:
    logbook = a_case(tmp_path)
    made(tmp_path / "odd")

    with pytest.raises(FileRefused, match="Nothing was added"):
        logbook.exhibits.attach([examine(tmp_path / "odd")])

    require_unharmed(logbook)


@pytest.mark.parametrize("made", ODD)
def test_a_file_that_became_something_else_since_it_was_chosen_is_refused(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "photo.jpg"
    path.write_bytes(a_jpeg())
    chosen = examine(path)
    path.unlink()
    made(path)

    with pytest.raises(FileRefused, match="Nothing was added"):
        logbook.exhibits.attach([chosen], Target(entry=1))

    require_unharmed(logbook)


def test_a_file_that_may_not_be_read_is_refused_when_it_is_chosen_and_when_it_is_added(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "note.txt"
    path.write_bytes(CONTENT)
    chosen = examine(path)
    path.chmod(0)

    with without_rights(), pytest.raises(NotAllowed, match="does not allow reading"):
        examine(path)
    if os.geteuid():
        with pytest.raises(NotAllowed, match="does not allow reading"):
            logbook.exhibits.attach([chosen])

    require_unharmed(logbook)


def cut(path: Path) -> None:
    os.truncate(path, 10)


def grown(path: Path) -> None:
    path.write_bytes(CONTENT + b"more")


def as_long_and_different(path: Path) -> None:
    path.write_bytes(CONTENT[::-1])


@pytest.mark.parametrize("change", [cut, grown, as_long_and_different])
def test_a_file_that_changed_since_it_was_chosen_is_refused_and_takes_the_others_along(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "first.txt").write_bytes(b"first")
    (tmp_path / "second.txt").write_bytes(CONTENT)
    chosen = [examine(tmp_path / name) for name in ("first.txt", "second.txt")]
    change(tmp_path / "second.txt")

    with pytest.raises(Refused, match="changed while it was read"):
        logbook.exhibits.attach(chosen, Target(entry=1))

    require_unharmed(logbook)


def test_a_file_that_is_cut_while_it_is_being_added_is_refused(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(3_000_000))
    chosen = examine(path)

    with pytest.raises(Refused, match="changed while it was read"):
        logbook.exhibits.attach([chosen], task=Told(lambda _done, _whole: os.truncate(path, 0)))

    require_unharmed(logbook)


def test_adding_is_stopped_in_the_middle_of_a_file_and_nothing_of_it_stays(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(3_000_000))
    done: list[int] = []

    with pytest.raises(FileRefused, match="was stopped"):
        logbook.exhibits.attach(
            [examine(path)], task=Told(lambda read, _whole: done.append(read), until=lambda: len(done) == 2)
        )

    assert 0 < done[-1] < 3_000_000
    require_unharmed(logbook)


def test_a_file_system_that_is_full_in_the_middle_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    before = logbook.path.read_bytes()
    (tmp_path / "large.bin").write_bytes(os.urandom(400_000))
    chosen = examine(tmp_path / "large.bin")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(NotSaved):
            logbook.exhibits.attach([chosen], Target(entry=1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert logbook.path.read_bytes() == before
    assert logbook.exhibits.attach([chosen], Target(entry=1)).added == (1,)
    require_unharmed(logbook, exhibits=1)


def test_whichever_call_to_the_system_fails_the_pieces_are_added_all_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(CONTENT)
    (tmp_path / "film.bin").write_bytes(bytes(1_000_001))
    files = [examine(tmp_path / "a.txt"), examined(b"from memory", "b.txt", NOW), examine(tmp_path / "film.bin")]
    contents = {files[1].sha256: b"from memory"}
    saboteur = Saboteur(monkeypatch)
    refused = 0

    for place in count():
        (tmp_path / str(place)).mkdir()
        logbook = a_case(tmp_path / str(place))
        logbook.choose(replace(logbook.settings, largest_file=1))
        before = logbook.verify().records
        try:
            with saboteur.failing(one_at(place), errno.EIO):
                logbook.exhibits.attach(files, Target(entry=1), contents=contents)
        except (NotSaved, Refused):
            refused += 1
        if len(saboteur.calls) <= place:
            break
        seen = verify(logbook.path)
        assert seen.sound
        assert (seen.evidence, seen.records - before) in {(0, 0), (2, 3)}
        logbook.close()
        assert verify(logbook.path).evidence == seen.evidence
        assert files_in(logbook.path.parent) == ["journal.json"]

    assert refused > 10
    assert len(logbook.exhibits.standing) == 3
    require_unharmed(logbook, exhibits=2)


def test_a_device_behind_a_link_is_named_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "zero").symlink_to("/dev/zero")

    with pytest.raises(NotAFile, match="not an ordinary file"):
        examine(tmp_path / "zero")


def test_a_thing_needs_no_file_at_all(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    logbook.exhibits.add(Exhibit(number=0, title="A letter", original_place="drawer"), Target(entry=1))

    with pytest.raises(Refused, match="no file of exhibit 1"):
        logbook.exhibits.read(1, io.BytesIO().write)
    logbook.close()
