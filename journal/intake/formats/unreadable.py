"""Recogniser of exports that hold what is sought in a form that cannot be read, with the one to make instead."""

from __future__ import annotations

import re

from journal.domain.text.words import N_
from journal.evidence.errors import FileRefused


class SignalEncrypted(FileRefused):
    """Raised for Signal's encrypted backups, the older single file and the newer folder."""

    sentence = N_(
        "“{name}” is an encrypted backup of Signal, which only Signal can open. Nothing of it was brought in. "
        "In Signal, choose the export of your chat history as plain text instead, and bring in that folder or zip file."
    )


class TelegramPages(FileRefused):
    """Raised for a page of Telegram's HTML export."""

    sentence = N_(
        "“{name}” is a page of an HTML export of Telegram, whose times have no zone. Nothing of it was brought in. "
        "In Telegram Desktop, export the chat again, choose “Machine-readable JSON”, and bring in “result.json”."
    )


class MetaPages(FileRefused):
    """Raised for a page of the HTML that Messenger, Facebook and Instagram make."""

    sentence = N_(
        "“{name}” is a page of an HTML export of Messenger or Instagram, whose times have no seconds and no zone. "
        "Nothing of it was brought in. Ask for your information again, choose “JSON” as its format, and bring in that."
    )


class OutlookMessage(FileRefused):
    """Raised for a mail in Outlook's own form (`.msg`), a compound file."""

    sentence = N_(
        "“{name}” is a mail in a form of Outlook's own. Nothing of it was brought in. "
        "In Outlook, save the mail again as “.eml”, and bring in that file."
    )


class OutlookStore(FileRefused):
    """Raised for a mailbox in Outlook's own form (`.pst`, `.ost`)."""

    sentence = N_(
        "“{name}” is a mailbox in a form of Outlook's own. Nothing of it was brought in. "
        "In Outlook, save each mail that matters as “.eml”, and bring in these files."
    )


class OnlyContacts(FileRefused):
    """Raised for an address book, of which no entry can be made."""

    sentence = N_(
        "“{name}” holds contacts and no messages. Nothing of it was brought in. "
        "In a terminal, `journal import` with this file offers their numbers for the people of the journal."
    )


class Spreadsheet(FileRefused):
    """Raised for a workbook of Excel or LibreOffice."""

    sentence = N_(
        "“{name}” is a spreadsheet in a form that is not read here (ODS, XLS), or is damaged. Nothing of it was "
        "brought in. In the program that opens it, save it as “XLSX”, or the table of calls or messages as “CSV”, "
        "and bring in that file."
    )


class JournalProtected(FileRefused):
    """Raised for a journal of this program that a passphrase protects."""

    sentence = N_(
        "“{name}” is a journal that a passphrase protects. Nothing of it was brought in. Ask whoever keeps it for a "
        "bundle (hand over), or for a copy without a passphrase, and bring in that."
    )


class AgeLocked(FileRefused):
    """Raised for a file locked with age, as a bundle can be."""

    sentence = N_(
        "“{name}” is locked with a passphrase or a key. Nothing of it was brought in. Unlock it with `age --decrypt`, "
        "as the page that came with it says, and bring in the file that this gives."
    )


_OF_MAPI = re.escape("__substg1.0_".encode("utf-16-le"))
"""Beginning of the names of the streams in which `.msg` keeps the properties of a mail."""
_KINDS: tuple[tuple[re.Pattern[bytes], type[FileRefused]], ...] = (
    (re.compile(rb"\x00\x00\x00[\x34-\x40]\x0a[\x32-\x3e]\x0a\x10.{16}\x12\x20", re.DOTALL), SignalEncrypted),
    (re.compile(rb"\x08[\x01-\x09]\x12[\x10-\x60]\x0a\x0c.{12}\x12[\x00-\x60]", re.DOTALL), SignalEncrypted),
    (re.compile(rb'\s*<!DOCTYPE html>.*?<title>Exported Data</title>.*?class="page_', re.DOTALL), TelegramPages),
    (re.compile(rb'\s*<(?:!DOCTYPE )?html.*?class="[^"]{0,200}\b_a6-[a-z]\b', re.DOTALL | re.IGNORECASE), MetaPages),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1.*?" + _OF_MAPI, re.DOTALL), OutlookMessage),
    (re.compile(rb"!BDN"), OutlookStore),
    (re.compile(rb'\s*\{\s*"lock"\s*:\s*\{\s*"\d{1,9}"\s*:\s*\{[^{}]{0,99}"key"\s*:'), JournalProtected),
    (re.compile(rb"age-encryption\.org/v1\n|-----BEGIN AGE ENCRYPTED FILE-----"), AgeLocked),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\s", re.IGNORECASE), OnlyContacts),
    (re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?<(?:x:)?workbook [^>]{0,999}spreadsheetml"), Spreadsheet),
    (re.compile(rb"application/vnd\.oasis\.opendocument\.spreadsheet"), Spreadsheet),
    (re.compile(rb"\s*<(?:!DOCTYPE )?html.*?<div>Participants: ", re.DOTALL | re.IGNORECASE), MetaPages),
)
"""Beginning of a file → why it is refused. The first is the header frame of Signal's `.backup`, with its two lengths,
the start value and the salt; the second `metadata` beside its newer backup, with version and encrypted id."""


def kind_of(head: bytes) -> type[FileRefused] | None:
    """Return the error to be raised for a file that begins so; None where it is none of these."""
    return next((kind for pattern, kind in _KINDS if pattern.match(head)), None)
