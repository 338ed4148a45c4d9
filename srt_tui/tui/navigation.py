"""The ways from one screen to another.

A screen is loaded when it is first opened, so that the start stays short and light.
"""
# ruff: noqa: PLC0415 - that is what this module is for

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from srt_tui.domain.caseload import Case
    from srt_tui.tui.app import SrtApp
    from srt_tui.tui.screen import AppScreen
    from srt_tui.tui.screens.preferring import Half
    from srt_tui.workflow.deliver.live import LiveSession
    from srt_tui.workflow.prepare import Preparing


def people(app: "SrtApp") -> None:
    """The caseload, in place of the face in sight."""
    from srt_tui.tui.screens.people import People

    app.switch_screen(People())


def unlocked(app: "SrtApp") -> None:
    """The caseload; and over it, the session that was running when the records were locked."""
    people(app)
    reference = app.cover.left()
    if reference and not (app.workspace.read_only or app.workspace.older(reference)):
        from srt_tui.tui.session.screen import SessionScreen
        from srt_tui.workflow.prepare import Preparing

        preparing = Preparing(app.workspace, reference)
        if preparing.unfinished:
            app.push_screen(SessionScreen(preparing.go_on()))
            return
    found(app)


def found(app: "SrtApp") -> None:
    """What opening found that is not as it should be, if anything, over the face in sight."""
    if sentences := app.workspace.found():
        from srt_tui.tui.dialogs.text import TextPage

        app.push_screen(TextPage("Found on opening", sentences))


def older(people: "AppScreen[None]", reference: str, go_on: Callable[[], None]) -> None:
    """Ask whether an older copy of this person's file will do; then go on, or leave it closed."""
    from srt_tui.present import opening as said
    from srt_tui.tui.dialogs.pick import PickPage

    def left() -> None:
        people.say(said.OLDER_LEFT)

    def answered(at: int) -> None:
        if at != said.OLDER_WILL_DO:
            left()
            return
        people.workspace.accept_older(reference)
        people.workspace.found()
        go_on()

    people.ask(PickPage("An older copy", said.OLDER_WAYS, more=said.OLDER), answered, left)


def prepare(app: "SrtApp", reference: str) -> None:
    """A plan for today; or first the session that was cut off."""
    from srt_tui.workflow.prepare import Preparing

    preparing = Preparing(app.workspace, reference)
    if preparing.left_off is None:
        plan(app, preparing)
    else:
        from srt_tui.tui.screens.cut_off import CutOffPage

        app.push_screen(CutOffPage(preparing))
    found(app)


def plan(app: "SrtApp", preparing: "Preparing", *, instead: bool = False) -> None:
    """The plan, over the face in sight or `instead` of it."""
    from srt_tui.tui.screens.prepare import PreparePage

    page = PreparePage(preparing)
    if instead:
        app.switch_screen(page)
    else:
        app.push_screen(page)


def session(app: "SrtApp", live: "LiveSession") -> None:
    """The together face, in place of the face in sight."""
    from srt_tui.tui.session.screen import SessionScreen

    app.switch_screen(SessionScreen(live))


def history(app: "SrtApp", reference: str) -> None:
    """What was done and said."""
    from srt_tui.tui.screens.history import HistoryPage
    from srt_tui.workflow.review import history

    app.push_screen(HistoryPage(reference, history(app.workspace, reference)))
    found(app)


def note(app: "SrtApp", reference: str, number: int | None, *, instead: bool = False) -> None:
    """The note of one session, or of the latest, over the face in sight or `instead` of it."""
    from srt_tui.tui.screens.note import NotePage

    page = NotePage(app.workspace, reference, number)
    if instead:
        app.switch_screen(page)
    else:
        app.push_screen(page)


def not_as_planned(page: "AppScreen[None]", reference: str, *, instead: bool = False) -> None:
    """An appointment that did not go as planned, then its note, over this page or `instead`."""
    from srt_tui.tui.screens import appointment

    appointment.not_as_planned(page, reference, instead=instead)


def waiting_note(app: "SrtApp", case: "Case") -> None:
    """The oldest note that is not yet in the official record."""
    from srt_tui.present.note import waiting_since
    from srt_tui.workflow.review import history as told

    if case.note:
        note(app, case.reference, waiting_since(told(app.workspace, case.reference), case.note))


def person(app: "SrtApp", case: "Case") -> None:
    """What suits somebody."""
    from srt_tui.tui.screens.person import PersonPage
    from srt_tui.workflow.prepare import Preparing

    app.push_screen(PersonPage(case, Preparing(app.workspace, case.reference).history.preferences))
    found(app)


def new_person(
    people: "AppScreen[None]", half: "Half | None", left: "Callable[[Half], None]"
) -> None:
    """Somebody new; `left` is told what was typed and not added."""
    from srt_tui.tui.screens.new_person import NewPersonPage

    people.ask(NewPersonPage(half), left)


def practice(face: "AppScreen[None]") -> None:
    """The rehearsals."""
    from srt_tui.tui.screens.practice import practise

    practise(face)


def guides(face: "AppScreen[None]") -> None:
    """The guides of the pack, one of which is read."""
    from srt_tui.present import guides as said
    from srt_tui.tui.dialogs.pick import PickPage
    from srt_tui.tui.dialogs.text import TextPage

    pack = face.workspace.pack

    def read(picked: int) -> None:
        page = tuple(pack.pages.values())[picked]
        lines, strong = said.lines(page)
        face.srt.push_screen(TextPage(page.title, lines, strong=strong))

    face.ask(PickPage(said.WHICH, said.titles(pack)), read)


def safety(app: "SrtApp") -> None:
    """What to do when somebody may not be safe; kept for the session, or the person, in hand."""
    from srt_tui.tui.screens.safety import SafetyPage
    from srt_tui.workflow import keep

    if isinstance(app.screen, SafetyPage):
        return
    faces = app.faces()
    for face in faces:
        face.stand_still()
    about = next((face for face in reversed(faces) if face.in_hand is not None), None)
    person = about.in_hand if about else ""
    if person:
        app.push_screen(SafetyPage(partial(keep.safety, app.workspace, person), about=person))
    else:
        app.push_screen(SafetyPage(about.keeps_safety if about else None))


def help(face: "AppScreen[Any]") -> None:
    """The keys of a face."""
    from srt_tui.tui.dialogs.help import HelpPage

    if not isinstance(face, HelpPage):
        keys = [(command.shown, command.sentence) for command in face.available()]
        face.srt.push_screen(HelpPage(face.words, keys))


def palette(face: "AppScreen[Any]") -> None:
    """The actions of a face, to be found by a word."""
    from srt_tui.tui.dialogs.palette import PalettePage

    if not isinstance(face, PalettePage):
        offered = tuple(face.offered())
        face.ask(PalettePage(offered), face.action_do)
