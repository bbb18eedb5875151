"""Compiles the messages of every language, and lets the program write its manual pages and completions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHARED = {
    "share/man/man1/journal.1": ("en_US", "manual"),
    "share/man/nl/man1/journal.1": ("nl_NL", "manual"),
    "share/man/fr/man1/journal.1": ("fr_FR", "manual"),
    "share/bash-completion/completions/journal": ("en_US", "completion", "bash"),
    "share/zsh/site-functions/_journal": ("en_US", "completion", "zsh"),
    "share/fish/vendor_completions.d/journal.fish": ("en_US", "completion", "fish"),
}
"""Where what belongs to the shell is installed, below the prefix: the locale and the command that write it."""


class SharedFilesHook(BuildHookInterface[Any]):
    """Writes a journal.mo beside every journal.po before files are gathered, and what a wheel installs for shells."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the plugin's own shape
        """Compile and write; raises where a file is no catalogue of messages, or a command fails."""
        self._compile()
        if self.target_name == "wheel":
            build_data["shared_data"].update({self._written(place): place for place in SHARED})

    def _compile(self) -> None:
        for source in sorted(Path(self.root).glob("journal/locale/*/LC_MESSAGES/journal.po")):
            with source.open("rb") as messages:
                catalogue = read_po(messages, locale=source.parts[-3])
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)

    def _written(self, place: str) -> str:
        """Return the file in `build`, written by the program itself from this source."""
        locale, *command = SHARED[place]
        # Nothing of the builder's terminal or language, and no other copy of the program, shows in what is built.
        set_to = {"LC_ALL": f"{locale}.UTF-8", "LANGUAGE": "", "NO_COLOR": "1", "PYTHONSAFEPATH": "", "PYTHONUTF8": "1"}
        python = [sys.executable, "-B", "-m", "journal", *command]
        made = subprocess.run(  # noqa: S603 - the program itself, and only words of this module
            python, cwd=self.root, env=os.environ | set_to, stdout=subprocess.PIPE, check=True
        )
        target = Path(self.root, "build", place)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.stdout)
        return str(target)
