"""Review: what was done and said, the note to paste into the record, and marking it entered."""

import datetime as dt
from pathlib import Path

from srt_tui import private_files
from srt_tui.domain.attendance import AwayReason, Came, Told
from srt_tui.domain.entry import Addendum, Attended, Recorded
from srt_tui.domain.errors import Exit, SrtError
from srt_tui.domain.history import History
from srt_tui.domain.past_session import PastSession
from srt_tui.reports.criss import CrissNote, criss
from srt_tui.workflow.workspace import Workspace


def history(workspace: Workspace, ref: str) -> History:
    """Everything that was done with one participant."""
    return History.of(workspace.person(ref).entries())


def session(workspace: Workspace, ref: str, number: int | None = None) -> PastSession:
    """One session, or the latest; raises SrtError when there is none."""
    past = history(workspace, ref)
    found = past.session(number) if number is not None else next(iter(past.sessions[::-1]), None)
    if not past.sessions:
        raise SrtError("There is no session yet.", "The first is prepared on People.", Exit.USAGE)
    if found is None:
        raise SrtError(
            "There is no such session.", "Look at the history for its number.", Exit.USAGE
        )
    return found


def note(workspace: Workspace, ref: str, number: int | None = None) -> CrissNote:
    """The CRISS note of a session, or of the latest; raises SrtError when there is none."""
    chosen = session(workspace, ref, number)
    return criss(chosen, history(workspace, ref), workspace.pack)


def mark_recorded(workspace: Workspace, ref: str, number: int) -> None:
    """The note of this session was entered in the official record. Once is enough."""
    if session(workspace, ref, number).recorded is None:
        workspace.person(ref).append(Recorded(at=workspace.now(), session=number))


def take_back_recorded(workspace: Workspace, ref: str, number: int) -> None:
    """The note is not in the official record after all; it is due again."""
    if session(workspace, ref, number).recorded:
        workspace.person(ref).append(Recorded(at=workspace.now(), session=number, stands=False))


def put_attendance_right(
    workspace: Workspace,
    ref: str,
    number: int,
    came: Came,
    *,
    reason: AwayReason = "",
    told: Told = "",
) -> None:
    """How he came to a session that is over, as it is true; its note is due again."""
    before = session(workspace, ref, number).attended
    workspace.person(ref).append(
        Attended(
            at=workspace.now(),
            session=number,
            came=came,
            reason=reason,
            told=told,
            on=before.on if before else None,
        )
    )


def add_later(workspace: Workspace, ref: str, number: int, text: str) -> None:
    """A later word on a session that is over; its note is due again, for it says more now.

    Raises SrtError for nothing typed.
    """
    if not text.strip():
        raise SrtError("Nothing was typed.", "Type it, or Esc leaves it.")
    about = session(workspace, ref, number)
    to = (about.opened or about.entries[0]).seq
    workspace.person(ref).append(
        Addendum(at=workspace.now(), session=number, to=to, text=text.strip())
    )


def settle(workspace: Workspace, ref: str, to: int) -> None:
    """The follow-up that entry `to` opened is closed."""
    workspace.person(ref).append(Addendum(at=workspace.now(), to=to, settles=True))


def paper(workspace: Workspace, what: str, ref: str, on: dt.date) -> str:
    """The name of a paper: what it is, whose where the settings say so, and of which day."""
    whose = [ref] if workspace.settings.reference_in_names else []
    return "-".join((what, *whose, on.isoformat()))


def save_note(workspace: Workspace, ref: str, number: int, folder: Path) -> Path:
    """Write the note of a session for the user alone; returns its path."""
    about = session(workspace, ref, number)
    text = note(workspace, ref, number).text
    return save(text, folder, paper(workspace, "note", ref, about.date), "txt")


def save(text: str, folder: Path, stem: str, ending: str) -> Path:
    """Write a file for the user alone, never over another one; returns its path.

    Raises SrtError when it cannot be written.
    """
    for place in range(100):
        name = f"{stem}.{ending}" if not place else f"{stem}-{place + 1}.{ending}"
        path = folder / name
        try:
            private_files.create(path, text.encode())
        except FileExistsError:
            continue
        except OSError as error:
            raise SrtError("It could not be written there.", "Choose another folder.") from error
        return path
    raise SrtError("There are a hundred of them there already.", "Choose another folder.")
