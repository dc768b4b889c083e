"""Grounds that the document itself replaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FoundIn = Callable[[str, str], list[tuple[str, str]]]
_OLD = "Quyết định số 12/QĐ-UBND ngày 05/02/2019 của UBND huyện"


@pytest.mark.parametrize(
    ("ground", "article", "found"),
    [
        pytest.param("Luật Lưu trữ số 33/2024/QH15", f"Quyết định này thay thế {_OLD}.", [], id="not a ground"),
        pytest.param(_OLD, f"Quyết định này thay thế Điều 3 của {_OLD}.", [], id="an article only"),
        pytest.param(_OLD, f"Thực hiện {_OLD} đến hết năm.", [], id="kept in force"),
        pytest.param(_OLD, f"Quyết định này thay thế {_OLD}.", [_OLD], id="replaced"),
        pytest.param(
            _OLD, f"Quyết định này có hiệu lực kể từ ngày ký và thay thế {_OLD}.", [_OLD], id="from the day of signing"
        ),
    ],
)
def test_a_document_rests_on_nothing_it_ends(ground: str, article: str, found: list[str], found_in: FoundIn) -> None:
    text = (
        f"QUYẾT ĐỊNH\nVề lưu trữ\n\nCăn cứ {ground};\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành quy chế.\n\nĐiều 2. {article}"
    )
    assert [said for case, said in found_in(text, "citation-superseded") if case == "ground"] == found
