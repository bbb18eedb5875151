"""What loading a journal results in."""

from __future__ import annotations

from msgspec import Struct

from journal.store.file.folded_table import FoldedTable
from journal.store.file.generation import Generation
from journal.store.file.layout import Parsed
from journal.store.file.row_codec import PlainCodec, RowCodec
from journal.store.file.snapshot import Snapshot
from journal.store.file.write_ahead_lines import Replay


class Loaded(Struct, frozen=True):
    """Loaded journal."""

    parsed: Parsed
    """The tables, decoded and with the saves of the log; without the rows of evidence where they were not read."""
    snapshot: Snapshot
    generation: Generation | None = None
    """The file; None where there is none."""
    replay: Replay | None = None
    """Replay of the log; None where there is no log."""
    codec: RowCodec = PlainCodec()
    """Codec of the rows in the file."""
    locked: bool = False
    """Whether the file is protected and no key was given; its rows are then still sealed."""
    folded: FoldedTable | None = None
    """The records of the file, where they were folded; only those of the log are in `parsed` then."""
