#!/usr/bin/env bash
# In Textual two bindings of one screen may share a key: the first whose `check_action` allows it is run.
# A keymap that gives one of them another key takes the shared key from the other one too, and reports no clash.
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
from textual.binding import Binding


class Shared(App):
    BINDINGS = [Binding("s", "print", "Print", id="print"), Binding("s", "sort", "Sort", id="sort")]
    done = ()
    clashed = ()

    def check_action(self, action, parameters):
        return action != "print"

    def action_sort(self):
        self.done += ("sort",)

    def handle_bindings_clash(self, clashed_bindings, node):
        self.clashed += tuple(clashed_bindings)


async def ask(keymap):
    app = Shared()
    app.set_keymap(keymap)
    async with app.run_test() as pilot:
        await pilot.press("s")
    return app.done, app.clashed


plain, moved = asyncio.run(ask({})), asyncio.run(ask({"print": "f2"}))
print("textual", version("textual"))
print("One would guess: with `print` moved to F2, `s` still sorts, as the keymap does not name `sort`.")
print("Seen: without a keymap", plain, "- with print on F2", moved)
sys.exit((plain, moved) != ((("sort",), ()), ((), ())))
PYTHON

"$work/venv/bin/python" "$work/ask.py"
