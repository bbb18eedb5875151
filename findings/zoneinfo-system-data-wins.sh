#!/usr/bin/env bash
# zoneinfo of Python takes the system's zone database even where the installed package tzdata is years newer:
# `pip install --upgrade tzdata` changes nothing on a computer that has a database of its own.
# Shown with two releases of the package, the older of which plays the system (PYTHONTZPATH).
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "tzdata==2026.6"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --target "$work/old" "tzdata==2025.2"

cat > "$work/ask.py" <<'PYTHON'
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import tzdata

offset = datetime(2026, 11, 29, 10, tzinfo=ZoneInfo("Africa/Casablanca")).strftime("%z")
print(f"Python {sys.version.split()[0]}, package tzdata {tzdata.IANA_VERSION}: Casablanca, 29 November 2026: {offset}")
sys.exit(offset != sys.argv[1])
PYTHON

echo "One would guess: the newest data that is installed counts, so +0000 (Morocco left +01:00 on 20 September 2026)."
echo "Seen, where the system has no data at all:"
PYTHONTZPATH="" "$work/venv/bin/python" "$work/ask.py" +0000
echo "Seen, where the system has data of 2025 (2025b, as in Debian 12):"
PYTHONTZPATH="$work/old/tzdata/zoneinfo" "$work/venv/bin/python" "$work/ask.py" +0100
