"""`journal demo`: the invented case, in the full screen or as a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import NAME
from journal.commands.opening import show
from journal.commands.output import in_a_terminal, say, tell
from journal.demo import write_case
from journal.domain.base.errors import Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import _
from journal.store.file.write_ahead_log import log_path

if TYPE_CHECKING:
    from collections.abc import Callable


def run(out: Path | None, *, entries: int, seed: int, shown: Callable[[Path], int] | None = None) -> int:
    """Write the case to a new file, or show it from a folder that is removed on leaving.

    It is `shown` by what is given, or else in the full screen. Raises Refused where the file exists already, and
    outside a terminal where the full screen is asked for.
    """
    if out:
        _write_whole(out.expanduser(), entries=entries, seed=seed)
        say([_("An invented case was written to {path}.").format(path=harmless(str(out)))])
        return DONE
    if not (shown or in_a_terminal()):
        raise Refused(_("The full screen needs a terminal. Nothing was written; --out PATH writes the case to a file."))
    with TemporaryDirectory(prefix="journal-") as folder:
        path = Path(folder) / NAME
        write_case(path, entries=entries, seed=seed)
        status = (shown or show)(path)
    tell(_("This was an invented case in a temporary folder. Everything in it is removed again."))
    return status


def _write_whole(path: Path, *, entries: int, seed: int) -> None:
    """Write the case, and leave nothing of it where that fails; raises as `write_case`."""
    there = path.exists()
    try:
        write_case(path, entries=entries, seed=seed)
    except BaseException:
        if not there:
            for left in (path, log_path(path)):
                left.unlink(missing_ok=True)
        raise
