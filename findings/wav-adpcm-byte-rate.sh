#!/usr/bin/env bash
# ffmpeg writes WAV files in IMA, Microsoft and Yamaha ADPCM whose byte rate is far off.
# Whoever reckons a length as bytes of sound by byte rate, as for plain PCM, is wrong by seconds and up to four times.
# The chunk `fact` of the same file holds the right count of samples.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "imageio-ffmpeg==0.6.0"

cat > "$work/ask.py" <<'PYTHON'
import struct
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg

ffmpeg, folder = imageio_ffmpeg.get_ffmpeg_exe(), Path(sys.argv[1])
print("ffmpeg", imageio_ffmpeg.get_ffmpeg_version())
print("One would guess: the header says how many bytes a second takes, so that 7.3 seconds last 7.3 seconds.")
changed = False
for coding in ("adpcm_ima_wav", "adpcm_ms", "adpcm_yamaha"):
    for rate in (8000, 44100):
        file = folder / f"{coding}-{rate}.wav"
        tone = f"sine=duration=7.3:sample_rate={rate}"
        subprocess.run([ffmpeg, "-v", "error", "-f", "lavfi", "-i", tone, "-c:a", coding, file], check=True)
        data = file.read_bytes()
        chunks, at = {}, 12
        while at + 8 <= len(data):
            name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
            chunks[name] = data[at + 8 : at + 8 + size]
            at += 8 + size + size % 2
        per_second = struct.unpack_from("<I", chunks[b"fmt "], 8)[0]
        by_rate = len(chunks[b"data"]) / per_second
        by_fact = struct.unpack("<I", chunks[b"fact"][:4])[0] / rate
        print(f"seen: {coding} at {rate} Hz: by its byte rate {by_rate:.2f} s, by `fact` {by_fact:.2f} s")
        changed |= abs(by_rate - 7.3) < 0.5 or abs(by_fact - 7.3) > 0.2
sys.exit(changed)
PYTHON

"$work/venv/bin/python" "$work/ask.py" "$work"
