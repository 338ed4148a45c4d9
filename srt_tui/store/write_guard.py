"""Whether the store may be written to, asked before every write."""

from srt_tui.domain.errors import Exit, SrtError
from srt_tui.store.keyring import locked


class WriteGuard:
    """Open while a vault may be written; shut by reading only, a failed disk, or closing."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.read_only = read_only
        self.broken = False
        self.closed = False

    @property
    def writable(self) -> bool:
        """Whether something may be written now."""
        return not (self.read_only or self.broken or self.closed)

    def check_open(self) -> None:
        """Raise SrtError (LOCKED) after closing."""
        if self.closed:
            raise locked()

    def check_writable(self) -> None:
        """Raise SrtError when nothing may be written now."""
        self.check_open()
        if self.read_only:
            raise SrtError(
                "Not saved: the store is open to read only.",
                "Close the other window, then unlock the store again.",
                Exit.LOCKED,
            )
        if self.broken:
            raise SrtError(
                "Not saved: the disk failed earlier. To be safe, nothing more is written.",
                "Close the program and open it again. All that was saved before is kept.",
                Exit.LOCKED,
            )
