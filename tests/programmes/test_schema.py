from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tongket.programmes.load import PACKS
from tongket.programmes.schema import programme_schema, schema_text

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "programme.schema.json"


class Loader(yaml.SafeLoader):
    """As editors read YAML 1.2: dates are texts."""


Loader.yaml_implicit_resolvers = {
    first: [one for one in found if not one[0].endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(text: str) -> list[str]:
    held: Any = yaml.load(text, Loader)
    validator = jsonschema.Draft202012Validator(programme_schema())
    return ["/".join(map(str, error.path)) for error in validator.iter_errors(held)]


def test_the_schema_is_a_schema_and_the_file_is_what_the_format_says() -> None:
    jsonschema.Draft202012Validator.check_schema(programme_schema())
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


@pytest.mark.parametrize("file", sorted(PACKS.rglob("*.yaml")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_packs_are_valid(file: Path) -> None:
    assert problems(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("indicators: [{code: A, name: x, unit: người, kind: whole}]", "indicators/0/kind", id="no kind"),
        pytest.param("indicators: [{code: A, name: x}]", "indicators/0", id="no unit"),
        pytest.param("indicators: [{code: A, name: x, unit: x, colour: red}]", "indicators/0", id="unknown key"),
        pytest.param("forms: [{code: A, title: x, rows: [{label: x, depth: -1}]}]", "forms/0/rows/0/depth", id="depth"),
        pytest.param("code: ct-99", "", id="a head without the rest"),
        pytest.param("title: Sơ kết", "", id="a head in another file"),
    ],
)
def test_what_an_editor_underlines(text: str, place: str) -> None:
    assert place in problems(text)
