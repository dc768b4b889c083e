"""What is looked for only where it may stand is found as by looking everywhere."""

from __future__ import annotations

import re

import pytest
from report_texts import read_text

from tongket.checking.evidence.places import line_of, matches_at_openings, matches_in_lines, matches_near, openings
from tongket.checking.evidence.spans import Starts

HALF = re.compile(r"(?:06|[Ss]áu) tháng(?: đầu năm)?")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("ba tháng, tháng sáu", id="the word alone"),
        pytest.param("06 tháng đầu năm; Sáu tháng", id="behind two letters and behind four"),
        pytest.param("06 tháng06 tháng", id="side by side"),
    ],
)
def test_matches_near_a_word_are_those_of_the_whole_text(text: str) -> None:
    found = [one.span() for one in matches_near(HALF, text, "háng", before=len("Sáu t"))]
    assert found == [one.span() for one in HALF.finditer(text)]


def test_matches_in_the_lines_of_a_sign_are_found_once() -> None:
    text = "xã có 5 hộ, có 6 hộ\nxã nghèo\nxã có 7 hộ"
    found = matches_in_lines(re.compile(r"xã"), text, re.compile(r"có (?=\d)"))
    assert [one.start() for one in found] == [0, text.rindex("xã")]


def test_openings_are_where_capitals_open_lines_items_and_sentences() -> None:
    report = read_text("Xã báo cáo.\nKết quả; Tốt. có hộ\n- Thôn Đoài: 5")
    assert [report.text[at : at + 3] for at in openings(report)] == ["Kết", "Tốt", "Thô"]
    found = matches_at_openings(re.compile(r"T\w+"), report)
    assert [one[0] for one in found] == ["Tốt", "Thôn"]


def test_a_pattern_may_lie_where_one_begins_or_hides_another() -> None:
    starts = Starts(re.compile(r"quỹ|tổng quỹ lương"), "có tổng quỹ lương")
    assert starts.may_lie_in(0, 17)
    assert starts.may_lie_in(8, 12)
    assert not Starts(re.compile(r"quỹ"), "có tổng số").may_lie_in(0, 10)


def test_a_place_is_in_the_line_that_begins_before_it() -> None:
    report = read_text("Một\n\nHai\nBa")
    assert [line_of(report, report.text.index(word)) for word in ("Một", "ột", "Hai", "Ba")] == [0, 0, 2, 3]
