"""The vault: one sealed, append-only file per participant. FORMAT.md describes every byte."""

from srt_tui.store.accesslog import Access, Kind
from srt_tui.store.backup import Backup
from srt_tui.store.case_import import Imported
from srt_tui.store.erase import Receipt
from srt_tui.store.paths import Notice, NoticeKind
from srt_tui.store.person import PersonFile
from srt_tui.store.person_files import Summarise
from srt_tui.store.seal import Cost
from srt_tui.store.vault import Vault
from srt_tui.store.verify import Verified

__all__ = [
    "Access",
    "Backup",
    "Cost",
    "Imported",
    "Kind",
    "Notice",
    "NoticeKind",
    "PersonFile",
    "Receipt",
    "Summarise",
    "Vault",
    "Verified",
]
