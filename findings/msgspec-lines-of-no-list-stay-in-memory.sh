#!/usr/bin/env bash
# msgspec writes the items of any iterable as lines of JSON, and its signature says so.
# Of a list nothing stays behind; of a tuple, a set, the items of a dict or a generator an object stays in memory with each call.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "msgspec==0.22.0"

cat > "$work/ask.py" <<'PYTHON'
import gc
import sys
from importlib.metadata import version

import msgspec

CALLS = 1_000
fields = {"when": "22:14", "where": "door"}
made = {
    "list": lambda: list(fields.items()),
    "tuple": lambda: tuple(fields.items()),
    "dict items": lambda: fields.items(),
    "generator": lambda: (one for one in fields.items()),
}
encoder = msgspec.json.Encoder()


def stays(make):
    encoder.encode_lines(make())
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(CALLS):
        encoder.encode_lines(make())
    gc.collect()
    return round((sys.getallocatedblocks() - before) / CALLS)


seen = {name: stays(make) for name, make in made.items()}
print("msgspec", version("msgspec"))
print("One would guess: once the lines are there, nothing of the iterable stays.")
print(f"Seen: blocks of memory that stay of each of {CALLS} calls", seen)
sys.exit(seen["list"] != 0 or not all(blocks for name, blocks in seen.items() if name != "list"))
PYTHON

"$work/venv/bin/python" "$work/ask.py"
