"""What a record can hold, for the tests that try every value."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from journal.domain.base.canonical import LARGEST_INTEGER

NAMES = st.text(st.characters(min_codepoint=0, max_codepoint=127), max_size=12)
"""Names of fields: any ASCII text."""

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
"""Any JSON value that canonical JSON can hold."""

FIELDS = st.dictionaries(NAMES, VALUES, max_size=6)
"""The fields of any act."""
