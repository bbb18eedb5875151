"""asyncio without TLS: nothing of OpenSSL is loaded for the screen, and whoever needs the module finds it."""

from __future__ import annotations

import subprocess
import sys

SHOWN = """
import sys
from journal.ui.safety.without_ssl import load_asyncio
load_asyncio()
import journal.ui.app, journal.ui.timeline.main, journal.ui.terminal.driver
loaded = {"ssl", "_ssl"} & sys.modules.keys()
import asyncio, ssl
assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"
assert ssl.OPENSSL_VERSION
print(sorted(loaded), asyncio.sslproto.ssl)
"""
THERE_ALREADY = """
import ssl, sys
from journal.ui.safety.without_ssl import load_asyncio
load_asyncio()
assert sys.modules["ssl"] is ssl
print("kept")
"""


def said_by(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_the_screen_loads_nothing_of_openssl() -> None:
    assert said_by(SHOWN) == "[] None"


def test_a_module_that_is_loaded_already_stays() -> None:
    assert said_by(THERE_ALREADY) == "kept"
