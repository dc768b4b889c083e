"""Grounds of a document that name a paper without its number."""

from __future__ import annotations

import pytest
from report_texts import passage, read_text

from tongket.checking.documents.grounds import check_grounds, check_laws_by_year

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG GIA\nSố: 45/QĐ-UBND\nSông Gia, ngày 20 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\n"
    "Về việc kiện toàn Ban Chỉ đạo\n\n{ground}\n\nTheo đề nghị của Giám đốc Sở Nội vụ.\n\n"
    "Điều 1. Kiện toàn Ban Chỉ đạo\n\nCăn cứ kế hoạch được duyệt, các sở thực hiện.\n"
)


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        pytest.param("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", [], id="a law"),
        pytest.param("Căn cứ Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND tỉnh;", [], id="with its number"),
        pytest.param("Căn cứ Kết luận 12-KL/TU của Tỉnh ủy;", [], id="with its symbol"),
        pytest.param(
            "Căn cứ Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng;", [], id="a national congress"
        ),
        pytest.param("Căn cứ Nghị quyết 18 của Trung ương;", [], id="a bare number"),
        pytest.param("Căn cứ Thông báo ngày 12/3/2026 của Văn phòng UBND tỉnh;", [], id="a day"),
        pytest.param("Căn cứ Quyết định số ..../QĐ-UBND của UBND tỉnh;", [], id="a blank"),
        pytest.param("Căn cứ chức năng, nhiệm vụ được giao;", [], id="no paper"),
        pytest.param("Căn cứ hướng dẫn của cấp trên;", [], id="none in particular"),
        pytest.param(
            "Căn cứ Quy chế làm việc của Tỉnh ủy\nnhiệm kỳ 2025 - 2030;",
            ["Quy chế làm việc của Tỉnh ủy\nnhiệm kỳ 2025 - 2030"],
            id="rules, over two lines",
        ),
        pytest.param(
            "Căn cứ báo cáo tình hình dịch bệnh trên địa bàn huyện;",
            ["báo cáo tình hình dịch bệnh trên địa bàn huyện"],
            id="a report",
        ),
    ],
)
def test_grounds_have_their_numbers(ground: str, found: list[str]) -> None:
    report = read_text(DECISION.format(ground=ground))
    assert [passage(report, one) for one in check_grounds(report)] == found


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        pytest.param("Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;", [], id="with its day"),
        pytest.param("Căn cứ Luật Đầu tư công;", [], id="by its name alone"),
        pytest.param("Căn cứ Luật Đầu tư công số 39/2019/QH14;", [], id="with its number"),
        pytest.param("Căn cứ Luật Đầu tư công năm 2019;", ["Luật Đầu tư công năm 2019"], id="by its year"),
        pytest.param(
            "Căn cứ Luật Ngân sách nhà nước năm 2015;\nCăn cứ Pháp lệnh Chi phí tố tụng năm 2024;",
            ["Luật Ngân sách nhà nước năm 2015", "Pháp lệnh Chi phí tố tụng năm 2024"],
            id="each of several",
        ),
    ],
)
def test_laws_among_the_grounds_have_their_day(ground: str, found: list[str]) -> None:
    report = read_text(DECISION.format(ground=ground))
    assert [passage(report, one) for one in check_laws_by_year(report)] == found
