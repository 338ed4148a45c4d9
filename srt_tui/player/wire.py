"""One JSON line each way with a player's process: commands, answers, events.

Both children speak mpv's dialect. The process is never trusted: it may die, hang or say nothing.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any

CHILD = {"MALLOC_ARENA_MAX": "2"}
"""For the environment of a player: with an arena for each of its threads it doubles in size."""

LIMIT = 3.0
_PARTING = 0.5


class LostError(Exception):
    """The process is gone, or did not answer in time and was ended."""


class RefusedError(Exception):
    """The process answered that it could not."""


class Wire:
    """Commands to one process. `on_event` gets each event, `on_lost` is called once at its end."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        on_event: Callable[[dict[str, Any]], None],
        on_lost: Callable[[], None],
    ) -> None:
        self._process = process
        self._writer = writer
        self._on_event = on_event
        self._on_lost = on_lost
        self._asked = 0
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._listener = asyncio.create_task(self._listen(reader))

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    async def ask(self, *command: Any, limit: float | None = None) -> Any:
        """Send `command`, wait for its answer at most `limit` seconds (three unless said).

        Raises LostError (the process has then been ended) and RefusedError.
        """
        if self._listener.done():
            raise LostError
        self._asked += 1
        number = self._asked
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            line = json.dumps({"command": command, "request_id": number})
            self._writer.write(line.encode() + b"\n")
            async with asyncio.timeout(LIMIT if limit is None else limit):
                await self._writer.drain()
                return await answer
        except (TimeoutError, OSError) as error:
            await self.end()
            raise LostError from error
        finally:
            self._waiting.pop(number, None)

    async def end(self) -> None:
        """End the process: first by closing the line, then by force. `on_lost` follows."""
        self._writer.close()
        try:
            async with asyncio.timeout(_PARTING):
                await self._process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        await asyncio.wait([self._listener])

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        try:
            while line := await reader.readline():
                self._heard(line)
        except (OSError, ValueError, asyncio.LimitOverrunError):
            pass
        finally:
            self._writer.close()
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(LostError())
            self._on_lost()

    def _heard(self, line: bytes) -> None:
        message = json.loads(line)
        if "event" in message:
            self._on_event(message)
            return
        answer = self._waiting.get(message.get("request_id"))
        if answer is None or answer.done():
            return
        if message.get("error") == "success":
            answer.set_result(message.get("data"))
        else:
            answer.set_exception(RefusedError(message.get("error")))
