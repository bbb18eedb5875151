#!/usr/bin/env bash
# tinytag takes a raw AAC file (ADTS, as dictation apps write it) for MP3, because both begin with the same eleven bits:
# 7.3 seconds of sound are told as a few hundredths of a second, without an error.
# The FLAC of an Ogg file is told as 0.0 seconds in the same way, and not as None.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "imageio-ffmpeg==0.6.0" "tinytag==2.3.2"

cat > "$work/ask.py" <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version

import imageio_ffmpeg
from tinytag import TinyTag

print("tinytag", version("tinytag"))
print("One would guess: about 7.3 s, or no length at all.")
changed = False
for name, coding in {"tone.aac": "aac", "tone.oga": "flac"}.items():
    file = f"{sys.argv[1]}/{name}"
    tone = "sine=duration=7.3:sample_rate=44100"
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([ffmpeg, "-v", "error", "-f", "lavfi", "-i", tone, "-c:a", coding, file], check=True)
    lasts = TinyTag.get(file).duration
    print(f"seen: {name}: {lasts} s")
    changed |= lasts is None or lasts > 1
sys.exit(changed)
PYTHON

"$work/venv/bin/python" "$work/ask.py" "$work"
