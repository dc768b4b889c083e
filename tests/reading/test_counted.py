"""What a figure counts, of whom, when, and whether it is a goal (số liệu về cái gì, của ai, khi nào)."""

from __future__ import annotations

import pytest
from figure_texts import figures_of


def test_changes_are_marked() -> None:
    up, down, level = figures_of("tăng 216 khu dân cư, giảm 3,2%, tăng lên 50%.")
    assert (up.change, down.change, level.change) == ("up", "down", None)


def test_goals_are_no_results() -> None:
    goal, result = figures_of("Phấn đấu 95% hộ đạt chuẩn. Đã có 90% hộ đạt chuẩn.")
    assert (goal.target, result.target) == (True, False)


def test_a_figure_says_what_of_whom_and_when() -> None:
    text = "Năm 2023, UBND xã Lũng Ẳng đã tổ chức 12 hội nghị đối thoại với 450 lượt người dự."
    meetings, people = figures_of(text)
    assert meetings.what == "UBND xã Lũng Ẳng đã tổ chức hội nghị đối thoại"
    assert people.what == "đối thoại lượt người dự"
    assert meetings.of == "UBND xã Lũng Ẳng"
    assert meetings.period is not None
    assert (meetings.period.start, meetings.period.end) == ("2023", "2023")
    assert meetings.extent == "own"


def test_the_whole_area_is_told_from_own_work() -> None:
    (figure,) = figures_of("Toàn xã có 946 hộ.")
    assert (figure.extent, figure.of) == ("area", "Toàn xã")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("Đạt 12 tỷ đồng, tăng 8,3% so với năm 2022.", [None, None], id="what it is compared with is none"),
        pytest.param("Giảm từ 12,5% năm 2021 xuống 8,2% năm 2023.", ["2021", "2023"], id="right after the figure"),
        pytest.param("Năm 2022: 15 cuộc; năm 2023: 20 cuộc.", ["2022", "2023"], id="right before the figure"),
        pytest.param("Năm 2023 (xã tiếp nhận 12 hồ sơ; thôn 5 hồ sơ).", ["2023", "2023"], id="before the brackets"),
    ],
)
def test_periods_of_figures(text: str, periods: list[str | None]) -> None:
    assert [figure.period.start if figure.period else None for figure in figures_of(text)] == periods


def test_a_neighbours_words_are_shared() -> None:
    first, second = figures_of("đã có 5 tập thể, 7 cá nhân được khen thưởng.")
    assert (first.what, second.what) == ("tập thể được khen thưởng", "cá nhân được khen thưởng")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("Chi NSĐP 200 tỷ.", ["Chi NSĐP"], id="words before the abbreviation"),
        pytest.param("Hộ nghèo 488 hộ, chiếm 5,2%.", ["Hộ nghèo hộ", "Hộ nghèo"], id="no words of its own"),
        pytest.param(
            "Tổng vốn 300 tỷ đồng, trong đó: NSTW 100 tỷ đồng, NSĐP 200 tỷ đồng.",
            ["Tổng vốn", "NSTW", "NSĐP"],
            id="an abbreviation right before the number",
        ),
    ],
)
def test_an_abbreviation_is_what_is_counted(text: str, what: list[str]) -> None:
    assert [figure.what for figure in figures_of(text)] == what
