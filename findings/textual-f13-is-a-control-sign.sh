#!/usr/bin/env bash
# xterm sends F13 to F16 as ESC [25~, [26~, [28~ and [29~, and Textual's own table of sequences says so. The parser asks a
# rule for the kitty keyboard protocol first, which takes the number for the code point of a sign: F13 arrives as the sign
# U+0019, and no binding to `f13` ever hears it. Sent as kitty itself sends it, the same key is `f13`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "textual==8.2.8"

cat > "$work/ask.py" <<'PYTHON'
import sys
from importlib.metadata import version

from textual._xterm_parser import XTermParser
from textual.events import Key


def told(sequence):
    parser = XTermParser()
    return [event.key for part in (sequence, "") for event in parser.feed(part) if isinstance(event, Key)]


seen = {
    "F12 of xterm": told("\x1b[24~"),
    "F13 of xterm": told("\x1b[25~"),
    "F14 of xterm": told("\x1b[26~"),
    "F13 of kitty": told("\x1b[57376u"),
}
print("textual", version("textual"))
print("One would guess: f12, f13, f14 and f13.")
print("Seen:", ", ".join("%s %r" % one for one in seen.items()))
sys.exit([*seen.values()] != [["f12"], ["\x19"], ["\x1a"], ["f13"]])
PYTHON

"$work/venv/bin/python" "$work/ask.py"
