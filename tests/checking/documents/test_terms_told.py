"""Terms of the Party's centre and of people's councils."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.documents.terms_told import check_sessions_of_councils, check_terms_of_the_centre


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param(
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII", [], id="of its term"
        ),
        pytest.param(
            "Kết luận số 12-KL/TW ngày 06/4/2022 của Ban Bí thư về tổng kết Chỉ thị khóa XI", [], id="a title"
        ),
        pytest.param("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XI", [], id="no day"),
        pytest.param("Nghị quyết số 16-NQ/TU ngày 25/10/2017 của Đảng bộ tỉnh khóa XV", [], id="a province"),
        pytest.param(
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XI",
            ["XII"],
            id="the term before",
        ),
        pytest.param("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị (khóa XI)", ["XII"], id="in brackets"),
        pytest.param("Quy định số 37-QĐ/TW ngày 25/10/2021 của BCH Trung ương khoá XII", ["XIII"], id="abbreviated"),
    ],
)
def test_an_organ_of_the_centre_is_of_the_term_of_that_day(said: str, found: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}Xã đã triển khai {said} đến chi bộ.{TAIL}")
    assert [one.facts["term"] for one in check_terms_of_the_centre(report)] == found


RESOLUTION = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG GIA\nSố: 12/2018/NQ-HĐND\nSông Gia, ngày 12 tháng 12 năm 2018\n\nNGHỊ QUYẾT\n"
    "Quy định mức chi tiếp khách\n\nHỘI ĐỒNG NHÂN DÂN TỈNH SÔNG GIA\n{head}\n\n"
    "Điều 1. Mức chi\n\nMức chi là 500.000 đồng.\n\nĐiều 2. Tổ chức thực hiện\n\nGiao Ủy ban nhân dân tỉnh.\n\n"
    "Nghị quyết này đã được Hội đồng nhân dân tỉnh Sông Gia {closing} thông qua ngày 10 tháng 12 năm 2018./.\n"
)


@pytest.mark.parametrize(
    ("head", "closing", "found"),
    [
        pytest.param("KHÓA III, KỲ HỌP THỨ 8", "Khóa III, Kỳ họp thứ 8", [], id="the same"),
        pytest.param("KHÓA III - KỲ HỌP THỨ TÁM", "khóa III, kỳ họp thứ 8", [], id="in words"),
        pytest.param(
            "KHÓA XVI, NHIỆM KỲ 2016 - 2021, KỲ HỌP THỨ 8", "khóa XVI, kỳ họp thứ tám", [], id="with its years"
        ),
        pytest.param("KHÓA III, KỲ HỌP THỨ 8", "Khóa II, Kỳ họp thứ 8", ["II"], id="another term"),
        pytest.param("KHÓA III, KỲ HỌP THỨ 8", "Khóa III, Kỳ\nhọp thứ 7", ["7"], id="another session, over two lines"),
    ],
)
def test_a_resolution_closes_as_one_of_its_session(head: str, closing: str, found: list[str]) -> None:
    report = read_text(RESOLUTION.format(head=head, closing=closing))
    assert [passage(report, one) for one in check_sessions_of_councils(report)] == found
