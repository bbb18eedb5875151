"""Line filter that draws every sign in ASCII, whatever widget drew it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from journal.ui.frame.ascii_signs import in_ascii

if TYPE_CHECKING:
    from textual.color import Color


class AsciiFilter(LineFilter):
    """Off as long as it is not enabled."""

    def __init__(self, encoding: str) -> None:
        """Keep the letters that this encoding can write."""
        super().__init__(enabled=False)
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - what Textual gives
        """Return the segments, each as wide as it was."""
        return [Segment(in_ascii(text, self._encoding), style, control) for text, style, control in segments]
