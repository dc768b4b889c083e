"""Turns of office prose that reports of every kind of body use."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source


@pytest.fixture(scope="session")
def read_text(source_of: Callable[[str], Source]) -> Callable[[str], Report]:
    return lambda text: read_source(source_of(text))


@pytest.mark.parametrize(
    ("text", "symbol", "issuer"),
    [
        pytest.param(
            "Thực hiện Chỉ thị 06-CT/TU của Ủy ban nhân dân phường, các tổ dân phố đã họp.",
            "06-CT/TU",
            None,
            id="no people's committee issues a Party directive",
        ),
        pytest.param(
            "Kế hoạch số 12/KH-UBND ngày 05/3/2025 của Ủy ban nhân dân xã.",
            "12/KH-UBND",
            "Ủy ban nhân dân xã",
            id="the committee's own plan keeps its issuer",
        ),
        pytest.param(
            "Ký Chương trình phối hợp số 03-CTr/ĐU giữa Đảng ủy xã và Công an xã.",
            "03-CTr/ĐU",
            "Đảng ủy xã và Công an xã",
            id="between two bodies",
        ),
        pytest.param(
            "Kế hoạch số 12-KH/BCĐ của Ban Chỉ đạo Đề án tổng kết 40 năm đổi mới, ngày 05/3/2025.",
            "12-KH/BCĐ",
            "Ban Chỉ đạo Đề án tổng kết 40 năm đổi mới",
            id="a board named after what it steers",
        ),
        pytest.param(
            "Hướng dẫn số 45-HD/TĐTN ngày 10/01/2026 của Ban Thường vụ Tỉnh đoàn về báo cáo.",
            "45-HD/TĐTN",
            "Ban Thường vụ Tỉnh đoàn",
            id="youth union",
        ),
        pytest.param("Chỉ thị 33CT-TTg ngày 01/01/2020.", "33/CT-TTg", None, id="a lost slash"),
    ],
)
def test_issuers(text: str, symbol: str, issuer: str | None, read_text: Callable[[str], Report]) -> None:
    citation = read_text(text).citations[0]
    assert (citation.symbol, citation.issuer) == (symbol, issuer)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        pytest.param("Có 15/20 (75%) thôn đạt chuẩn.", "thôn", Share(Decimal(15), Decimal(20)), id="rate in between"),
        pytest.param("Thu 3,5 tỷ đồng/KH 7 tỷ đồng.", "tỷ đồng", Decimal("3.5"), id="beside its plan"),
        pytest.param("Toàn trường có 415 HS.", "HS", Decimal(415), id="pupils"),
    ],
)
def test_units(text: str, unit: str, value: object, read_text: Callable[[str], Report]) -> None:
    figure = read_text(text).figures[0]
    assert (figure.unit, figure.value) == (unit, value)


def test_a_rank_behind_a_percentage_is_not_its_fraction(read_text: Callable[[str], Report]) -> None:
    assert not read_text("Chỉ số SIPAS đạt 85,67% (xếp hạng 10/34).").figure_links


def test_a_rate_of_others_is_not_that_of_the_share_before_it(read_text: Callable[[str], Report]) -> None:
    assert not read_text("Chi bộ sinh hoạt 12/12 kỳ, tỷ lệ đảng viên dự đạt 96%.").figure_links
    assert not read_text("Đã kiểm tra 12/12 cơ sở (tỷ lệ cơ sở có tủ lạnh đạt 75%).").figure_links
    assert not read_text("Đã giải quyết 120/150 hồ sơ (tỷ lệ đúng hạn đạt 98%).").figure_links
    assert read_text("Tiếp thu 15/17 nội dung, tỷ lệ tiếp thu đạt 88,2%.").figure_links
    assert read_text("Đã giải quyết 20/25 đơn (tỷ lệ giải quyết đạt 96%).").figure_links
    assert read_text("Có 412/500 hộ đạt gia đình văn hóa, tỷ lệ gia đình văn hóa đạt 84,2%.").figure_links


def test_a_speed_is_no_share_of_what_stands_before_it(read_text: Callable[[str], Report]) -> None:
    assert not read_text("Có 3/4 chỉ tiêu vượt nghị quyết; tỷ lệ 7,5%/năm.").figure_links


def test_what_was_dealt_with_is_tied_across_a_semicolon(read_text: Callable[[str], Report]) -> None:
    links = read_text("Tiếp nhận 119 ý kiến; đã giải quyết 107 ý kiến, đạt 89,9%.").figure_links
    assert [(link.kind, link.of, link.by) for link in links] == [("percentage", 2, (1, 0))]


def test_a_cited_document_is_not_what_is_counted(read_text: Callable[[str], Report]) -> None:
    figure = read_text("Theo Kế hoạch số 12/KH-UBND ngày 05/3/2025, xã tổ chức 04 hội nghị.").figures[0]
    assert figure.what == "xã tổ chức hội nghị"


def test_a_sentence_may_begin_with_a_number(read_text: Callable[[str], Report]) -> None:
    figures = read_text("Thu đạt 105% so với cùng kỳ năm 2025. 6 tháng đầu năm 2026 thu 3,5 tỷ đồng.").figures
    assert figures[1].what == "thu"
    assert figures[1].period is not None
    assert figures[1].period.text == "6 tháng đầu năm 2026"


def test_a_sentence_goes_on_behind_notes_with_a_dash(read_text: Callable[[str], Report]) -> None:
    report = read_text(
        "Các tổ chức xây dựng được 12 mô hình(1), trong đó có 05 mô hình trong lĩnh vực quốc phòng\n\n"
        "(1) Kế hoạch số 12/KH-UBND ngày 05/3/2025.\n\n"
        "- an ninh, 07 mô hình trong lĩnh vực kinh tế.\n"
    )
    assert "quốc phòng - an ninh, 07 mô hình" in report.paragraphs[0].text


def test_tasks_below_the_results_are_done(read_text: Callable[[str], Report]) -> None:
    report = read_text(
        "BÁO CÁO\nKết quả công tác năm 2025\n\nI. KẾT QUẢ\n\n1. Nhiệm vụ 1: Tuyên truyền\n\nTổ chức 156 buổi.\n\n"
        "II. NHIỆM VỤ NĂM 2026\n\n1. Phát triển mới 100 hội viên.\n"
    )
    assert [figure.target for figure in report.figures] == [False, True]
    assert [passage.kind for passage in report.passages] == ["tasks"]
    assert report.sections[0].children[0].title == "Nhiệm vụ 1: Tuyên truyền"


def test_a_unit_stated_above_a_table_is_that_of_its_cells(read_text: Callable[[str], Report]) -> None:
    report = read_text(
        "Phụ lục 01\n\n(Đơn vị tính: triệu đồng)\n\n"
        "STT\tChỉ tiêu\tNăm 2026\t\tSo sánh (%)\n\t\tKế hoạch\tƯớc thực hiện\t\n"
        "A\tB\t(1)\t(2)\t(3)=(2)/(1)\nI\tTổng thu\t15.000\t14.250\t95\n"
    )
    assert [(f.unit, f.base_value, f.target) for f in report.figures] == [
        ("triệu đồng", Decimal(15_000_000_000), True),
        ("triệu đồng", Decimal(14_250_000_000), False),
        ("%", Decimal(95), False),
    ]
    assert [row.path for row in report.tables[0].rows] == [("Tổng thu",)]


def test_bars_part_the_cells_of_a_pasted_table(read_text: Callable[[str], Report]) -> None:
    report = read_text(
        "Biểu số 02\n\nSTT | Nội dung | ĐVT | Năm 2021 | Đến 8/2026\n"
        "1 | Hội viên | người | 1.200 | 1.500\n2 | Thu nhập | triệu đồng | 45,5 | 68\n"
    )
    assert [(f.unit, f.base_value) for f in report.figures] == [
        ("người", Decimal(1200)),
        ("người", Decimal(1500)),
        ("triệu đồng", Decimal(45_500_000)),
        ("triệu đồng", Decimal(68_000_000)),
    ]


def test_a_rank_before_the_name_and_a_post_that_signs_alone(read_text: Callable[[str], Report]) -> None:
    report = read_text(
        "BÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\n\nTốt.\n\n"
        "Nơi nhận:\tTRƯỞNG CÔNG AN XÃ\n- Lưu: VT.\tThượng tá Nguyễn Văn Mẫu\n"
    )
    assert report.signature is not None
    assert (report.signature.title, report.signature.name) == ("TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn Mẫu")


@pytest.mark.parametrize(
    ("head", "parent", "issuing"),
    [
        pytest.param(
            "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY SỞ NỘI VỤ\n*",
            "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH",
            "ĐẢNG ỦY SỞ NỘI VỤ",
            id="a Party committee inside an office",
        ),
        pytest.param(
            "HUYỆN ỦY MẪU SƠN ĐẢNG ỦY XÃ LŨNG ẲNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*",
            "HUYỆN ỦY MẪU SƠN",
            "ĐẢNG ỦY XÃ LŨNG ẲNG",
            id="two bodies on one line",
        ),
    ],
)
def test_bodies_of_the_head(head: str, parent: str, issuing: str, read_text: Callable[[str], Report]) -> None:
    letterhead = read_text(f"{head}\nSố 77-BC/ĐU\n\nBÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\n").letterhead
    assert (letterhead.parent_body, letterhead.issuing_body) == (parent, issuing)


def test_of_two_signers_one_is_read_whole(read_text: Callable[[str], Report]) -> None:
    signature = read_text(
        "KẾ HOẠCH PHỐI HỢP\nVề an ninh trật tự\n\nI. NỘI DUNG\n\nTốt.\n\n"
        "TM. UBMTTQVN XÃ\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tKT. CHỦ TỊCH\n\tPHÓ CHỦ TỊCH\n"
    ).signature
    assert signature is not None
    assert (signature.authority, signature.capacity, signature.title) == ("TM. UBMTTQVN XÃ", None, "CHỦ TỊCH")
