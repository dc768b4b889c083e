"""Levels and kinds of units that have ended, spoken of without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "stale-unit"
PLAN = "KẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\nI. NHIỆM VỤ\n\n"
REVIEW = "BÁO CÁO\nTổng kết 05 năm phong trào thi đua\n\nI. KẾT QUẢ\n\n"


def _plan(body: str) -> str:
    return HEAD.replace("BC-UBND", "KH-UBND") + PLAN + body + TAIL


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Đề nghị các xã, phường, đặc khu rà soát.", id="the kinds of now"),
        pytest.param("Trước đây, các huyện, thị xã tự rà soát.", id="history"),
        pytest.param("Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã”.", id="words that a rule replaces"),
        pytest.param("Từ khi không còn cấp huyện, xã tiếp nhận hồ sơ.", id="that it has ended"),
        pytest.param("Tiếp nhận nhiệm vụ từ các huyện chuyển giao.", id="what came of them"),
        pytest.param("Bãi bỏ quy chế làm việc của các xã, phường, thị trấn.", id="a rule that ends"),
        pytest.param("Thực hiện Chương trình hỗ trợ các huyện nghèo.", id="the name of a programme"),
    ],
)
def test_level_that_may_be_named(body: str, found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đề nghị các huyện, thị xã, thành phố rà soát.", ("level", "các huyện, thị xã, thành phố"), id="districts"
        ),
        pytest.param("Quản lý chợ trên địa bàn huyện.", ("level", "địa bàn huyện"), id="its area"),
        pytest.param("Kiện toàn ban chỉ đạo cấp huyện trong quý I.", ("level", "cấp huyện"), id="their level"),
        pytest.param("Kết nối cơ sở dữ liệu ba cấp tỉnh, huyện, xã.", ("level", "tỉnh, huyện, xã"), id="three levels"),
        pytest.param("Đề nghị quận, huyện, thị xã báo cáo.", ("level", "quận, huyện, thị xã"), id="in a list"),
        pytest.param("Giao UBND cấp huyện rà soát.", ("level", "UBND cấp huyện"), id="their committees"),
        pytest.param(
            "UBND các xã, phường, thị trấn chủ động ứng phó.", ("town", "các xã, phường, thị trấn"), id="towns"
        ),
    ],
)
def test_level_that_has_ended(body: str, found: tuple[str, str], found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == [found]


def test_each_level_is_told_once(found_in: FoundIn) -> None:
    body = (
        "Đề nghị các huyện rà soát.\n\nCác quận báo cáo.\n\nCác xã, thị trấn trực 24/24 giờ.\n\nCác thị trấn báo cáo."
    )
    assert [case for case, _ in found_in(_plan(body), KIND)] == ["level", "town"]


def test_a_review_of_earlier_years_may_speak_of_districts(found_in: FoundIn) -> None:
    assert found_in(HEAD + REVIEW + "Các huyện, thị xã đã xây 12 mô hình." + TAIL, KIND) == []


def test_documents_of_before_the_reform_are_right(found_in: FoundIn) -> None:
    text = _plan("Đề nghị các huyện, thị xã rà soát.").replace("năm 2026\n", "năm 2024\n")
    assert found_in(text, KIND) == []


@pytest.mark.parametrize(("term", "flagged"), [("2025 - 2030", True), ("2020 - 2025", False)])
def test_a_term_that_districts_do_not_have_tells_the_year_half(term: str, flagged: bool, found_in: FoundIn) -> None:
    head = HEAD.replace("ngày 12 tháng 9 năm 2026", "ngày    tháng    năm 2025").replace("BC-UBND", "QC-UBND")
    title = f"QUY CHẾ\nLàm việc của Ban Chấp hành Đảng bộ xã Lũng Ẳng nhiệm kỳ {term}\n\nI. QUY ĐỊNH CHUNG\n\n"
    text = head + title + "Ban Chấp hành báo cáo Huyện uỷ Thanh Lũng theo quy định." + TAIL
    assert bool(found_in(text, KIND)) == flagged
