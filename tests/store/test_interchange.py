"""The `srt-case` form: the same entries and the same bytes in another store.

`python tests/store/test_interchange.py` writes the schema anew after a change of `domain`.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from srt_tui import store
from srt_tui.domain.entry import KINDS, AnyEntry, Ended
from srt_tui.domain.errors import SrtError
from srt_tui.letters import clean
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
        (broken(reference="MK-12"), "same reference twice"),
        (SAMPLE.read_bytes()[:900], "cut short"),
        (SAMPLE.read_bytes()[:-3], "cut short"),
        (SAMPLE.read_text("utf-8").encode("utf-16")[:-1], "cut short"),
        (b'{"format": "srt-case\xff"', "not a case file"),
        (b"[" * 200_000, "not a case file"),
        (b'{"format": "srt-case", "version": 1, "people": ' + b"[" * 200_000, "not a case file"),
        (broken(version=-(10**30)), "not a case file"),
        (broken(people=7), "not a case file"),
        (broken(more="DEEP").replace(b'"DEEP"', b"[" * 5_000 + b"]" * 5_000), "not a case file"),
        (broken(more="HALF").replace(b"HALF", b"\\ud800"), "not a case file"),
        (bytes(range(256)), "not a case file"),
        (b"PK\x03\x04" + bytes(600), "not a case file"),
    ],
)
def test_what_is_no_case_file_is_refused_in_a_sentence(
    vault: Vault, data: bytes, says: str
) -> None:
    with pytest.raises(SrtError, match=says):
        vault.import_case(data)
    assert vault.cards() == {}


def nested(depth: int) -> object:
    value: object = "x"
    for _ in range(depth):
        value = {"deeper": value}
    return value


BAD: tuple[tuple[dict[str, object], str], ...] = (
    ({"reference": "jd 07"}, "A reference in the case file is not in its usual form."),
    ({"reference": "JD-07\n"}, "A reference in the case file is not in its usual form."),
    ({"reference": "Jane Doe"}, "A reference in the case file is not in its usual form."),
    ({"last": 1}, "JD-07: the entries are not numbered as they should be."),
    ({"last": -1}, "Number 1 in the case file: it is not as it should be."),
    ({"last": 10**30}, "Number 1 in the case file: it is not as it should be."),
    ({"last": True}, "Number 1 in the case file: it is not as it should be."),
    ({"entries": {}}, "Number 1 in the case file: it is not as it should be."),
    ({"entries": None}, "Number 1 in the case file: it is not as it should be."),
    ({"entries": [7]}, "Number 1 in the case file: it is not as it should be."),
    ({"seq": 1}, "JD-07: the entries are not numbered as they should be."),
    ({"seq": "2"}, "JD-07: the entries are not numbered as they should be."),
    ({"seq": True}, "JD-07: the entries are not numbered as they should be."),
    ({"seq": 2.0}, "JD-07: the entries are not numbered as they should be."),
    ({"seq": 10**25}, "JD-07: the entries are not numbered as they should be."),
    ({"at": "2026-03-02T12:00:00"}, "JD-07: entry 2 is not as it should be."),
    ({"at": "noon"}, "JD-07: entry 2 is not as it should be."),
    ({"at": "9999-12-31T23:59:59+00:00"}, "JD-07: entry 2 is not as it should be."),
    ({"at": "0001-01-01T00:00:00+14:00"}, "JD-07: entry 2 is not as it should be."),
    ({"at": ["noon"]}, "JD-07: entry 2 is not as it should be."),
    ({"kind": 7}, "JD-07: entry 2 is not as it should be."),
    ({"kind": None}, "JD-07: entry 2 is not as it should be."),
    ({"more": nested(900)}, "JD-07: entry 2 holds more than an entry can."),
    ({"more": nested(12)}, "JD-07: entry 2 holds more than an entry can."),
    ({"more": ["x"] * 1_001}, "JD-07: entry 2 holds more than an entry can."),
    ({"more": "x" * 100_001}, "JD-07: entry 2 holds more than an entry can."),
    ({"more": 2**63}, "JD-07: entry 2 holds more than an entry can."),
    ({"more": "FIGURES"}, "Number 1 in the case file: a number is too long."),
    ({"more": "BYTE à"}, "Number 1 in the case file: a letter is damaged."),
)


@pytest.mark.parametrize(("changes", "says"), BAD)
def test_one_bad_person_is_set_aside_and_the_others_are_taken_in(
    vault: Vault, changes: dict[str, object], says: str
) -> None:
    sys.set_int_max_str_digits(6_000)
    data = (
        broken(**changes)
        .replace(b'"FIGURES"', b"9" * 5_000)
        .replace(b"BYTE ", "é".encode() + b"\xff")
    )
    imported = vault.import_case(data)
    assert imported.added == ("MK-12",)
    assert imported.bad == (says,)
    assert list(vault.cards()) == ["MK-12"]


def test_a_file_of_one_bad_person_is_refused_with_what_is_wrong(vault: Vault) -> None:
    case = json.loads(broken(seq=True))
    alone = json.dumps({**case, "people": case["people"][:1]}).encode()
    with pytest.raises(SrtError, match="JD-07: the entries are not numbered"):
        vault.import_case(alone)
    assert vault.cards() == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_case_file_is_read_however_it_was_saved(vault: Vault, encoding: str) -> None:
    text = SAMPLE.read_text("utf-8")
    saved = text.replace("\n", "\r\n").encode(encoding)
    assert vault.import_case(saved).added == ("JD-07", "MK-12")
    assert vault.export(["JD-07", "MK-12"]) == SAMPLE.read_bytes()


def test_a_case_file_in_windows_letters_is_read(vault: Vault) -> None:
    case = json.loads(broken(more="né à"))
    assert vault.import_case(json.dumps(case, ensure_ascii=False).encode("cp1252")).bad == ()
    assert "né à".encode() in vault.export(["JD-07"])


def test_signs_that_act_come_in_out_and_back_without_acting(vault: Vault, keeper: "Keeper") -> None:
    spiked = "a\x1b[31mb\x9bc\u202ed\x00e\x7f"
    exported = vault.import_case(broken(text=spiked, kind="words", voice="his")) and vault.export(
        ["JD-07"]
    )
    assert clean(exported.decode()) == exported.decode()
    assert json.loads(exported)["people"][0]["entries"][1]["text"] == spiked
    vault.erase("JD-07")
    vault.import_case(exported)
    assert vault.export(["JD-07"]) == exported
    assert "a [31mb cd e " in keeper.texts(vault)


def test_an_entry_of_a_day_that_nobody_meant_is_set_aside_alone(vault: Vault, said: "Said") -> None:
    with pytest.raises(SrtError, match="Not saved"):
        vault.add("JD-07", said("one")).append(
            Ended(at=said("two").at, on=dt.date(9999, 12, 31), reason="other")
        )
    assert [type(e).__name__ for e in vault.person("JD-07").entries()] == ["Words"]


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
