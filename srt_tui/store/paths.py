"""Where everything of a vault lies, below one private directory."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from srt_tui import private_files


@dataclass(frozen=True)
class Paths:
    """The paths of a vault."""

    root: Path

    @property
    def keys(self) -> Path:
        """Key slots; its presence is what makes a vault."""
        return self.root / "vault.json"

    @property
    def keys_copy(self) -> Path:
        """The same again, for the day the first is damaged."""
        return self.backup / "vault.json"

    @property
    def lock(self) -> Path:
        """Who may write."""
        return self.root / "vault.lock"

    @property
    def part(self) -> Path:
        """A vault on its way here, while a backup is restored."""
        return self.root.with_name(self.root.name + ".part")

    @property
    def erasing(self) -> Path:
        """Whose files are being erased; there only in the middle of it."""
        return self.root / "erasing.sealed"

    @property
    def importing(self) -> Path:
        """Whose files are being imported; there only in the middle of it."""
        return self.root / "importing.sealed"

    @property
    def index(self) -> Path:
        """The cache for the People screen."""
        return self.root / "index.sealed"

    @property
    def unsettled(self) -> Path:
        """The same while files are being changed: known, but to be compared with every file."""
        return self.root / "index.unsettled"

    @property
    def log(self) -> Path:
        """Who looked at and changed what kind of thing, and when: files for each month."""
        return self.root / "log"

    @property
    def people(self) -> Path:
        """One file per participant, and the drafts."""
        return self.root / "p"

    @property
    def backup(self) -> Path:
        """Dated copies of the ciphertext."""
        return self.root / "backup"

    @property
    def quarantine(self) -> Path:
        """Damaged files, untouched, each with a note."""
        return self.root / "quarantine"

    def person(self, id: str) -> Path:
        """A participant's file."""
        return self.people / f"{id}.sealed"

    def draft(self, id: str) -> Path:
        """What is being typed about a participant."""
        return self.people / f"{id}.draft"

    @property
    def directories(self) -> tuple[Path, ...]:
        """Every directory of the vault."""
        return self.root, self.people, self.backup, self.quarantine, self.log

    @property
    def kept(self) -> bool:
        """Whether anything of anybody is here, or on its way here, be the keys gone or not."""
        patterns = ("vault.json", "backup/vault.json", "index.*", "p/*.*", "log/*.sealed")
        return self.part.exists() or any(any(self.root.glob(each)) for each in patterns)

    def make(self) -> None:
        """Make the directories, each for its owner alone. Raises OSError."""
        for directory in self.directories:
            private_files.make_private(directory)


NoticeKind = Literal[
    "torn",
    "damaged",
    "older",
    "missing",
    "newer",
    "swapped",
    "set-aside",
    "draft",
    "index",
    "keys",
    "log",
    "place",
    "intent",
    "import",
]


class Notice(NamedTuple):
    """What opening found and did. The sentence names nobody; `reference` does, where known."""

    kind: NoticeKind
    sentence: str
    reference: str = ""
