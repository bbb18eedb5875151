#!/usr/bin/env bash
# Babel's extractor takes every string inside the brackets of a call for a part of one message, also the keys of a
# table: `_(LABELS["movement"]["receipt"])` becomes the message "movementreceipt", which no program ever asks for.
# What stands inside an f-string is gathered or not by the Python that runs the extractor: not before 3.12, whose
# tokenizer is the first to look into f-strings. A catalogue checked on one Python lacks messages on the other.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "babel==2.18.0"

cat > "$work/ask.py" <<'PYTHON'
import io
import sys
from importlib.metadata import version

from babel.messages.extract import extract

SOURCE = b"""
label = _(LABELS["movement"]["receipt"])
line = f"{_('acts per week')}: {count}"
"""

found = [message for _line, message, _comments, _context in extract("python", io.BytesIO(SOURCE), {"_": None})]
looks_inside = sys.version_info >= (3, 12)
print("babel", version("babel"), "on Python", sys.version.split()[0])
print("One would guess: one message, 'acts per week'; keys of a table are no message.")
print("seen:", found)
sys.exit(found != ["movementreceipt"] + ["acts per week"] * looks_inside)
PYTHON

"$work/venv/bin/python" "$work/ask.py"
