#!/usr/bin/env bash
# Textual hands a key to the widget that has the focus when the app sees it, not when the key before has had its effect.
# Of a tab and a letter that arrive together (a slow line, a script, a macro of the keyboard), the letter goes to the old field.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "textual==8.2.8"

cat > "$work/ask.py" <<'PYTHON'
import asyncio
import sys
from importlib.metadata import version

from textual.app import App
from textual.events import Key
from textual.widgets import Input


class Two(App):
    def compose(self):
        yield Input(id="first")
        yield Input(id="second")


async def ask(pause):
    app = Two()
    async with app.run_test() as pilot:
        app.post_message(Key("tab", "\t"))
        if pause:
            await pilot.pause()
        app.post_message(Key("x", "x"))
        await pilot.pause()
        await pilot.pause()
        return app.query_one("#first", Input).value, app.query_one("#second", Input).value


apart, together = asyncio.run(ask(True)), asyncio.run(ask(False))
print("textual", version("textual"))
print("One would guess: tab and x put x into the second field, however quickly they come.")
print("Seen: one after the other", apart, "- both at once", together)
sys.exit((apart, together) != (("", "x"), ("x", "")))
PYTHON

"$work/venv/bin/python" "$work/ask.py"
