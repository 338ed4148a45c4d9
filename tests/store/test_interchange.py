"""The `srt-case` form: the same entries and the same bytes in another store.

`python tests/store/test_interchange.py` writes the schema anew after a change of `domain`.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from srt_tui import store
from srt_tui.domain.entry import KINDS, AnyEntry
from srt_tui.domain.errors import SrtError
from srt_tui.store import Vault

if TYPE_CHECKING:
    from tests.store.conftest import Keeper, Said

SAMPLE = Path(__file__).parents[1] / "samples" / "srt-case.json"
SCHEMA = Path(str(store.__file__)).with_name("srt-case.schema.json")


def schema() -> bytes:
    """The JSON Schema of the form, made from the entries of `domain`."""
    (known,), parts = msgspec.json.schema_components([AnyEntry], ref_template="#/$defs/{name}")
    parts["Unknown"] = {
        "title": "An entry of a kind that a newer version knows; kept as it is.",
        "type": "object",
        "required": ["kind", "at"],
        "properties": {
            "kind": {"type": "string", "not": {"enum": list(KINDS)}},
            "at": {"type": "string", "format": "date-time"},
        },
    }
    numbered = {"required": ["seq"], "properties": {"seq": {"type": "integer", "minimum": 1}}}
    person = {
        "type": "object",
        "required": ["reference", "last", "entries"],
        "properties": {
            "reference": {"type": "string", "pattern": "^[A-Z][A-Z0-9-]*$"},
            "last": {"type": "integer", "minimum": 0, "description": "highest seq ever given"},
            "entries": {
                "type": "array",
                "items": {"allOf": [numbered, {"anyOf": [known, {"$ref": "#/$defs/Unknown"}]}]},
            },
        },
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "srt-case",
        "description": "What was done and said with one participant or several.",
        "type": "object",
        "required": ["format", "version", "people"],
        "properties": {
            "format": {"const": "srt-case"},
            "version": {"const": 1},
            "people": {"type": "array", "items": person},
        },
        "$defs": parts,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def test_the_schema_in_the_package_is_that_of_the_entries() -> None:
    assert SCHEMA.read_bytes() == schema()


def test_the_sample_holds_every_kind_of_entry() -> None:
    people = json.loads(SAMPLE.read_text("utf-8"))["people"]
    assert {entry["kind"] for person in people for entry in person["entries"]} >= set(KINDS)
    assert len(people) == 2


def test_the_sample_comes_out_as_it_went_in(vault: Vault) -> None:
    assert vault.import_case(SAMPLE.read_bytes()).added == ("JD-07", "MK-12")
    assert vault.export(["MK-12", "JD-07"]) == SAMPLE.read_bytes()
    assert set(vault.cards()) == {"JD-07", "MK-12"}


def test_export_erase_and_import_elsewhere_give_the_same_entries_and_bytes(
    keeper: "Keeper", said: "Said"
) -> None:
    vault = keeper.create()
    person = vault.add("JD-07", said("one"), said("two"), said("three"))
    person.take_out(3)
    person.settle()
    person.take_out(1)
    entries = person.entries()
    exported = vault.export(["JD-07"])
    vault.erase("JD-07")
    keeper.home = keeper.home.with_name("elsewhere")
    vault = keeper.create()
    vault.import_case(exported)
    vault = keeper.reopen(vault)
    assert vault.person("JD-07").entries() == entries
    assert vault.export(["JD-07"]) == exported
    assert vault.person("JD-07").append(said("four"))[0].seq == 4


def test_fields_and_kinds_of_a_newer_version_survive(vault: Vault) -> None:
    case = json.loads(SAMPLE.read_text("utf-8"))
    first = case["people"][0]["entries"][0]
    first["colour"] = {"name": "grün", "rgb": [0, 1.5, None]}
    case["people"][0]["entries"].append({**first, "seq": case["people"][0]["last"], "kind": "odd"})
    case["people"][0]["entries"].pop(-2)
    data = msgspec.json.format(msgspec.json.encode(case), indent=1) + b"\n"
    vault.import_case(data)
    assert vault.export(["JD-07", "MK-12"]) == data


def broken(**changes: object) -> bytes:
    case: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8"))
    person = case["people"][0]
    for name, value in changes.items():
        target = case if name in case else person if name in person else person["entries"][1]
        target[name] = value
    return json.dumps(case).encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a case file"),
        (b"[]", "not a case file"),
        (broken(format="zip"), "not a case file"),
        (broken(version=2), "newer version"),
        (broken(reference="jd 07"), "usual form"),
        (broken(reference="MK-12"), "same reference twice"),
        (broken(last=1), "not numbered"),
        (broken(seq=1), "not numbered"),
        (broken(seq="2"), "not numbered"),
        (broken(at="2026-03-02T12:00:00"), "Entry 2 of"),
        (broken(at="noon"), "Entry 2 of"),
    ],
)
def test_a_broken_case_file_is_refused_whole(vault: Vault, data: bytes, says: str) -> None:
    with pytest.raises(SrtError, match=says):
        vault.import_case(data)
    assert vault.cards() == {}


def test_a_reference_that_is_here_already_is_not_imported_over(
    keeper: "Keeper", vault: Vault, said: "Said"
) -> None:
    vault.add("MK-12", said("his own"))
    with pytest.raises(SrtError, match="in use here"):
        vault.import_case(SAMPLE.read_bytes())
    assert list(vault.cards()) == ["MK-12"]
    assert keeper.texts(vault, "MK-12") == ["his own"]


if __name__ == "__main__":
    SCHEMA.write_bytes(schema())
