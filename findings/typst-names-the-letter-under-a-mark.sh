#!/usr/bin/env bash
# typst, asked for PDF/A, names every part of a cluster that no font holds: of a digit under an enclosing keycap the digit too,
# which the font does have. Whoever replaces what is named in the whole document changes every such digit.
# And a way out for words that are too long: h(0pt) does not let them break, an empty box does and leaves no sign behind.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "typst==0.15.2" "pypdf==7.1.0"

cat > "$work/ask.py" <<'PYTHON'
import io
import re
import sys
from importlib.metadata import version

import typst
from pypdf import PdfReader

HEAD = '#set document(title: "x")\n#set text(lang: "en")\n#set page(width: 200pt)\n'


def made(body: str) -> bytes:
    return typst.compile((HEAD + body).encode(), pdf_standards=["a-3a", "ua-1"], ignore_system_fonts=True)


print("typst", version("typst"))
made('#"1"')
print("One would guess: only the mark U+20E3 is reported for a 1 under it, because a 1 alone is drawn.")
try:
    made('#"1\\u{20e3}"')
    named = []
except typst.TypstError as error:
    named = re.findall(r'the text `"(.*?)"` could not', error.diagnostic)
print("seen: reported as not displayable:", named)

lines = {}
for join in ("h(0pt)", "box()"):
    text = PdfReader(io.BytesIO(made(f'#("W" * 60).clusters().join({join})'))).pages[0].extract_text()
    lines[join] = sum("W" in line for line in text.splitlines())
    print(f"seen: 60 letters joined with {join} stand on {lines[join]} line(s)")
sys.exit(named != ["1", "\\u{20e3}"] or lines["h(0pt)"] != 1 or lines["box()"] < 2)
PYTHON

"$work/venv/bin/python" "$work/ask.py"
