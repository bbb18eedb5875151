"""Duration of recordings and films, computed from their headers or by counting frames; nothing is decoded.

A reader returns None wherever the result may be wrong: a truncated file, a contradictory header. Each looks at every
byte at most a few times and at a bounded number of frames, so that no file takes long.
"""

from __future__ import annotations

import math
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from journal.evidence.recordings.asf import asf_seconds
from journal.evidence.recordings.film import film_seconds
from journal.evidence.recordings.flac import flac_seconds
from journal.evidence.recordings.frames import AMR_WIDE, adts_seconds, amr_seconds, mpeg_seconds
from journal.evidence.recordings.iff import aiff_seconds, au_seconds, caf_seconds
from journal.evidence.recordings.matroska import matroska_seconds
from journal.evidence.recordings.ogg import ogg_seconds
from journal.evidence.recordings.riff import avi_seconds, wav_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = timedelta(days=366).total_seconds()


def duration(data: bytes, media_type: str) -> timedelta | None:
    """Return the duration of a recording, or None where it cannot be determined reliably; never raises."""
    reckon = _RECKONED.get(media_type)
    seconds = reckon(data) if reckon else None
    if seconds is None or not math.isfinite(seconds):
        return None
    return timedelta(seconds=seconds) if 0 < seconds <= _LONGEST else None


_RECKONED: dict[str, Callable[[bytes], float | None]] = {
    "audio/wav": wav_seconds,
    "audio/aiff": aiff_seconds,
    "audio/x-caf": caf_seconds,
    "audio/basic": au_seconds,
    "audio/mpeg": mpeg_seconds,
    "audio/aac": adts_seconds,
    "audio/amr": amr_seconds,
    "audio/amr-wb": partial(amr_seconds, sizes=AMR_WIDE),
    "audio/ogg": ogg_seconds,
    "video/ogg": ogg_seconds,
    "audio/flac": flac_seconds,
    "audio/x-ms-wma": asf_seconds,
    "video/x-ms-wmv": asf_seconds,
    "video/x-msvideo": avi_seconds,
    **dict.fromkeys(("audio/webm", "video/webm", "audio/x-matroska", "video/x-matroska"), matroska_seconds),
    **dict.fromkeys(("audio/mp4", "video/mp4", "video/quicktime", "video/3gpp"), film_seconds),
}
