"""Writer of a document as one HTML page: nothing loaded, no script, pictures inline, readable on a telephone too."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from journal.domain.text.harmless import harmless

if TYPE_CHECKING:
    from jinja2 import Template

    from journal.handover.model.document import Bars, Document, Picture


def html(document: Document) -> bytes:
    """Return the page, in UTF-8."""
    page = _template().render(
        document=document,
        language=document.language.replace("_", "-"),
        anchors=document.anchors,
        labelled=lambda label: document.fact.format(label=label, said=""),
        sort_of=lambda one: type(one).__name__,
        most=_most,
        encoded=_encoded,
    )
    return page.encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_harmless
    )
    return environment.from_string(files(__package__).joinpath("document.html").read_text(encoding="utf-8"))


def _harmless(value: object) -> object:
    """Escape stored words of signs that turn the reading direction or hide; markup is returned unchanged."""
    return harmless(value, lines=True) if type(value) is str else value


def _most(bars: Bars) -> int:
    return max((count for _label, count in bars.rows), default=1) or 1


def _encoded(picture: Picture) -> str:
    return base64.b64encode(picture.data).decode()
