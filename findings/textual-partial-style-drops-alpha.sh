#!/usr/bin/env bash
# Textual's get_component_rich_style(name, partial=True) leaves the alpha of a colour out: what a style sheet asks to be
# drawn at a fifth of its strength is drawn in full, and its contrast is another than the one that was reckoned with.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "textual==8.2.8"

cat > "$work/alpha.py" <<'PYTHON'
import asyncio
import sys
from importlib.metadata import version

from textual.app import App
from textual.widget import Widget


class Line(Widget):
    COMPONENT_CLASSES = {"line--faint"}
    DEFAULT_CSS = "Line { background: black; } Line > .line--faint { color: white 20%; }"


class Page(App[None]):
    def compose(self):
        yield Line()


async def seen():
    app = Page()
    async with app.run_test():
        line = app.query_one(Line)
        whole, partial = (line.get_component_rich_style("line--faint", partial=one).color for one in (False, True))
        return whole.triplet.hex, partial.triplet.hex


whole, partial = asyncio.run(seen())
print("textual", version("textual"))
print("One would guess: white at 20 % on black is the same dark grey either way.")
print(f"Seen: {whole} of the whole style, {partial} of the partial one")
sys.exit(not (partial == "#ffffff" and whole < "#808080"))
PYTHON

"$work/venv/bin/python" "$work/alpha.py"
