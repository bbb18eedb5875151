"""The keys that leave at once, as the characters that a terminal sends for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAVE, LEAVE_TOO = "\x11", "\x1b[24~"
"""What is sent for ctrl+q and F12, which leave whatever else does."""
PASTE_ENDS = "\x1b[201~"


class LeavingKeys:
    """The keys in force, which are seen wherever they come: in a string, in a paste, behind a flood."""

    def __init__(self, sent: Iterable[str] = ()) -> None:
        """Leave by these, as a terminal sends them, besides the two that always leave."""
        self.sent = frozenset({LEAVE, LEAVE_TOO, *sent})
        self.signs = frozenset(one for one in self.sent if len(one) == 1)
        """Those that are one control character; `sign` finds them."""
        self.sign = re.compile(f"[{re.escape(''.join(sorted(self.signs)))}]")
        self.longest = max(map(len, (PASTE_ENDS, *self.sent)))
        self.in_bytes = re.compile("|".join(map(re.escape, sorted(self.sent))).encode())
        self.end_of_string = re.compile(f"[\x07\x9c\x1b\x18\x1a{self.sign.pattern[1:]}")
        """BEL and ST end a control string, ESC may begin an ST, CAN and SUB abort it."""
        self.end_of_paste = re.compile("|".join(map(re.escape, (PASTE_ENDS, *sorted(self.sent)))))

    def is_in(self, data: bytes) -> bool:
        """Tell whether one of them is among these bytes."""
        return self.in_bytes.search(data) is not None
