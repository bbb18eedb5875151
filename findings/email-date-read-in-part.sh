#!/usr/bin/env bash
# email.utils of Python reads a date up to the point that it understands, and says nothing of the rest:
# `GMT+0100`, as JavaScript writes it, loses its offset, and `02:15:00 PM` becomes a quarter past two at night.
# No exception and no defect tells such a date from one that was read whole.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/ask.py" <<'PYTHON'
import sys
from email.utils import parsedate_to_datetime

print("Python", sys.version.split()[0])
WRITTEN = {
    "Tue, 24 Nov 2026 14:15:00 GMT+0100": ("+01:00, or refused", "2026-11-24T14:15:00"),
    "Tue, 24 Nov 2026 02:15:00 PM +0100": ("14:15, or refused", "2026-11-24T02:15:00"),
    "Tue, 24 Nov 2026 14:15:00 +01000": ("refused", "2026-11-24T14:15:00+10:00"),
}
changed = False
for value, (guess, seen) in WRITTEN.items():
    try:
        found = parsedate_to_datetime(value).isoformat()
    except ValueError as error:
        found = f"refused: {error}"
    print(f"{value}\n  one would guess: {guess}\n  seen: {found}")
    changed |= not found.startswith(seen)
sys.exit(changed)
PYTHON

python3 "$work/ask.py"
