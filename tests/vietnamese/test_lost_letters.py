"""Texts copied out of a PDF whose marked vowels have no character."""

from __future__ import annotations

import re

import pytest

from tongket.vietnamese.lost_letters import lost_letters

WHOLE = (
    "Ủy ban nhân dân xã đã tổ chức quán triệt Nghị định, chỉ đạo các cơ quan thực hiện đúng quy định; đến nay có "
    "12 hội nghị được tổ chức với 960 lượt người dự, phát 50 kg tài liệu, dài 3 km. "
)


def test_vowels_lost_throughout_are_told_at_the_first() -> None:
    text = re.sub("[\u1ea0-\u1ef9]", " ", WHOLE * 3)
    assert lost_letters(text) == text.index("t  ch c")


def test_the_soft_hyphen_that_a_program_dropped_is_told_at_the_first_word() -> None:
    text = "Phơng hớng năm 2006: trờng học đợc sửa, đời sống nhân dân đợc nâng lên."
    assert lost_letters(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Xã mua 2 nớc mắm; phương hướng: trường học được sửa. " * 3, id="a word or two mistyped"),
        pytest.param(WHOLE * 20, id="as it should be"),
        pytest.param("a) Mua 5 kg; b) đi 3 km; c) họp. " * 30, id="units and labels"),
        pytest.param("H ộ i đ ồ n g n h â n d â n t ỉ n h. " * 30, id="stretched words"),
        pytest.param("Gửi c/v, đ/c, t/h cho BCĐ. " * 30, id="short forms"),
        pytest.param("Ngh đ nh s 51. " * 3, id="too short to tell"),
    ],
)
def test_other_texts_are_silent(text: str) -> None:
    assert lost_letters(text) is None
