"""Records of the domain cannot be changed once they are made."""

import importlib
import pkgutil
from collections.abc import Iterator

import msgspec

import srt_tui.domain


def structs(kind: type[msgspec.Struct] = msgspec.Struct) -> Iterator[type[msgspec.Struct]]:
    for each in kind.__subclasses__():
        yield each
        yield from structs(each)


def thawed(package: str) -> list[str]:
    return [
        kind.__qualname__
        for kind in structs()
        if kind.__module__.startswith(package) and not kind.__struct_config__.frozen
    ]


def test_every_record_of_the_domain_is_frozen() -> None:
    for module in pkgutil.walk_packages(srt_tui.domain.__path__, "srt_tui.domain."):
        importlib.import_module(module.name)
    assert len(list(structs())) > 30
    assert thawed("srt_tui.domain") == []


def test_a_record_that_can_be_changed_is_found() -> None:
    class Planted(msgspec.Struct):
        text: str

    assert Planted.__qualname__ in thawed(__name__)
