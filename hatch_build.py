"""Compiles the messages of every language, so that whatever is built or installed speaks them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MessagesHook(BuildHookInterface[Any]):
    """Writes a journal.mo beside every journal.po before files are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the plugin's own shape
        """Compile; raises where a file is no catalogue of messages."""
        for source in sorted(Path(self.root).glob("journal/locale/*/LC_MESSAGES/journal.po")):
            with source.open("rb") as messages:
                catalogue = read_po(messages, locale=source.parts[-3])
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
