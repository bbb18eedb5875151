#!/usr/bin/env bash
# typst's Python package compiles from a dict of names to sources without touching the disk, but takes no picture in it:
# the bytes of a JPEG are refused as text, although a template reads pictures by the same names. An SVG around them works.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "typst==0.15.2" "pillow==12.0.0"

cat > "$work/picture.py" <<'PYTHON'
import base64
import io
import sys
from importlib.metadata import version

import typst
from PIL import Image

out = io.BytesIO()
Image.new("RGB", (8, 8), "red").save(out, "JPEG")
jpeg = out.getvalue()
svg = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><image width="8" height="8" '
    f'href="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"/></svg>'
).encode()


def drawn(name, data):
    try:
        pdf = typst.compile({"main.typ": f'#image("{name}")'.encode(), name: data})
    except RuntimeError as error:
        return str(error).splitlines()[0]
    return "a PDF" + (" with the very bytes of the JPEG" if jpeg[-40:] in pdf else "")


alone, wrapped = drawn("photo.jpg", jpeg), drawn("photo.svg", svg)
print("typst", version("typst"))
print("One would guess: a dict of sources takes the files that the template names, pictures too.")
print(f"Seen: the JPEG alone: {alone}; inside an SVG: {wrapped}")
sys.exit(not ("UTF-8" in alone and wrapped.startswith("a PDF")))
PYTHON

"$work/venv/bin/python" "$work/picture.py"
