#!/usr/bin/env bash
# Textual's Timer.reset() does not begin the interval anew at the call: the running sleep goes on to its end, and only
# then a whole interval begins. A pause that each key should restart so lasts up to twice as long as it says.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "textual==8.2.8"

cat > "$work/reset.py" <<'PYTHON'
import sys
from importlib.metadata import version
from time import monotonic

from textual.app import App

INTERVAL, RESET_AFTER = 2.0, 0.2


class Pause(App[float]):
    def on_mount(self):
        began = monotonic()
        timer = self.set_timer(INTERVAL, lambda: self.exit(monotonic() - began))
        self.set_timer(RESET_AFTER, timer.reset)


passed = Pause().run(headless=True)
print("textual", version("textual"))
print(f"One would guess: a timer of {INTERVAL} s, reset after {RESET_AFTER} s, fires after {INTERVAL + RESET_AFTER} s.")
print(f"Seen: it fires in the second half of twice its interval: {1.75 * INTERVAL < passed < 2.5 * INTERVAL}")
sys.exit(not 1.75 * INTERVAL < passed < 2.5 * INTERVAL)
PYTHON

"$work/venv/bin/python" "$work/reset.py"
