"""A library without what it does not need there: not loaded with it, and found by whoever needs it."""

from __future__ import annotations

import subprocess
import sys

SCREEN = """
import sys
from journal.domain.base.lean_import import import_without
import_without("ssl", "asyncio")
import journal.ui.app, journal.ui.timeline.main, journal.ui.terminal.driver
loaded = {"ssl", "_ssl"} & sys.modules.keys()
import asyncio, ssl
assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"
assert ssl.OPENSSL_VERSION
print(sorted(loaded), asyncio.sslproto.ssl)
"""
VALUES = """
import sys
from journal.domain.base.lean_import import import_without
import_without("typing_extensions", "msgspec")
import msgspec
from journal.domain.entry.entry import Entry
loaded = {"typing_extensions", "inspect"} & sys.modules.keys()
import typing_extensions
entry = msgspec.json.decode(b'{"kind":"sms"}', type=Entry)
print(sorted(loaded), entry.kind, typing_extensions.__name__)
"""
THERE_ALREADY = """
import ssl, sys
from journal.domain.base.lean_import import import_without
import_without("ssl", "asyncio")
assert sys.modules["ssl"] is ssl
print("kept")
"""
MISSING = """
import sys
from journal.domain.base.lean_import import import_without
try:
    import_without("ssl", "no_such_library")
except ModuleNotFoundError:
    import ssl
    print("found")
"""


def said_by(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_the_screen_loads_nothing_of_openssl() -> None:
    assert said_by(SCREEN) == "[] None"


def test_values_load_no_backports_and_nothing_that_looks_into_code() -> None:
    assert said_by(VALUES) == "[] sms typing_extensions"


def test_a_module_that_is_loaded_already_stays() -> None:
    assert said_by(THERE_ALREADY) == "kept"


def test_a_library_that_is_missing_leaves_the_module_to_others() -> None:
    assert said_by(MISSING) == "found"
