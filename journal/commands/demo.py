"""`journal demo`: the invented case, in the full screen or as a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import NAME
from journal.commands.opening import show
from journal.commands.output import in_a_terminal, say, tell
from journal.demo import write_case
from journal.domain.base.errors import Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import _
from journal.store.file.write_ahead_log import log_path


def run(out: Path | None, *, entries: int, seed: int) -> int:
    """Write the case to a new file, or show it in the full screen from a folder that is removed on leaving.

    Raises Refused where the file exists already, and outside a terminal where no file is asked for.
    """
    if out:
        _write_whole(out.expanduser(), entries=entries, seed=seed)
        say([_("An invented case was written to {path}.").format(path=harmless(str(out)))])
        return DONE
    if not in_a_terminal():
        raise Refused(_("The full screen needs a terminal. Nothing was written; --out PATH writes the case to a file."))
    with TemporaryDirectory(prefix="journal-") as folder:
        path = Path(folder) / NAME
        write_case(path, entries=entries, seed=seed)
        status = show(path)
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
