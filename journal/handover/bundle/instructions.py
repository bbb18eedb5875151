"""Instructions for verifying a bundle, rendered in Dutch, French and English, as text and as HTML."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import Words
from journal.handover.selection.supplement import supplement_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.handover.selection.choice import EarlierHandover

_STYLE = (
    "body{font:1em/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:.3em solid;padding-left:1em}"
)


def instructions_text(said: Mapping[str, str], earlier: EarlierHandover | None = None) -> bytes:
    """Render the page as text, in UTF-8 with a byte order mark; `said` fills the template.

    `earlier` is the hand-over to which the bundle is a supplement.
    """
    return "\n\n\n".join(_page(language, said, earlier).strip() for language in LANGUAGES).encode("utf-8-sig") + b"\n"


def instructions_html(said: Mapping[str, str], earlier: EarlierHandover | None = None) -> bytes:
    """Render the page as one HTML file that loads nothing."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    parts = [
        "<!doctype html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>BagIt · SHA-256</title><style>{_STYLE}</style></head><body><main>",
    ]
    for language in LANGUAGES:
        parts += [f'<section lang="{language}">', *_blocks(_page(language, said, earlier)), "</section>"]
    return "\n".join([*parts, "</main></body></html>", ""]).encode()


def _page(language: str, said: Mapping[str, str], earlier: EarlierHandover | None) -> str:
    text = files(__package__).joinpath(f"pages/how-to-check.{language}.txt").read_text(encoding="utf-8")
    page = text.format_map(said)
    if earlier is None:
        return page
    # Said before everything else, below the heading.
    heading, _, rest = page.partition("\n\n")
    return "\n\n".join((heading, supplement_in_words(earlier, Words(language)), rest))


def _blocks(page: str) -> Iterator[str]:
    for block in page.strip().split("\n\n"):
        if block.startswith("## "):
            yield f"<h2>{escape(block[3:])}</h2>"
        elif block.startswith("# "):
            yield f"<h1>{escape(block[2:])}</h1>"
        elif block.startswith("    "):
            yield f"<pre>{escape(block.strip())}</pre>"
        else:
            yield f"<p>{escape(block).replace(chr(10), '<br>')}</p>"
