"""Keeps the framework's tools for developers from writing down what is typed or shown."""

from __future__ import annotations

from textual import constants

QUIET = {
    "LOG_FILE": None,
    "DEBUG": False,
    "SCREENSHOT_DELAY": -1,
    "PRESS": "",
    "SHOW_RETURN": False,
    "DISABLE_KITTY_KEY": True,
}
"""The switches that an environment variable can set, and what they are here: no log of keys, no picture, no keys.

The kitty keyboard protocol is not asked for: under it some terminals send the signs of an AltGr keyboard as no text.
"""


def hush() -> None:
    """Switch off the log, the debugging and the pictures of Textual, whatever the environment says."""
    vars(constants).update(QUIET)
