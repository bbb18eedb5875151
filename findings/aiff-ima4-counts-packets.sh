#!/usr/bin/env bash
# The field of AIFF-C that is called "number of sample frames" counts packets of 64 samples in IMA ADPCM files.
# Whoever divides it by the rate, as the format's own words suggest, gets a length that is 64 times too short.
# Shown with a file by ffmpeg, read back by ffmpeg (right) and by tinytag (wrong).
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

ffmpeg, file = imageio_ffmpeg.get_ffmpeg_exe(), f"{sys.argv[1]}/tone.aiff"
tone = "sine=duration=7.3:sample_rate=8000"
subprocess.run([ffmpeg, "-v", "error", "-f", "lavfi", "-i", tone, "-c:a", "adpcm_ima_qt", file], check=True)
data = open(file, "rb").read()
frames = int.from_bytes(data[data.index(b"COMM") + 10 :][:4], "big")
print("ffmpeg", imageio_ffmpeg.get_ffmpeg_version(), "and tinytag", version("tinytag"))
print("One would guess: number of sample frames / 8000 = 7.3 s.")
print(f"seen: {frames} sample frames, {frames / 8000:.3f} s; times 64: {frames * 64 / 8000:.3f} s")
print(f"seen: tinytag tells {TinyTag.get(file).duration:.3f} s")
sys.exit(abs(frames * 64 / 8000 - 7.3) > 0.1 or TinyTag.get(file).duration > 1)
PYTHON

"$work/venv/bin/python" "$work/ask.py" "$work"
