"""A headless browser asked one question over its debugging pipe; it opens no port."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

BROWSER = shutil.which("chromium")


def evaluated(page: Path, expression: str, profile: Path) -> Any:
    """Open a page of this computer and return what an expression gives there, promises awaited."""
    assert BROWSER
    questions, answers = os.pipe(), os.pipe()
    process = subprocess.Popen(
        [
            *("bash", "-c", f'exec 3<&{questions[0]} 4>&{answers[1]}; exec "$@"', "bash"),
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
            f"--user-data-dir={profile}",
        ],
        pass_fds=(questions[0], answers[1]),
        stderr=subprocess.DEVNULL,
    )
    os.close(questions[0])
    os.close(answers[1])
    try:
        pipe = _Pipe(questions[1], answers[0])
        target = pipe.ask("Target.createTarget", url="about:blank")["targetId"]
        session = pipe.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        pipe.ask("Page.enable", session=session)
        pipe.ask("Page.navigate", session=session, url=page.as_uri())
        pipe.wait("Page.loadEventFired")
        said = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        found = pipe.ask("Runtime.evaluate", session=session, **said)
        assert "exceptionDetails" not in found, found
        return found["result"]["value"]
    finally:
        process.kill()
        process.wait()
        os.close(questions[1])
        os.close(answers[0])


class _Pipe:
    """Both ends of the pipe; a message is JSON with a NUL behind it."""

    def __init__(self, out: int, into: int) -> None:
        self._out, self._into, self._asked, self._rest = out, into, 0, b""
        self._happened: list[str] = []

    def ask(self, method: str, session: str = "", **parameters: Any) -> Any:
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        os.write(self._out, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while (answer := self._next()).get("id") != self._asked:
            self._happened.append(answer.get("method", ""))
        assert "result" in answer, answer
        return answer["result"]

    def wait(self, event: str) -> None:
        """Read until this has happened."""
        while event not in self._happened:
            self._happened.append(self._next().get("method", ""))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._into, 1 << 20)
            assert part, "the browser has ended"
            self._rest += part
        message, _nul, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(message)
        return said
