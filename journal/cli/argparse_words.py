"""Words that argparse itself says, in the language of the interface.

argparse asks the catalogue of the system for them, where a program can put none of its own.
"""

from __future__ import annotations

import argparse

from journal.domain.text.words import N_, _, many

ARGPARSE_WORDS = (
    N_("usage: "),
    N_("%(heading)s:"),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""Messages with which argparse meets a user, as it asks for them; its other ones are about a fault of the program."""


def translate_argparse() -> None:
    """Let argparse ask the translator of the interface, process-wide."""
    vars(argparse).update(_=_, ngettext=many)
