"""What a person can be told is said, and whatever was doing it goes on."""

from textual.message import Message
from textual.message_pump import MessagePump

from srt_tui.domain.errors import SrtError


async def dispatch(pump: MessagePump, message: Message) -> None:
    """As Textual does it, but a told failure of a handler does not stop what handles messages."""
    try:
        await MessagePump._dispatch_message(pump, message)  # noqa: SLF001 - what Textual calls
    except SrtError as error:
        pump.app._handle_exception(error)  # noqa: SLF001 - where all failures go
