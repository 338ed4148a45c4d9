"""The vault: one sealed, append-only file per participant. FORMAT.md describes every byte."""

from srt_tui.store.home import Finding, Notice
from srt_tui.store.person import PersonFile
from srt_tui.store.seal import Cost
from srt_tui.store.shelf import Summarise
from srt_tui.store.vault import Vault

__all__ = ["Cost", "Finding", "Notice", "PersonFile", "Summarise", "Vault"]
