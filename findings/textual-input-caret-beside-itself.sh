#!/usr/bin/env bash
# Textual tells the terminal where the caret of an Input is, for input methods, magnifiers and braille displays.
# Behind the last letter, where it stands while somebody types, that place is one cell to the right of the caret that is drawn.
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
from textual.widgets import Input


class One(App):
    CSS = "Input, Input:focus { border: none; padding: 0; height: 1; width: 20; }"

    def compose(self):
        yield Input(select_on_focus=False)


def drawn(field):
    caret, cell = field.get_component_rich_style("input--cursor"), 0
    for text, style, _control in field.render_line(0):
        for _letter in text:
            if style and style.reverse == caret.reverse and style.bgcolor == caret.bgcolor and style.color == caret.color:
                return cell
            cell += 1
    return None


async def ask(*keys):
    app = One()
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        await pilot.press(*"abc", *keys)
        await pilot.pause()
        return drawn(field), field.cursor_screen_offset.x


behind, on = asyncio.run(ask()), asyncio.run(ask("left"))
print("textual", version("textual"))
print("One would guess: the place that is told is the cell in which the caret is drawn, (3, 3) and (2, 2).")
print("Seen, drawn and told: behind the last letter", behind, "- on the last letter", on)
sys.exit((behind, on) != ((3, 4), (2, 2)))
PYTHON

"$work/venv/bin/python" "$work/ask.py"
