#!/usr/bin/env bash
# BagIt (RFC 8493) writes a line break in the name of a payload file as %0A in the manifest, and says that such signs are
# written as RFC 3986 has them, where %0a means the same. bagit, the library of the Library of Congress, decodes only the
# first two of a name and only capitals: a bag that it made itself of a name with three line breaks is "incomplete".
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "bagit==1.9.0"

cat > "$work/ask.py" <<'PYTHON'
import logging
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import bagit

logging.disable(logging.CRITICAL)


def verdict(name, sign="%0A"):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text("invented")
        bagit.make_bag(folder, checksums=["sha256"])
        manifest = Path(folder, "manifest-sha256.txt")
        manifest.write_text(manifest.read_text().replace("%0A", sign))
        Path(folder, "tagmanifest-sha256.txt").unlink()
        try:
            return "valid" if bagit.Bag(folder).validate() else "invalid"
        except bagit.BagValidationError:
            return "incomplete"


seen = {
    "two line breaks": verdict("one\ntwo\nthree.txt"),
    "three line breaks": verdict("one\ntwo\nthree\nfour.txt"),
    "one line break, written %0a": verdict("one\ntwo.txt", "%0a"),
}
print("bagit", version("bagit"))
print("One would guess: each of these bags is valid.")
print("Seen:", ", ".join("%s: %s" % one for one in seen.items()))
sys.exit([*seen.values()] != ["valid", "incomplete", "incomplete"])
PYTHON

"$work/venv/bin/python" "$work/ask.py"
