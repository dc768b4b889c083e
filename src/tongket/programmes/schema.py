"""The JSON Schema of a programme's files, for editors: made from the table of the format.

It knows the keys, the kinds of their values and the closed lists; what refers to something else only the check knows.
"""

from __future__ import annotations

import json
from typing import Any

from tongket.programmes.format import LISTS, PROGRAMME
from tongket.programmes.records import Key, Record

_TEXT = {"type": ["string", "number", "null"]}  # '07' without quotes is a number to an editor, and a text to us
_TEXTS = {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
_DATE = {"type": ["string", "null"], "anyOf": [{"pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}, {"type": "null"}]}
_PLAIN: dict[str, dict[str, Any]] = {
    "text": _TEXT,
    "formula": _TEXT,
    "texts": _TEXTS,
    "modules": _TEXTS,
    "lined": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "amount": {"type": ["number", "null"]},
    "fraction": {"type": "number", "minimum": 0, "maximum": 1},
    "flag": {"anyOf": [{"type": "boolean"}, {"enum": ["có", "không"]}]},
    "date": _DATE,
}


def programme_schema() -> dict[str, Any]:
    """The schema of a programme's head with all its lists; its other files hold lists alone."""
    definitions: dict[str, Any] = {}
    whole = _record(PROGRAMME, definitions)
    head = [key.name for key in PROGRAMME.keys if key.required]
    whole.pop("required")
    # A file with a code is the head, and must have what a head needs; any other holds lists.
    whole |= {"if": {"required": ["code"]}, "then": {"required": head}, "else": {"minProperties": 1}}
    lists = {key.name for key in LISTS}
    whole["else"]["propertyNames"] = {"enum": [name for name in whole["properties"] if name in lists]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Chương trình theo dõi (tongket programme)",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as the file ``docs/programme.schema.json`` holds it."""
    return json.dumps(programme_schema(), ensure_ascii=False, indent=2) + "\n"


def _record(record: Record, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in record.keys if key.required],
        "properties": {key.name: _key(key, definitions) for key in record.keys},
    }


def _key(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    described = {"title": key.title, **({"description": key.note} if key.note else {})}
    return {**described, **_value(key, definitions)}


def _value(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    match key.kind:
        case "choice":
            return {"enum": list(key.choices or ())} if key.required else {"enum": [*(key.choices or ()), "", None]}
        case "choices":
            one = {"enum": list(key.choices or ())}
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case "integer":
            return {"type": "integer", "minimum": key.low, "maximum": key.high}
        case "entry":
            return _named(key, definitions)
        case "entries":
            return {"type": "array", "items": _named(key, definitions)}
    return _PLAIN[key.kind]


def _named(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the record of ``key``, which is put among ``definitions``."""
    record = key.record
    assert record is not None
    name = record.name
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _record(record, definitions)
    return {"$ref": f"#/$defs/{name}"}
