#!/usr/bin/env bash
# Textual's WorkerManager takes an empty list of workers to be waited for as all of them.
# Whoever waits for the workers of one group waits for every other one where that group is empty: for a question that
# a worker has asked with push_screen_wait, until somebody answers it.
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

SECONDS = 2


async def seen():
    app, answered = App(), asyncio.Event()
    async with app.run_test():
        app.run_worker(answered.wait(), group="asking")
        reading = [worker for worker in app.workers if worker.group == "reading"]
        waiting = asyncio.ensure_future(app.workers.wait_for_complete(reading))
        await asyncio.wait([waiting], timeout=SECONDS)
        before = waiting.done()
        answered.set()
        await waiting
        return len(reading), before


count, at_once = asyncio.run(seen())
print("textual", version("textual"))
print("One would guess: waiting for no worker is over at once.")
print(f"Seen: {count} workers to wait for, and over before the one of another group has ended: {at_once}")
sys.exit((count, at_once) != (0, False))
PYTHON

"$work/venv/bin/python" "$work/ask.py"
