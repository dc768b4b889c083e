"""Notes of a plain text whose marks are plain digits: believed where the list at the end proves them."""

from __future__ import annotations

import pytest

from tongket.files.plain_notes import plain_notes
from tongket.files.text import text_blocks

NOTES = "1 Kế hoạch số 12-KH/ĐU của Đảng ủy xã.\n2 Trong đó 8 cuộc lồng ghép.\n3 Với 210 lượt cán bộ.\n"


def found(text: str) -> tuple[list[str], list[str]]:
    """The words with their marks, and the marks of the notes."""
    blocks, anchors = plain_notes(text, text_blocks(text))
    called = [text[text.rindex(" ", 0, one.start) + 1 : one.end] for one in anchors]
    return called, [block.mark for block in blocks if block.kind == "note"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mở 12 hội nghị1, 5 lớp2 và 3 cuộc.\n", id="no list"),
        pytest.param("Mở 12 hội nghị, 5 lớp và 3 cuộc.\n" + NOTES, id="no digit hangs on a word"),
        pytest.param("Mở hội nghị2 và lớp tập huấn1; tập huấn3.\n" + NOTES, id="another order"),
        pytest.param("Mở hội nghị1 và lớp tập huấn2; giám sát4.\n" + NOTES, id="a mark without a note"),
        pytest.param("Mở hội nghị1 và lớp tập huấn2; giám sát.\n" + NOTES, id="a note without a mark"),
        pytest.param("Rừng 15 km2, đường 3 km1, nhà 20 m3.\n" + NOTES, id="units"),
        pytest.param("Luật QH1, sân F2, khổ A3.\n" + NOTES, id="abbreviations"),
        pytest.param("Mở hội nghị1, tập huấn2, giám sát3.\n1. Một\n2. Hai\n3. Ba\n", id="a numbered list of the text"),
        pytest.param("Mở hội nghị1, tập huấn2, giám sát3.\n2 Hai việc\n3 Ba việc\n", id="a list without its first"),
        pytest.param("Mở hội nghị1, tập huấn2; đạt quý 3.\n" + NOTES, id="what a number names"),
        pytest.param("Họp tổ dân 3. Mở hội nghị1, tập huấn2, họp 3; giám sát 3.\n" + NOTES, id="two that may be it"),
    ],
)
def test_nothing_is_taken_without_proof(text: str) -> None:
    assert found(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "called"),
    [
        pytest.param("Mở hội nghị1, tập huấn2.\n\nKý cam kết (85%)3.\n", ["nghị1", "huấn2", "(85%)3"], id="all hang"),
        pytest.param("Mở hội nghị1; tập huấn 2, giám sát3.\n", ["nghị1", "huấn 2", "sát3"], id="a blank"),
        pytest.param(
            "Có 15 km2 rừng, mở hội nghị1, tập huấn2, họp3.\n", ["nghị1", "huấn2", "họp3"], id="a unit beside"
        ),
    ],
)
def test_marks_are_those_of_the_list(text: str, called: list[str]) -> None:
    assert found(text + NOTES) == (called, ["1", "2", "3"])
