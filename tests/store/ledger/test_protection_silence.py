"""Neither passphrase, nor code, nor key leaves a trace: no argument, variable, file, core file or error shows it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.domain.ledger import recovery_code
from journal.store.age import key_wrapping, protection
from journal.store.age.protection import Key, TooBusy
from tests.store.children import children, of_process, shown_by_the_system

if TYPE_CHECKING:
    from journal.store.age.wraps import Wraps

TYPED = "an-invented-passphrase-42"
CODE = recovery_code.draw(os.urandom)
SHOWN = ("cmdline", "environ", "limits")


@dataclass(frozen=True)
class Watched:
    """What could be seen from outside while a key was wrapped in an empty folder."""

    folder: Path
    wraps: Wraps
    shown: dict[str, set[bytes]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("watched")
    shown: dict[str, set[bytes]] = {name: set() for name in SHOWN}
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as thread:
        patch.chdir(folder)
        for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder))
        work = thread.submit(Key().wrap, TYPED, CODE)
        while not work.done():
            for number in children():
                for name in SHOWN:
                    shown[name].add(of_process(number, name))
    return Watched(folder, work.result(), shown)


@shown_by_the_system
def test_no_secret_stands_in_an_argument_or_in_the_environment(watched: Watched) -> None:
    secrets = [TYPED.encode(), CODE.encode(), b"AGE-SECRET-KEY", *map(str.encode, watched.wraps.passphrase.split("\n"))]

    shown = b"\n".join(set().union(*watched.shown.values()))

    assert any(b"wrapping.py" in arguments for arguments in watched.shown["cmdline"])
    assert any(str(watched.folder).encode() in variables for variables in watched.shown["environ"])
    assert not [secret for secret in secrets if secret and secret in shown]


@shown_by_the_system
def test_the_helper_program_leaves_no_core_file(watched: Watched) -> None:
    assert any(re.search(rb"Max core file size +0 +0 ", limits) for limits in watched.shown["limits"])


def test_nothing_is_written_to_any_file(watched: Watched) -> None:
    assert list(watched.folder.rglob("*")) == []


def test_the_helper_program_imports_nothing_of_the_package_and_no_screen() -> None:
    python = [sys.executable, "-I", "-X", "importtime", str(Path(key_wrapping.__file__))]
    question = b'{"do": "unwrap", "text": "", "passphrase": "invented"}'

    run = subprocess.run(python, input=question, capture_output=True, check=True)

    imported = set(re.findall(rb"\| +(\w+)", run.stderr))
    assert run.stdout == b'{"refused": "Damaged"}'
    assert b"cryptography" in imported
    assert not imported & {b"journal", b"textual", b"rich", b"tinydb", b"msgspec"}


def test_a_helper_program_that_crashes_shows_no_secret() -> None:
    python = [sys.executable, "-I", str(Path(key_wrapping.__file__))]
    question = json.dumps({"do": "wrap", "text": "AGE-SECRET-KEY-\udcff", "passphrase": TYPED})

    run = subprocess.run(python, input=question, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stdout == ""
    assert "AGE-SECRET-KEY" not in run.stderr
    assert TYPED not in run.stderr


def test_an_error_shows_nothing_of_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "LONGEST_WORK", 0.001)

    with pytest.raises(TooBusy) as raised:
        Key().wrap(TYPED, CODE)

    told = "".join(traceback.format_exception(raised.value))
    assert TYPED not in told
    assert CODE not in told
    assert "AGE-SECRET-KEY" not in told
