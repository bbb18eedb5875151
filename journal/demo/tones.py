"""Recordings of an answering machine: a beep, and a tone where in life there would be a voice."""

from __future__ import annotations

import math
import wave
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.demo.drawing import About

RATE = 8_000
LONGEST = 5
"""In seconds; so the file stays small, whatever the entry says of the call."""
_BEEP = 0.4


def voicemail(about: About) -> bytes:
    """Make a recording as long as the entry says, shortened to `LONGEST`, with a tone that depends on its words."""
    said = about.entry.details.get("call.duration", LONGEST)
    seconds = min(said if isinstance(said, int) else LONGEST, LONGEST)
    pitch = 140 + sum(about.entry.quoted_words.encode()) % 90
    stream = BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(bytes(_sample(number / RATE, pitch) for number in range(seconds * RATE)))
    return stream.getvalue()


def _sample(second: float, pitch: int) -> int:
    if second < _BEEP:
        return 128 + round(60 * math.sin(math.tau * 1_000 * second))
    swell = 0.5 + 0.5 * math.sin(math.tau * 1.7 * second)
    return 128 + round(50 * swell * math.sin(math.tau * pitch * second))
