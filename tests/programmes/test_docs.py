"""The page on programmes tells every key, and its examples are read without a mistake."""

from __future__ import annotations

import re
from pathlib import Path

from tongket.programmes.format import LISTS, PROGRAMME
from tongket.programmes.format_indicators import COUNTED, DIMENSION, INDICATOR, PHRASE, TARGET
from tongket.programmes.load import read_programme

PAGE = (Path(__file__).parents[2] / "docs" / "programmes.md").read_text("utf-8")


def test_every_key_stands_in_the_docs() -> None:
    records = [PROGRAMME, INDICATOR, PHRASE, TARGET, COUNTED, DIMENSION, *(key.record for key in LISTS)]
    names = {key.name for record in records if record for key in record.keys}
    assert sorted(name for name in names if not re.search(rf"\b{name}\b", PAGE)) == []


def test_the_examples_of_the_page_make_one_programme(tmp_path: Path) -> None:
    """Together they hold no mistake but names of indicators that no example declares."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for number, block in enumerate(one for one in blocks if not one.startswith("programme:")):
        name = "programme.yaml" if block.startswith("code:") else f"{number}.yaml"
        whole = f"indicators:\n{block}" if block.startswith("  - ") else block
        (tmp_path / name).write_text(whole, encoding="utf-8")
    programme, mistakes = read_programme(tmp_path)
    unknown = ("does not exist", "which is no indicator", "There is no indicator", "is retired")
    told = [one.message("en") for one in mistakes.errors]
    assert [one for one in told if not any(words in one for words in unknown)] == []
    assert len(programme.indicators) > 5
