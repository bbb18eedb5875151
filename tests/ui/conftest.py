"""The ground of the tests that show a screen: one process runs hundreds of apps, and each has to be gone after it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _nothing_is_left_of_an_app(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let go of what an app has read, which it sets apart for good, and of what it drew, which Textual keeps."""
    # Not above: Textual reads the environment when it is imported, and this is read before the environment is fixed.
    from textual._styles_cache import StylesCache

    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    StylesCache.get_inner_outer.cache_clear()
