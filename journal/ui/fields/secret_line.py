"""A field for words that nobody should read over a shoulder."""

from __future__ import annotations

from journal.ui.fields.text_fields import TypedLine


class SecretLine(TypedLine):
    """One line that shows dots; what is in it is never put on the clipboard."""

    ALLOW_SELECT = False

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(name=name)
        self.password = True

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Delete the selection without keeping it."""
        self.delete_selection()
