"""Slow work beside the screen, which nothing waits for when the program is left."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


async def aside(work: Callable[[], Result]) -> Result:
    """Do the work in a thread of its own; return what it returns, and raise what it raises.

    The thread ends with the program. Those of the event loop would keep the program alive until their work is done,
    and leaving at once must not wait for a passphrase that is being tried.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def tell(answer: Callable[[], None]) -> None:
        if not done.done():
            answer()

    def run() -> None:
        try:
            answer = partial(done.set_result, work())
        except BaseException as error:  # noqa: BLE001 - it is raised again where the work is waited for
            answer = partial(done.set_exception, error)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, answer)

    Thread(target=run, name="aside", daemon=True).start()
    return await done
