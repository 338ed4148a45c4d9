"""A whole pack: modules and their order, plan templates, guidance pages, cast and swaps."""

from srt_tui.domain.content import Clip, Exercise, Frozen
from srt_tui.domain.structure import Check, Move, Sign, Stage, StageId


class Section(Frozen, frozen=True, kw_only=True):
    """A headed piece of a guide page: a heading and its Markdown lines."""

    title: str
    body: str


class GuidePage(Frozen, frozen=True, kw_only=True):
    """A page of guidance in a few headed sections."""

    title: str
    sections: tuple[Section, ...]


class CastMember(Frozen, frozen=True, kw_only=True):
    """A lead of the stories; what is said of him is for the practitioner."""

    name: str
    age: int
    life: str
    good: str
    working_on: str
    now: str


class Module(Frozen, frozen=True, kw_only=True):
    """A part of the pack, with the order of its exercises."""

    id: str
    title: str
    exercises: tuple[str, ...]
    first: bool = False
    note: str = ""


class Swap(Frozen, frozen=True, kw_only=True):
    """A line of the swap list: when, what to leave out and what to use instead.

    Each of `pairs` is two exercises with the same skill, either of which stands for the other.
    """

    when: str
    text: str
    leave_out: tuple[str, ...] = ()
    use: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


class Visit(Frozen, frozen=True, kw_only=True):
    """One meeting of a plan template: the items it would hold, in order, and what else fits."""

    items: tuple[str, ...]
    text: str
    or_else: tuple[str, ...] = ()


class Template(Frozen, frozen=True, kw_only=True):
    """A ready-made plan. `visits` has one entry per meeting it describes.

    `lengths` are in minutes, the usual one first; `length` is the same as the author put it.
    `stage_minutes` has the minutes of an item (or of a `break`) where the plan says them, and
    `own_words` what its line says there: what stands in quotation marks is to say. `sections` are
    the parts beside for whom it is and how it runs: what to say, what to take care of.
    """

    id: str
    title: str
    for_whom: str
    lengths: tuple[int, ...]
    visits: tuple[Visit, ...]
    stage_minutes: dict[str, int]
    choose_from: tuple[str, ...]
    sections: tuple[Section, ...]
    length: str = ""
    own_words: dict[str, str] = {}


class Addon(Frozen, frozen=True, kw_only=True):
    """A way of working that goes with any plan, such as `light-words`."""

    id: str
    title: str
    switches: tuple[str, ...]
    sections: tuple[Section, ...]


class Pack(Frozen, frozen=True, kw_only=True):
    """Everything one pack ships, by id and in order.

    `title` is the short name, the only one for a shared screen; `full_title` is for about pages.
    `house_words` maps words not to use to what to say; `version_names` the names of a version.
    """

    id: str
    title: str
    version: str
    language: str
    modules: tuple[Module, ...]
    exercises: dict[str, Exercise]
    clips: dict[str, Clip]
    stages: tuple[Stage, ...]
    check: Check
    signs: tuple[Sign, ...]
    moves: tuple[Move, ...]
    safety: GuidePage
    cast: tuple[CastMember, ...]
    spare_names: dict[str, str]
    swaps: tuple[Swap, ...]
    sensitivities: tuple[str, ...]
    templates: dict[str, Template]
    addons: dict[str, Addon]
    worksheet_note: str
    task_line: str
    full_title: str = ""
    licence: str = ""
    coaching: tuple[str, ...] = ()
    house_words: dict[str, str] = {}
    version_names: dict[str, dict[str, str]] = {}
    pages: dict[str, GuidePage] = {}

    @property
    def order(self) -> tuple[str, ...]:
        """Exercise ids, module by module."""
        return tuple(id for module in self.modules for id in module.exercises)

    @property
    def foundation(self) -> tuple[str, ...]:
        """Exercise ids of the module that comes first."""
        return tuple(id for module in self.modules if module.first for id in module.exercises)

    def stage(self, id: StageId) -> Stage:
        """The stage with this id; raises KeyError for a pack without it."""
        for stage in self.stages:
            if stage.id == id:
                return stage
        raise KeyError(id)
