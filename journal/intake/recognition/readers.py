"""Recognition of exports by their content, never by their name: which reader reads a file, a folder or an archive."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple, Protocol

from journal.domain.text.words import N_
from journal.evidence.errors import FileMissing, FileRefused
from journal.intake.formats import (
    imessage_text,
    journal_ledger,
    journal_list,
    jrnl,
    mail_file,
    mailbox,
    messenger,
    outlook_mail,
    signal,
    sms_backup,
    sms_ie,
    snapchat,
    tables,
    telegram,
    tiktok,
    unreadable,
    whatsapp,
    workbook,
)
from journal.intake.model.source import DAMAGED_ARCHIVE, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from journal.intake.model.columns import Columns, Header
    from journal.intake.model.day_order import DayOrder
    from journal.intake.model.found import Found, Trouble

MOST_FILES = 20_000
"""Files of a folder or an archive that are looked at."""
_ZIP = b"PK\x03\x04"
_OF_THE_WHOLE = "mimetype"
"""Member that tells what the archive around it is, as in OpenDocument."""


class _Read(Protocol):
    """Function that yields what is in a source, with what was answered about its dates and its columns."""

    def __call__(
        self, source: Source, order: DayOrder | None, assigned: Mapping[Header, Columns] | None = None, /
    ) -> Iterator[Found | Trouble]: ...


class Reader(NamedTuple):
    """Format with the functions that read it."""

    label: str
    """Marked name of the format."""
    recognises: Callable[[Source], bool]
    read: _Read
    attachment: Callable[[Source, Found, int], bytes]


class _Format(Protocol):
    """Module of a format whose dates leave nothing to ask."""

    def recognises(self, head: bytes) -> bool: ...

    def read(self, source: Source) -> Iterator[Found | Trouble]: ...

    def attachment(self, source: Source, found: Found, index: int) -> bytes: ...


def _reader(label: str, module: _Format) -> Reader:
    return Reader(
        label,
        lambda source: module.recognises(source.head()),
        lambda source, _order, _assigned=None: module.read(source),
        module.attachment,
    )


_TABLE = Reader(N_("table of calls or messages (CSV, XLSX)"), tables.recognises, tables.read, tables.attachment)
_LEDGER = _reader(N_("journal of this program"), journal_ledger)
READERS = (
    _LEDGER,
    _reader(N_("entries of a journal of this program (JSON)"), journal_list),
    _reader(N_("mailbox (Thunderbird, Google Takeout)"), mailbox),
    _reader(N_("mail"), mail_file),
    Reader(
        N_("mail (Outlook)"),
        outlook_mail.recognises,
        lambda source, _order, _assigned=None: outlook_mail.read(source),
        outlook_mail.attachment,
    ),
    _reader(N_("backup of text messages or calls (SMS Backup & Restore)"), sms_backup),
    _reader(N_("export of chats as plain text (Signal)"), signal),
    _reader(N_("export of chats as JSON (Telegram)"), telegram),
    _reader(N_("export of a chat as JSON (Messenger or Instagram)"), messenger),
    _reader(N_("chats, snaps or calls (Snapchat)"), snapchat),
    _reader(N_("data of an account (TikTok)"), tiktok),
    _reader(N_("text messages or calls (SMS Import / Export)"), sms_ie),
    Reader(
        N_("diary (jrnl)"),
        lambda source: jrnl.recognises(source.head()),
        lambda source, _order, _assigned=None: jrnl.read(source),
        jrnl.attachment,
    ),
    _reader(N_("messages as text (imessage-exporter)"), imessage_text),
    Reader(
        N_("exported chat (WhatsApp)"),
        whatsapp.recognises,
        lambda source, order, _assigned=None: whatsapp.read(source, order),
        whatsapp.attachment,
    ),
    _TABLE,
)
"""Every format that is read, the surest to recognise first."""


class NotRecognised(FileRefused):
    """Raised for a file that no reader knows."""

    sentence = N_(
        "“{name}” is no export that this program can read. Nothing of it was brought in. It reads backups of SMS "
        "Backup & Restore and SMS Import / Export, chats exported by WhatsApp, Signal, Telegram, Messenger, Instagram "
        "and imessage-exporter, the data of Snapchat and TikTok, mails, mailboxes, diaries of jrnl, tables (CSV, "
        "XLSX) of calls or messages, and journals and bundles of this program; anything else can be attached to an "
        "entry as evidence."
    )


class Recognised(NamedTuple):
    """Source with the reader that reads it."""

    source: Source
    reader: Reader

    def items(
        self, order: DayOrder | None, assigned: Mapping[Header, Columns] | None = None
    ) -> Iterator[Found | Trouble]:
        """Read it all; raises what its reader does, and FileRefused where it can no longer be read."""
        try:
            yield from self.reader.read(self.source, order, assigned)
        except OSError as error:
            raise FileRefused(self.source.name) from error


class Recognition(NamedTuple):
    """What can be read of files, folders and archives, and what of them cannot, with the reasons."""

    found: list[Recognised]
    refused: list[FileRefused]


def recognised(paths: Iterable[Path]) -> list[Recognised]:
    """Return what can be read of these files, folders and archives, in order; raises as `recognise`."""
    return recognise(paths).found


def recognise(paths: Iterable[Path]) -> Recognition:
    """Look into these files, folders and archives, in order.

    Inside a folder or an archive, files that are no export are passed over: most are pictures of its messages. One that
    cannot be read, or whose export is to be made anew, is told beside what can be read. A table of which no column is
    known is read where it was named itself, so that its columns are asked. Raises NotRecognised for a path of which
    nothing can be read, FileMissing, and FileRefused where the system refuses it.
    """
    found: list[Recognised] = []
    refused: list[FileRefused] = []
    for path in paths:
        of_path: list[Recognised] = []
        lone: list[Source] = []
        reasons: dict[type[FileRefused] | str, FileRefused] = {}
        for source in _sources(path):
            kind = source if isinstance(source, FileRefused) else _kind_of(source)
            if isinstance(kind, FileRefused):
                reasons.setdefault(type(kind) if type(kind) is not FileRefused else str(kind), kind)
            elif isinstance(kind, Reader) and isinstance(source, Source):
                of_path.append(Recognised(source.detached(), kind))
            elif isinstance(source, Source) and path.is_file() and not source.in_archive:
                lone.append(source)
        if not (of_path or reasons):
            of_path += [Recognised(one, _TABLE) for one in lone if _is_table(one)][:1]
        if not of_path:
            raise _of_all(path, [*reasons.values()])
        found += _without_exhibits(of_path)
        refused += reasons.values()
    return Recognition(found, refused)


def _of_all(path: Path, reasons: list[FileRefused]) -> FileRefused:
    """Return why nothing of a path can be read, by its name: first where the export to make instead is known."""
    known = next((one for one in reasons if type(one) is not FileRefused), None)
    return type(known or next(iter(reasons), NotRecognised("")))(path.name)


def _without_exhibits(found: list[Recognised]) -> list[Recognised]:
    """Leave out what lies in a bundle beside its ledger: exports among its exhibits belong to its entries."""
    bundles = [one.source for one in found if one.reader is _LEDGER and journal_ledger.is_bundle(one.source.head())]
    return [one for one in found if one.reader is _LEDGER or not any(_lies_in(one.source, each) for each in bundles)]


def _lies_in(source: Source, ledger: Source) -> bool:
    """Test whether a file lies in the bundle with this ledger, which is two folders above it."""
    if ledger.member:
        return source.path == ledger.path
    return source.path.is_relative_to(ledger.path.parents[1])


def _kind_of(source: Source) -> Reader | FileRefused | None:
    """Return the reader of a file; or why it cannot be read, where that or the export to make instead is known."""
    try:
        reader = next((one for one in READERS if one.recognises(source)), None)
        refusal = None if reader else unreadable.kind_of(source.head())
        return refusal(source.path.name if source.member == _OF_THE_WHOLE else source.name) if refusal else reader
    except OSError:
        return FileRefused(source.name)


def _is_table(source: Source) -> bool:
    try:
        return tables.may_be(source)
    except OSError as error:
        raise FileRefused(source.name) from error


def by_number(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts names with numbers by these: `message_2.json` before `message_10.json`."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"([0-9]{1,9})", name)]


def _sources(path: Path) -> Iterator[Source | FileRefused]:
    if path.is_dir():
        files = (one for one in path.rglob("*") if one.is_file() and not one.is_symlink())
        inside = sorted(files, key=lambda one: by_number(str(one)))
        for one in inside[:MOST_FILES]:
            yield from _of_file(one)
    elif path.is_file():
        yield from _of_file(path)
    else:
        raise FileMissing(path.name)


def _of_file(path: Path) -> Iterator[Source | FileRefused]:
    try:
        with path.open("rb") as file:
            archived = file.read(len(_ZIP)) == _ZIP
        if not archived:
            yield Source(path, size=path.stat().st_size)
            return
        with zipfile.ZipFile(path) as archive:
            if workbook.is_workbook(archive.namelist()) and (sheets := _sheets(path)):
                yield from sheets
                return
            for one in sorted(archive.infolist()[:MOST_FILES], key=lambda one: by_number(one.filename)):
                if one.is_dir():
                    continue
                source = Source(path, one.filename, archive, one.file_size)
                yield from _sheets_inside(source, archive) or [source]
    except (OSError, zipfile.BadZipFile):
        yield FileRefused(path.name)


def _sheets_inside(source: Source, archive: zipfile.ZipFile) -> list[Source]:
    """Return the sheets of a workbook in an archive; none of any other member, and of one that cannot be read."""
    try:
        if source.head().startswith(_ZIP) and workbook.is_workbook_inside(archive, source.member):
            return list(workbook.sheets(source.path, source.member))
    except (OSError, *DAMAGED_ARCHIVE):
        pass
    return []


def _sheets(path: Path) -> list[Source]:
    """Return the sheets of a workbook; none of a damaged one, which is refused by what its members are."""
    try:
        return list(workbook.sheets(path))
    except OSError:
        return []
