"""Mails with all their headers, notes, and a list of calls: files that are made of words."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

from journal.demo import cast

if TYPE_CHECKING:
    from datetime import datetime

    from journal.demo.drawing import About, Maker

ME = "Me <me@mine.example>"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def mail_of_entry(about: About) -> bytes:
    """Make the mail that an entry tells of: from its sender, under its subject, with its words."""
    details = about.entry.details
    sender, subject = str(details.get("message.sender", "")), str(details.get("message.subject", ""))
    words = about.entry.quoted_words or "I will write until you answer.\nI have all the time in the world."
    return _mail(about.when, f"Max Madeup <{sender}>", subject, f"{words}\n\nM.")


def mail(sender: str, subject: str, *lines: str) -> Maker:
    """Return what makes a mail from this sender."""
    return lambda about: _mail(about.when, sender, subject, "\n".join(lines))


def note(*lines: str) -> Maker:
    """Return what makes a plain text."""
    return lambda _about: ("\n".join(lines) + "\n").encode()


def call_list(about: About) -> bytes:
    """Make the list of 23 silent calls that the ombudsman asks for: day, hour, rings."""
    table = StringIO()
    rows = csv.writer(table)
    rows.writerow(("date", "time", "line", "number shown", "rings", "what was heard"))
    for number in range(23):
        when = about.when - timedelta(days=46 - 2 * number, minutes=37 * number % 300)
        heard = ("nothing", "traffic", "a radio")[number % 3]
        rows.writerow((f"{when:%d.%m.%Y}", f"{when:%H:%M}", cast.OWN_LANDLINE, "withheld", 4 + number * 5 % 9, heard))
    return table.getvalue().encode()


def _mail(when: datetime, sender: str, subject: str, words: str) -> bytes:
    address = sender.rpartition("<")[2].rstrip(">")
    domain = address.rpartition("@")[2] or "nowhere.example"
    number = f"{when:%Y%m%d%H%M%S}"
    return "\r\n".join(
        (
            f"Return-Path: <{address}>",
            f"Received: from mail.{domain} (mail.{domain} [192.0.2.25])",
            f"\tby mx.mine.example with ESMTPS id {number}; {_header_time(when + timedelta(seconds=4))}",
            f"Message-ID: <{number}@{domain}>",
            f"Date: {_header_time(when)}",
            f"From: {sender}",
            f"To: {ME}",
            f"Subject: {subject}",
            "MIME-Version: 1.0",
            'Content-Type: text/plain; charset="utf-8"',
            "Content-Transfer-Encoding: 8bit",
            "",
            *words.splitlines(),
            "",
        )
    ).encode()


def _header_time(when: datetime) -> str:
    """Write a time as RFC 5322 does, whatever the language of the computer."""
    return f"{_DAYS[when.weekday()]}, {when.day} {_MONTHS[when.month - 1]} {when:%Y %H:%M:%S %z}"


REQUEST = note(
    "To the telecom ombudsman",
    "",
    "I ask who calls my line +00 555 0101 from a withheld number and does not speak.",
    "The 23 calls are in the list, each with day, hour and number of rings.",
)
OMBUDSMAN = mail(
    "Ombudsman <no-reply@ombudsman.example>", "REF 0000-00", "Your request is complete.", "The operator has it now."
)
NOOR = mail(
    "Noor Nobody <noor@nobody.example>",
    "wat ik zag",
    "Om 13u20 liep hij voorbij nummer 0, keek naar binnen, en kwam na vijf minuten terug.",
    "Ik stond aan het raam boven. Je mag dit gebruiken.",
)
VET = mail("Dr Fable <praktijk@fable.example>", "Nemo", "One whisker cut with scissors, otherwise in good health.")
NULVOLT = mail(
    "Nulvolt <klant@nulvolt.example>",
    "Uw opzegging",
    "Op 25 augustus kregen wij uw opzegging via de website.",
    "Was u dit niet? Dan blijft alles zoals het was.",
)
ACCUSATION = mail(
    "A friend <a.friend@nowhere.example>",
    "Pour votre information",
    "Votre employée vend les noms de vos clients. Demandez-lui.",
)
