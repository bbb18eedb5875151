"""Memoised value, which is made anew once what it is made from has another version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Options = ParamSpec("Options")
Value = TypeVar("Value")


class Memo(Generic[Options, Value]):
    """Function whose result is kept for one version; the options of a call have no influence on the result."""

    def __init__(self, version: Callable[[], Hashable], make: Callable[Options, Value]) -> None:
        self._version, self._make = version, make
        self._kept: tuple[Hashable, Value] | None = None

    @property
    def ready(self) -> bool:
        """Whether the value of the present version is kept."""
        return self._kept is not None and self._kept[0] == self._version()

    def __call__(self, *args: Options.args, **options: Options.kwargs) -> Value:
        """Return the value of the present version; raises what making it raises, and keeps nothing then."""
        version = self._version()
        if self._kept is None or self._kept[0] != version:
            self._kept = version, self._make(*args, **options)
        return self._kept[1]

    def keep(self, value: Value) -> None:
        """Keep a value that was made already."""
        self._kept = self._version(), value
