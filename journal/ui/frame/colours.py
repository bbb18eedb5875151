"""The palette: quiet greys and one accent, no red; nothing is told by colour alone."""

from __future__ import annotations

PRIMARY, FOREGROUND, BACKGROUND, PANEL = "#8fb3c9", "#d7dade", "#15181c", "#262c33"
FIELD = "#24282d"
"""Behind a field in which something is typed."""
QUIET = "#bcbfc4"
"""Words on a panel that are less than what is read first."""
CURSOR, CURSOR_ELSEWHERE = "#2f4150", "#232b33"
"""Behind the line with the cursor: where keys go, and while they go elsewhere."""
