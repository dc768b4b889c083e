"""Checks look at words, not at the lines on which they were set."""

from __future__ import annotations

from collections.abc import Callable

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_SENTENCE = (
    "Kết quả xếp loại cuối năm: trong 52 chi bộ trực thuộc có 08 chi bộ hoàn{}thành xuất sắc nhiệm vụ, 37 chi bộ hoàn"
    "{}thành tốt nhiệm vụ, 06 chi bộ hoàn{}thành nhiệm vụ và 02 chi bộ không{}hoàn thành nhiệm vụ."
)


def test_a_word_broken_over_two_lines_is_the_same_word(findings_of: FindingsOf) -> None:
    in_one_line = findings_of(_SENTENCE.replace("{}", " "), "sum-mismatch")
    wrapped = findings_of(_SENTENCE.replace("{}", "\n"), "sum-mismatch")
    assert in_one_line == wrapped == [("", "52 chi bộ")]
