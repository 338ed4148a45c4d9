"""A real Chromium without a window, driven over a pipe: pages opened, printed and checked.

It reaches no network: every name resolves to nothing, and what a page asked for is listed.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.parts import needed

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--disable-extensions", "--hide-scrollbars", "--mute-audio",
    "--no-pings", "--disable-default-apps", "--disable-domain-reliability",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 30.0
LETTER_INCHES = {"paperWidth": 8.5, "paperHeight": 11.0}  # so that A4 is the page's own wish


class Shown(NamedTuple):
    """What a page made Chromium ask for, and what Chromium had to say about it."""

    requests: tuple[str, ...]
    complaints: tuple[str, ...]


class Chromium:
    """One page in one browser. Raises AssertionError when the browser refuses a command."""

    def __init__(self, to: int, answers: int) -> None:
        self._to = to
        self._answers = answers
        self._unread = b""
        self._number = 0
        self._session: str | None = None
        self._events: list[dict[str, Any]] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._ask(f"{domain}.enable")

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            assert ready, "Chromium does not answer"
            more = os.read(self._answers, 1 << 16)
            assert more, "Chromium has gone"
            self._unread += more
        text, _, self._unread = self._unread.partition(b"\0")
        answer: dict[str, Any] = json.loads(text)
        return answer

    def open(self, page: Path, *, script: bool = True, width: int = 794) -> Shown:
        """Open a file; returns what it asked for beyond itself, when it is loaded."""
        self._ask("Emulation.setScriptExecutionDisabled", value=not script)
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=1123, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self._events.clear()
        self._ask("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())
        asked = [
            event["params"]["request"]["url"]
            for event in self._events
            if event["method"] == "Network.requestWillBeSent"
        ]
        said = [
            json.dumps(event["params"])
            for event in self._events
            if event["method"]
            in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
        ]
        return Shown(tuple(url for url in asked if url != page.as_uri()), tuple(said))

    def value(self, expression: str) -> Any:
        """What this JavaScript gives, waited for; the page's own policy does not bind it."""
        found = self._ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        taken = self._ask("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(taken["data"])

    def printed(self) -> bytes:
        """The page as a PDF, on the paper that the page asks for."""
        made = self._ask("Page.printToPDF", preferCSSPageSize=True, **LETTER_INCHES)
        return base64.b64decode(made["data"])

    def close(self) -> None:
        """Ask the browser to leave; its ends of the pipes are closed by whoever opened them."""
        self._session = None
        self._ask("Browser.close")


@contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser with a profile of its own; skips without one, and fails on the CI machine."""
    program = shutil.which("chromium-browser") or "chromium"
    if program == "chromium":
        needed(program)
    ours_reads, theirs_writes = os.pipe()
    theirs_reads, ours_writes = os.pipe()
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [
                "bash", "-c", f'exec "$0" "$@" 3<&{theirs_reads} 4>&{theirs_writes}', program,
                *OPTIONS, f"--user-data-dir={profile}", "about:blank",
            ],
            pass_fds=(theirs_reads, theirs_writes),
            env={**os.environ, "HOME": profile},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_reads)
        os.close(theirs_writes)
        browser = None
        try:
            browser = Chromium(ours_writes, ours_reads)
            yield browser
        finally:
            if browser is not None:
                browser.close()
            for end in (ours_reads, ours_writes):
                os.close(end)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
