#!/usr/bin/env bash
# vobject 0.9.9 and names in vCard 2.1, as Android and Outlook write them: quoted-printable, folded with a soft break.
# By default such a contact raises; asked to pass over what it cannot read, it keeps the first half of the name and says
# so in the log alone. Only allowQP=True gives the name that stands there.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "vobject==0.9.9"

cat > "$work/name.py" <<'PYTHON'
import logging
import sys
from importlib.metadata import version

import vobject

logging.disable(logging.CRITICAL)
CARD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Invented;;;;\r\n"
    "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Br=C3=A4=\r\nmer\r\nTEL;CELL:+32470555123\r\nEND:VCARD\r\n"
)


def name(**options):
    try:
        return next(iter(vobject.readComponents(CARD, **options))).fn.value
    except Exception as error:
        return type(error).__name__


seen = (name(), name(ignoreUnreadable=True), name(allowQP=True))
print("vobject", version("vobject"))
print("One would guess: ignoreUnreadable gives the whole name or none.")
print("Seen: by default %s, with ignoreUnreadable %s, with allowQP %s" % seen)
sys.exit(seen != ("ParseError", "Br\u00e4", "Br\u00e4mer"))
PYTHON

"$work/venv/bin/python" "$work/name.py"
