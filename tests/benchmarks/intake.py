"""How fast exports are read, and in how much memory: beside a bare parse, the standard library, and another reader."""

from __future__ import annotations

import mailbox
import math
import random
import subprocess
import sys
import time
from datetime import datetime, timedelta
from functools import partial
from statistics import median
from typing import TYPE_CHECKING
from xml.etree.ElementTree import iterparse

from journal.intake.recognition.readers import recognised
from tests.benchmarks.peer import installed
from tests.benchmarks.table import Figure, in_turn, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PEER = "whatstk==0.9.1"
TEXTS, LINES, MAILS = 50_000, 100_000, 10_000
MEMORY = 150
"""Megabytes that reading a backup may take."""
START = datetime(2026, 1, 1, 8)  # noqa: DTZ001 - times of exports have no zone
WORDS = ("where", "are", "you", "why", "not", "answer", "I", "wait", "outside", "until", "come")
READ = """
import sys
from pathlib import Path
from journal.intake.recognition.readers import recognised
def read(path):
    (export,) = recognised([Path(path)])
    return sum(1 for _ in export.items(None))
"""
READ_BY_PEER = """
import sys
from whatstk import WhatsAppChat
def read(path):
    return len(WhatsAppChat.from_source(path).df)
"""
MEASURE = """
import re, time
def most_memory():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = most_memory()
began = time.process_time()
count = read(sys.argv[1])
print(time.process_time() - began, most_memory() - before, count)
"""
"""Writes the seconds of the processor, the kilobytes by which the memory grew, and the number of items; Linux only."""


def reading_exports(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield the processor time and the memory of reading a backup, a chat and a mailbox, each with its peer."""
    yield from _backup(_texts(folder / "texts.xml"), rounds)
    yield from _chat(folder, _lines(folder / "chat.txt"), rounds)
    yield from _mails(_box(folder / "mails.mbox"), rounds)


def _backup(path: Path, rounds: int) -> Iterator[Figure]:
    ours, bare = in_turn(rounds, partial(_read, path), partial(_parsed, path))
    what, ratio = f"read a backup of {TEXTS:,} texts", median(ours) / median(bare)
    yield Figure(what, milliseconds(ours), f"iterparse {milliseconds(bare)}", ratio, 4)
    megabytes = _measured(sys.executable, READ, path)[1] / 1024
    yield Figure("memory for that", f"{megabytes:.0f} MB", f"a limit of {MEMORY} MB", megabytes / MEMORY, 1)


def _chat(folder: Path, path: Path, rounds: int) -> Iterator[Figure]:
    program = installed(folder / "whatstk", PEER)
    acts = [partial(_measured, sys.executable, READ, path)]
    if program:
        acts.append(partial(_measured, str(program / "python"), READ_BY_PEER, path))
    taken = in_turn(max(3, rounds // 2), *acts)
    sides = [[median(one[at] for one in side) for at in range(2)] for side in taken]
    (ours, our_memory), (theirs, memory) = sides[0], sides[1] if program else (math.nan, math.nan)
    told = f"{PEER} {milliseconds([theirs])}" if program else f"{PEER} could not be installed"
    what = f"read a chat of {LINES:,} messages (WhatsApp)"
    yield Figure(what, milliseconds([ours]), told, theirs / ours, 5, at_least=True)
    told = f"{PEER} {memory / 1024:.0f} MB" if program else told
    yield Figure("memory for that", f"{our_memory / 1024:.0f} MB", told, our_memory / memory, 0.2)


def _mails(path: Path, rounds: int) -> Iterator[Figure]:
    ours, theirs = in_turn(max(3, rounds // 2), partial(_read, path), partial(_headers, path))
    what, ratio = f"read a mailbox of {MAILS:,} mails", median(ours) / median(theirs)
    yield Figure(what, milliseconds(ours), f"mailbox, every header {milliseconds(theirs)}", ratio, 3)


def _read(path: Path) -> float:
    began = time.process_time()
    (export,) = recognised([path])
    for _found in export.items(None):
        pass
    return time.process_time() - began


def _parsed(path: Path) -> float:
    began = time.process_time()
    for _event, element in iterparse(path):  # noqa: S314 - a file of this module
        element.clear()
    return time.process_time() - began


def _headers(path: Path) -> float:
    began = time.process_time()
    box = mailbox.mbox(path)
    for mail in box:
        mail.items()
    box.close()
    return time.process_time() - began


def _measured(python: str, program: str, path: Path) -> tuple[float, float]:
    run = subprocess.run([python, "-c", program + MEASURE, str(path)], capture_output=True, text=True, check=True)
    seconds, kilobytes, count = run.stdout.split()[-3:]
    if int(count) not in {TEXTS, LINES}:
        raise ValueError(f"{count} items were read")
    return float(seconds), float(kilobytes)


def _words(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=10))


def _texts(path: Path) -> Path:
    chance = random.Random(1)  # noqa: S311 - the same in every run
    with path.open("w", encoding="utf-8") as file:
        file.write(f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{TEXTS}\">\n")
        file.writelines(
            f'  <sms protocol="0" address="+324705551{at % 20:02}" date="{1_767_225_600_000 + at * 60_000}" '
            f'type="{1 + at % 2}" subject="null" body="{_words(chance)} &#128512;" toa="null" sc_toa="null" '
            'service_center="null" read="1" status="-1" locked="0" date_sent="0" '
            'readable_date="1 jan. 2026" contact_name="(Unknown)" />\n'
            for at in range(TEXTS)
        )
        file.write("</smses>\n")
    return path


def _lines(path: Path) -> Path:
    chance = random.Random(2)  # noqa: S311 - as above
    with path.open("w", encoding="utf-8") as file:
        file.writelines(
            f"[{START + timedelta(minutes=2 * at):%d-%m-%Y, %H:%M:%S}] {('Bram', 'Els')[at % 2]}: {_words(chance)}\n"
            for at in range(LINES)
        )
    return path


def _box(path: Path) -> Path:
    chance = random.Random(3)  # noqa: S311 - as above
    with path.open("w", encoding="utf-8") as file:
        file.writelines(
            f"From bram@example.org {START + timedelta(minutes=at):%a %b %d %H:%M:%S %Y}\n"
            "Received: from mail.example.org by mx.example.net with ESMTPS; "
            f"{START + timedelta(minutes=at):%a, %d %b %Y %H:%M:%S} +0000\n"
            f"From: Bram <bram@example.org>\nTo: Els <els@example.net>\nSubject: {_words(chance)}\n"
            f"Date: {START + timedelta(minutes=at):%a, %d %b %Y %H:%M:%S} +0000\nMessage-ID: <{at}@example.org>\n"
            f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{_words(chance)}\n\n"
            for at in range(MAILS)
        )
    return path
