#!/usr/bin/env bash
# Textual without the kitty keyboard protocol takes alt with an arrow for two keys: escape, and then the arrow.
# In an app in which escape closes what is open, alt+left in a form closes the form.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "textual==8.2.8"

cat > "$work/ask.py" <<'PYTHON'
import sys
from importlib.metadata import version

from textual._xterm_parser import XTermParser


def keys(sent):
    return [event.key for event in XTermParser().feed(sent)]


seen = {name: keys(f"\x1b[1;3{letter}") for name, letter in {"up": "A", "left": "D"}.items()}
print("textual", version("textual"), "with TEXTUAL_DISABLE_KITTY_KEY=1")
print("One would guess: alt with an arrow is one key, alt+up and alt+left.")
print("Seen:", seen)
sys.exit(seen != {"up": ["escape", "up"], "left": ["escape", "left"]})
PYTHON

TEXTUAL_DISABLE_KITTY_KEY=1 "$work/venv/bin/python" "$work/ask.py"
