"""Saying something above the keys for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from textual.app import App
    from textual.notifications import SeverityLevel


def tell(app: App[Any], words: str, *, trouble: bool = False) -> None:
    """Say something above the keys for a while; trouble stays longer."""
    severity: SeverityLevel = "warning" if trouble else "information"
    app.notify(harmless(words, lines=True), markup=False, severity=severity, timeout=15 if trouble else 4)
