"""The outline of rules in articles: long titles of chapters, lines that are none, and who signs without 'TM.'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "THÔNG TƯ\n\nQuy định về quan trắc bến thủy\n\nBộ trưởng ban hành Thông tư quy định về quan trắc.\n\n"
ARTICLES = "".join(f"Điều {n}. Yêu cầu thứ {n}\n\n1. Trạm ghi sổ.\n\n2. Trạm nộp sổ.\n\n" for n in range(1, 5))


def titles(report: Report) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.title) for one in report.walk_sections()]


def test_the_title_of_a_chapter_goes_on_over_lines_of_capitals(report_of: ReportOf) -> None:
    chapter = "Chương I TRÌNH TỰ CẤP ĐỔI SỔ;\n\nTHÔNG BÁO VỀ VIỆC ĐỔI\n\nSỔ CHO CƠ QUAN ĐĂNG KÝ BẾN\n\n"
    found = titles(report_of(HEAD + chapter + ARTICLES))
    assert found[0] == ("Chương I", "TRÌNH TỰ CẤP ĐỔI SỔ; THÔNG BÁO VỀ VIỆC ĐỔI SỔ CHO CƠ QUAN ĐĂNG KÝ BẾN")
    assert found[1] == ("Điều 1", "Yêu cầu thứ 1")


def test_capitals_that_a_semicolon_ends_belong_to_the_title_below_a_chapter(report_of: ReportOf) -> None:
    chapter = "Chương I\n\nQUY ĐỊNH CHUNG\n\nMục 2\n\nGHI SỔ TẠI CÁC BẾN;\n\nNỘP SỔ VỀ TRẠM\n\n"
    assert titles(report_of(HEAD + chapter + ARTICLES))[1] == ("Mục 2", "GHI SỔ TẠI CÁC BẾN; NỘP SỔ VỀ TRẠM")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Số liệu không hợp lý theo không gian", id="a cell of a table that lost its columns"),
        pytest.param("Đối với trạm vùng cao: Sổ nộp chậm hơn năm ngày.", id="a provision before its colon"),
    ],
)
def test_rules_have_no_headings_that_nothing_tells(report_of: ReportOf, line: str) -> None:
    below = f"{line}\n\n0.5\n\nCác bảng khác theo mẫu.\n\n"
    assert all(number is not None for number, _ in titles(report_of(HEAD + ARTICLES + below)))


def test_a_heading_without_number_counts_below_the_articles_of_a_decision(report_of: ReportOf) -> None:
    decision = "QUYẾT ĐỊNH\n\nVề việc phê duyệt dự án\n\nĐiều 1. Phê duyệt dự án với các nội dung sau:\n\n"
    content = "- Mục tiêu: Cấp nước cho bốn thôn.\n\n- Quy mô: Bể chứa và đường ống.\n\nĐiều 2. Giao Ban Quản lý.\n\n"
    assert "-" in [one.marker for one in report_of(decision + content).walk_sections()]


@pytest.mark.parametrize("post", ["BỘ TRƯỞNG", "THỐNG ĐỐC", "THỦ TƯỚNG"])
def test_the_highest_posts_sign_alone(report_of: ReportOf, post: str) -> None:
    report = report_of(f"{HEAD}{ARTICLES}{post}\n\nNguyễn Văn Mẫu\n")
    assert report.signature is not None
    assert report.signature.title == post
    assert all(title != post for _, title in titles(report))


def test_who_enacts_a_short_decision_does_not_sign_it(report_of: ReportOf) -> None:
    report = report_of(
        "QUYẾT ĐỊNH\n\nVề việc công nhận kết quả rà soát\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Công nhận kết quả rà soát.\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n"
    )
    assert [number for number, _ in titles(report)] == ["Điều 1", "Điều 2"]
