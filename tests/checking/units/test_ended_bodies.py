"""Ministries and departments named after they were merged into others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, read_text

from tongket.checking.check import check_report

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "stale-unit"
PLAN = "KẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\nI. NHIỆM VỤ\n\n"
REVIEW = "BÁO CÁO\nTổng kết 05 năm phong trào thi đua\n\nI. KẾT QUẢ\n\n"


def _plan(body: str, date: str = "năm 2026") -> str:
    return HEAD.replace("BC-UBND", "KH-UBND").replace("năm 2026", date) + PLAN + body + TAIL


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Giao Sở Tài chính, Sở Nông nghiệp và Môi trường tham mưu.", id="those of now"),
        pytest.param("Sở Nông nghiệp và Môi trường, trước đây là Sở Tài nguyên và Môi trường, tham mưu.", id="said so"),
        pytest.param("Năm 2024, Sở Tài nguyên và Môi trường đã cắm mốc.", id="a year of before"),
        pytest.param(
            "Căn cứ Thông tư số 02/2023/TT-BKHĐT ngày 18/4/2023 của Bộ Kế hoạch và Đầu tư về đấu thầu.", id="an issuer"
        ),
        pytest.param(
            "Theo đề nghị của Sở Kế hoạch và Đầu tư tại Tờ trình số 45/TTr-SKHĐT ngày 10/01/2025.",
            id="what it proposed while it lived",
        ),
        pytest.param("Thay thế cụm từ “Bộ Giao thông vận tải” bằng “Bộ Xây dựng”.", id="words that a rule replaces"),
        pytest.param("Ban Chỉ huy Phòng thủ dân sự trực 24/24 giờ.", id="the command of now"),
        pytest.param("Giao Phòng Kinh tế phối hợp trường cao đẳng giao thông vận tải.", id="another body"),
    ],
)
def test_body_that_may_be_named(body: str, found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Giao Sở Kế hoạch và Đầu tư chủ trì, báo cáo.", [("body", "Sở Kế hoạch và Đầu tư")], id="a department"
        ),
        pytest.param(
            "Theo đề nghị của Sở Kế hoạch và Đầu tư tại Tờ trình số 45/TTr-SKHĐT ngày 10/01/2026.",
            [("body", "Sở Kế hoạch và Đầu tư")],
            id="what it cannot have proposed",
        ),
        pytest.param("Sở GTVT kiểm tra các bến đò.", [("body", "Sở GTVT")], id="in short"),
        pytest.param(
            "Báo cáo Bộ Lao động – Thương binh và Xã hội kết quả.",
            [("body", "Bộ Lao động – Thương binh và Xã hội")],
            id="a ministry, with another dash",
        ),
        pytest.param(
            "Giám đốc các Sở: Tài chính, Giao thông vận tải, Xây dựng chịu trách nhiệm.",
            [("body", "Giao thông vận tải")],
            id="in a list of departments",
        ),
        pytest.param(
            "Sở Giao thông vận tải chủ trì; Sở Giao thông Vận tải báo cáo.",
            [("body", "Sở Giao thông vận tải")],
            id="once a body",
        ),
        pytest.param(
            "Thanh tra giao thông xử lý xe quá tải.", [("body-gone", "Thanh tra giao thông")], id="without successor"
        ),
    ],
)
def test_body_that_has_ended(body: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == found


@pytest.mark.parametrize(("date", "flagged"), [("năm 2024", False), ("năm 2025", True)])
def test_the_day_of_the_plan_decides(date: str, flagged: bool, found_in: FoundIn) -> None:
    assert bool(found_in(_plan("Giao Sở Kế hoạch và Đầu tư chủ trì.", date), KIND)) == flagged


def test_a_review_of_earlier_years_may_tell_what_bodies_of_then_did(found_in: FoundIn) -> None:
    body = "Sở Kế hoạch và Đầu tư đã hỗ trợ 12 mô hình."
    assert found_in(HEAD + REVIEW + body + TAIL, KIND) == []


@pytest.mark.parametrize(
    "body",
    ["Ngày 15/10/2025, Sở Kế hoạch và Đầu tư đã kiểm tra.", "Đề nghị Sở Kế hoạch và Đầu tư bố trí vốn."],
)
def test_what_a_body_did_or_is_asked_after_its_end(body: str, found_in: FoundIn) -> None:
    assert found_in(HEAD + REVIEW + body + TAIL, KIND) == [("body", "Sở Kế hoạch và Đầu tư")]


def test_its_tasks_go_to_bodies_of_now(found_in: FoundIn) -> None:
    body = "Đạt kết quả khá.\n\nII. NHIỆM VỤ, GIẢI PHÁP\n\nĐề nghị Sở Kế hoạch và Đầu tư bố trí vốn."
    assert found_in(HEAD + REVIEW + body + TAIL, KIND) == [("body", "Sở Kế hoạch và Đầu tư")]


@pytest.mark.parametrize(
    ("body", "times"),
    [
        pytest.param("Giao Sở GTVT chủ trì. Sở GTVT báo cáo. Đề nghị Sở GTVT cấp biển báo.", ["3"], id="a department"),
        pytest.param("Giao Sở GTVT chủ trì, Sở Kế hoạch và Đầu tư bố trí vốn; Sở GTVT báo cáo.", ["2", "1"], id="two"),
        pytest.param("Giao UBND huyện Nà Khe rà soát. Đề nghị UBND huyện Nà Khe báo cáo.", ["2"], id="a district"),
        pytest.param("Các huyện, thị xã rà soát; các huyện, thị xã báo cáo.", ["2"], id="a level"),
    ],
)
def test_each_is_told_once_with_the_number_of_its_places(body: str, times: list[str]) -> None:
    found = [one for one in check_report(read_text(_plan(body))) if one.kind == KIND]
    assert [one.facts["times"] for one in found] == times


def test_the_command_that_civil_defence_took_over(found_in: FoundIn) -> None:
    said = "Ban Chỉ huy Phòng chống thiên tai và tìm kiếm cứu nạn các cấp trực 24/24 giờ."
    assert [name for _, name in found_in(_plan(said), KIND)] == [
        "Ban Chỉ huy Phòng chống thiên tai và tìm kiếm cứu nạn"
    ]
    assert found_in(_plan(said, date="năm 2024"), KIND) == []
