"""Citations of running text, on invented sentences: what is one, what it says, and what is none."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted_work import calls_of
from tongket.files.open import open_source
from tongket.files.text import text_blocks
from tongket.model.documents import Citation
from tongket.model.sources import Source
from tongket.reading.citations.citations import read_citations
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


def citations_of(text: str) -> tuple[Citation, ...]:
    flow = build_flow(Source("x.txt", "", "txt", text, text_blocks(text)))
    return read_citations(flow, scan(flow.text))


def symbols(text: str) -> list[str | None]:
    return [citation.symbol or citation.number or citation.text for citation in citations_of(text)]


def cores(text: str) -> list[str]:
    return [text[citation.core_start : citation.core_end] for citation in citations_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Quán triệt các chỉ thị, nghị quyết của Đảng về công tác dân vận.", id="types without number"),
        pytest.param("Xây dựng kế hoạch công tác năm 2024 và báo cáo 6 tháng đầu năm.", id="a year, a period"),
        pytest.param("Hoàn thành Kế hoạch 5 năm 2021 - 2025.", id="a plan of five years"),
        pytest.param("Hướng dẫn 1.245 hộ trồng ngô; thông báo 2.150 lượt.", id="counts in thousands"),
        pytest.param("Số liệu chi tiết tại Biểu số 59/CK-NSNN kèm theo.", id="a form's number"),
        pytest.param("Theo Mẫu số 01/TĐBĐ.", id="a specimen's number"),
        pytest.param("5.2. Về triển khai thực hiện chỉ thị số hóa hồ sơ.", id="a heading's number, digital"),
        pytest.param("Tính đến tháng 05/2023 có 12/15 thôn đạt chuẩn.", id="a month and a fraction"),
        pytest.param("Địa chỉ: ấp 1/2, điện thoại 0912.345.678.", id="an address and a telephone number"),
        pytest.param("Các đối tượng chấp hành tốt pháp luật, kỷ luật, luật lệ giao thông.", id="law at large"),
        pytest.param("Đoàn Luật sư tỉnh tư vấn theo luật định.", id="lawyers; as the law provides"),
        pytest.param("Thực hiện tốt Điều lệ các tổ chức hội.", id="charters at large"),
        pytest.param("Triển khai NQ Đại hội Đảng bộ các cấp.", id="congresses of all levels"),
        pytest.param("Ủy ban nhân dân xã ra quyết định 12 trường hợp.", id="a verb and a count"),
        pytest.param("Báo cáo 03 đơn vị chưa nộp.", id="a report that counts"),
        pytest.param("Quy chuẩn QCVN 05:2023/BTNMT và TCVN 9001-2015.", id="technical standards"),
        pytest.param("Số:   /BC-UBND\nLũng Ẳng, ngày   tháng 5 năm 2024\nBÁO CÁO", id="the report's own blank number"),
        pytest.param("Cán bộ tuân thủ Hiến pháp và pháp luật.", id="constitution and law at large"),
        pytest.param("Văn bản trái với Hiến pháp, luật và nghị quyết.", id="constitution and law at large, in a list"),
        pytest.param("I. DIỄN BIẾN BÃO SỐ 9\nBão số 9 vào bờ ngày 12/10.", id="a storm's number"),
        pytest.param("Số TT 4 của biểu thu phí.", id="a column of running numbers"),
        pytest.param("(Kèm theo Báo cáo số    /BC-UBND của xã)", id="the report's own blank number in its appendix"),
        pytest.param("TÌNH HÌNH THỰC HIỆN CHỈ THỊ\n1. Công tác chỉ đạo", id="a list number below a heading"),
        pytest.param("Số: 12/BC-UBND\nLũng Ẳng, ngày 05 tháng 5 năm 2024\nBÁO CÁO", id="the report's own number"),
    ],
)
def test_no_citation(text: str) -> None:
    assert symbols(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Luật số 10/2022/QH15", ["10/2022/QH15"], id="law"),
        pytest.param("Pháp lệnh số 34/2007/PL-UBTVQH11", ["34/2007/PL-UBTVQH11"], id="ordinance"),
        pytest.param("Nghị quyết số 653/2019/UBTVQH14", ["653/2019/UBTVQH14"], id="standing committee"),
        pytest.param("Nghị quyết số 834/NQ-UBTVQH14", ["834/NQ-UBTVQH14"], id="standing committee, individual"),
        pytest.param("Lệnh số 12/2022/L-CTN", ["12/2022/L-CTN"], id="president"),
        pytest.param("Nghị quyết số 30c/NQ-CP", ["30c/NQ-CP"], id="a letter behind the number"),
        pytest.param("Nghị quyết số 66.7/2025/NQ-CP", ["66.7/2025/NQ-CP"], id="a part number"),
        pytest.param("Chỉ thị số 16/CT-TTg", ["16/CT-TTg"], id="prime minister"),
        pytest.param("Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP", ["55/2005/TTLT-BNV-VPCP"], id="joint circular"),
        pytest.param("Văn bản hợp nhất số 03/VBHN-VPQH", ["03/VBHN-VPQH"], id="consolidated text"),
        pytest.param("Nghị quyết số 20/NQ-HĐND", ["20/NQ-HĐND"], id="people's council"),
        pytest.param("Công văn số 1257/SNV-XDCQ&TCBM", ["1257/SNV-XDCQ&TCBM"], id="official letter with ampersand"),
        pytest.param("Công văn số 27/BCĐ.CCHC", ["27/BCĐ.CCHC"], id="a dot between body and matter"),
        pytest.param("Quyết định số 217-QĐ/TW", ["217-QĐ/TW"], id="Party"),
        pytest.param("Quy định số 11-QĐi/TW", ["11-QĐi/TW"], id="Party regulation"),
        pytest.param("Công văn số 357-CV/BTCTU", ["357-CV/BTCTU"], id="Party board"),
        pytest.param("Quyết định số 13/QĐ-MTTQ-BTT", ["13/QĐ-MTTQ-BTT"], id="Front"),
        pytest.param("Kế hoạch số 298-KH/TWĐTN", ["298-KH/TWĐTN"], id="Youth Union"),
        pytest.param("Quyết định số 1908/QĐ-TLĐ", ["1908/QĐ-TLĐ"], id="trade unions"),
        pytest.param("Chương trình số 05/CTrPH-UBND-UBMTTQ", ["05/CTrPH-UBND-UBMTTQ"], id="joint programme"),
        pytest.param("Nghị định số 64/CP", ["64/CP"], id="before 2004"),
        pytest.param("Báo cáo số 03/BC-BCĐ", ["03/BC-BCĐ"], id="steering committee"),
        pytest.param("Căn cứ quyết định số 06/2024/QĐ-UBND", ["06/2024/QĐ-UBND"], id="a type word in small letters"),
        pytest.param("THỰC HIỆN CHỈ THỊ 06-CT/TU", ["06-CT/TU"], id="a heading in capitals"),
        pytest.param("Công văn Số: 905/STC-VP", ["905/STC-VP"], id="capital Số with colon"),
    ],
)
def test_families_of_numbers(text: str, found: list[str]) -> None:
    assert symbols(f"{text} ngày 05/5/2023.") == found


@pytest.mark.parametrize(
    ("text", "symbol", "repaired"),
    [
        pytest.param("Kết luận 62-KL/TW", "62-KL/TW", False, id="as it should be"),
        pytest.param("Kết luận 62\u2011KL/TW", "62-KL/TW", False, id="a hyphen that does not break is right"),
        pytest.param("Kết luận 62/KL-TW", "62-KL/TW", True, id="Party number in state order"),
        pytest.param("Nghị quyết số 18/NQ-TW", "18-NQ/TW", True, id="the same"),
        pytest.param("Kế hoạch số 47-KH-HU", "47-KH/HU", True, id="hyphen for slash"),
        pytest.param("Quyết định số 12-QĐ/UBND", "12/QĐ-UBND", True, id="state number in Party order"),
        pytest.param("Chỉ thị 05 - CT/TW", "05-CT/TW", True, id="blanks around the hyphen"),
        pytest.param("Báo cáo số 140 /BC-STC", "140/BC-STC", True, id="blank before the slash"),
        pytest.param("Nghị quyết số 834/NQ-UBTVQH 14", "834/NQ-UBTVQH14", True, id="blank before the term"),
        pytest.param("Công văn số 2587-CV/VPTW/nb", "2587-CV/VPTW", False, id="for internal circulation"),
        pytest.param("Quyết định số 84 QĐ/TWĐTN", "84-QĐ/TWĐTN", True, id="separator lost"),
        pytest.param("Chỉ thị số 33CT-TTg", "33/CT-TTg", True, id="the first separator lost"),
        pytest.param("Thông báo số 90/TBMTTQ-BTT", "90/TB-MTTQ-BTT", True, id="hyphen lost"),
        pytest.param("Nghị định số 30/2020/ND-CP", "30/2020/NĐ-CP", True, id="without diacritics"),
        pytest.param("Thông tư số 22-2021/TT/BGDĐT", "22/2021/TT-BGDĐT", True, id="a hyphen before the year"),
        pytest.param("Kết luận số114-KL/TW", "114-KL/TW", False, id="blank lost before the number"),
        pytest.param("Kế hoạch số 15/KH-MT", "15/KH-MT", False, id="Front: both orders are in use"),
        pytest.param("Kế hoạch số 14-KH/BDVHU-UBND", "14-KH/BDVHU-UBND", False, id="Party and state together"),
    ],
)
def test_damage_is_tolerated_and_noted(text: str, symbol: str, repaired: bool) -> None:
    (citation,) = citations_of(f"Thực hiện {text} về công tác dân vận.")
    assert (citation.symbol, citation.repaired) == (symbol, repaired)


def test_a_line_end_inside_a_symbol_is_not_the_writers() -> None:
    text = "Căn cứ Chỉ thị số 12/CT-\nBCT ngày 12/11/2021 của Bộ trưởng Bộ Công Thương"
    (citation,) = citations_of(text)
    assert (citation.symbol, citation.repaired) == ("12/CT-BCT", False)
    assert text[citation.core_start : citation.core_end] == "Chỉ thị số 12/CT-\nBCT"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("Chỉ thị số 06-CT/TU, ngày 07-9-2021 của Tỉnh ủy", "2021-09-07", id="comma, hyphens"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 07/9/2021 của Tỉnh ủy", "2021-09-07", id="slashes"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 07.9.2021", "2021-09-07", id="dots"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 07 tháng 9 năm 2021", "2021-09-07", id="words"),
        pytest.param("Chỉ thị số 06-CT/TU (ngày 07/9/2021)", "2021-09-07", id="in brackets"),
        pytest.param("Chỉ thị số 06-CT/TU của Tỉnh ủy ngày 07/9/2021", "2021-09-07", id="behind the issuer"),
        pytest.param("Chỉ thị số 06-CT/TU của Tỉnh ủy, ngày 07/9/2021", "2021-09-07", id="behind issuer and comma"),
        pytest.param("Chỉ thị số 06-CT/TU ban hành ngày 07/9/2021", "2021-09-07", id="issued on"),
        pytest.param("Chỉ thị số 06-CT/TU ngày l7 tháng 9 năm 2021", "2021-09-17", id="a letter scanned for a digit"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 31/02/2021", None, id="no such day"),
        pytest.param("Chỉ thị số 06-CT/TU năm 2021 của Tỉnh ủy", "2021", id="only a year"),
        pytest.param("Kế hoạch số 06-KH/TU năm 2021 về dân vận", None, id="the year of the plan's title"),
        pytest.param("Chỉ thị số 06-CT/TU. Ngày 07/9/2021 xã tổ chức hội nghị", None, id="the next sentence's date"),
        pytest.param("Chỉ thị số 06-CT/TU, đến ngày 07/9/2021 có 5 chi bộ", None, id="a date of something else"),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert citations_of(text)[0].date == date


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        pytest.param("của Bộ Chính trị (khóa XII) về", "Bộ Chính trị (khóa XII)", id="with its term"),
        pytest.param(
            "của Bộ Chính trị, Ban Thường vụ Huyện ủy đã chỉ đạo", "Bộ Chính trị", id="the next clause's subject"
        ),
        pytest.param("của Tỉnh ủy và Kế hoạch số 05-KH/HU", "Tỉnh ủy", id="the next document"),
        pytest.param("của Ban Thường vụ Tỉnh ủy ban hành quy chế", "Ban Thường vụ Tỉnh ủy", id="'ban hành' is a verb"),
        pytest.param("của Ban Bí thư Trung ương Đảng.", "Ban Bí thư Trung ương Đảng", id="full stop"),
        pytest.param("của UBND tỉnh Mẫu Sơn quy định", "UBND tỉnh Mẫu Sơn", id="with its unit"),
        pytest.param("của Bộ Nông nghiệp và Môi trường quy định", "Bộ Nông nghiệp và Môi trường", id="'và' in a name"),
        pytest.param("của Bộ Văn hóa, Thể thao và Du lịch về", "Bộ Văn hóa, Thể thao và Du lịch", id="comma in a name"),
        pytest.param("của LĐLĐ tỉnh về thi đua", "LĐLĐ tỉnh", id="an abbreviated association"),
        pytest.param("của Tỉnh hội về", "Tỉnh hội", id="an association's short name"),
        pytest.param("của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư", id="two issuers"),
        pytest.param("của Ban Chỉ đạo 389 quốc gia về", "Ban Chỉ đạo 389 quốc gia", id="a number in a name"),
        pytest.param("của Thủ tướng chính phủ về", "Thủ tướng chính phủ", id="small letter"),
        pytest.param("của Huyện ủy Sông Gia ở các thôn", "Huyện ủy Sông Gia", id="a small letter with its mark"),
        pytest.param("của Hội Nông dân ủng hộ hộ nghèo", "Hội Nông dân", id="a verb that begins with one"),
        pytest.param("CỦA BỘ CHÍNH TRỊ VỀ CÔNG TÁC", "BỘ CHÍNH TRỊ", id="capitals"),
        pytest.param("ngày 05/5/2023 Ban Thường vụ Huyện ủy về", "Ban Thường vụ Huyện ủy", id="without 'của'"),
        pytest.param("của UBND xã Tân Lập trình hội nghị", "UBND xã Tân Lập", id="a verb behind the name of a place"),
        pytest.param("của UBND xã Thái Hòa giải quyết", "UBND xã Thái Hòa", id="two verbs behind one"),
        pytest.param("của Đảng ủy Đại học Mẫu Sơn về", "Đảng ủy Đại học Mẫu Sơn", id="a school of the unit"),
        pytest.param("của Bảo hiểm xã hội tỉnh về", "Bảo hiểm xã hội tỉnh", id="a word that begins as a unit does"),
        pytest.param("của Ban Quản lý Khu di tích về", "Ban Quản lý Khu", id="a word no list of names has"),
        pytest.param("được nhân dân đồng tình", None, id="none"),
    ],
)
def test_issuers(text: str, issuer: str | None) -> None:
    assert citations_of(f"Thực hiện Chỉ thị số 05-CT/XX {text}")[0].issuer == issuer


def test_an_issuer_whose_word_the_line_end_cuts() -> None:
    text = "Thực hiện Hướng dẫn số 12-HD/BTC ngày 05/3/2026 của Ban Tổ chức Đảng ủy Đại\nhọc Mẫu Sơn về kiểm điểm."
    assert " ".join((citations_of(text)[0].issuer or "").split()) == "Ban Tổ chức Đảng ủy Đại học Mẫu Sơn"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Quyết định 217, 218 của Bộ Chính trị", ["Quyết định 217", "218"], id="comma"),
        pytest.param("Quyết định số 217,218 của Bộ Chính trị", ["Quyết định số 217", "218"], id="comma without blank"),
        pytest.param("Nghị quyết 18 và 19 của Trung ương", ["Nghị quyết 18", "19"], id="và"),
        pytest.param("Quyết định số 217-QĐ/TW và 218-QĐ/TW", ["Quyết định số 217-QĐ/TW", "218-QĐ/TW"], id="symbols"),
        pytest.param(
            "các Công văn: số 12/UBND-NV ngày 01/3/2023, số 15/UBND-NV ngày 02/4/2023 và số 20/UBND-NV",
            ["Công văn: số 12/UBND-NV", "15/UBND-NV", "20/UBND-NV"],
            id="a head in the plural",
        ),
        pytest.param(
            "Nghị quyết Trung ương 5 (khóa IX), Trung ương 7 (khóa X)",
            ["Nghị quyết Trung ương 5 (khóa IX)", "Trung ương 7 (khóa X)"],
            id="plenums with a term each",
        ),
        pytest.param(
            "Nghị quyết Trung ương 5 khóa IX, Trung ương Hội đã họp", ["Nghị quyết Trung ương 5 khóa IX"], id="a body"
        ),
        pytest.param("Sở có Công văn trả lời số 56/UBND", ["Công văn trả lời số 56/UBND"], id="a letter that answers"),
        pytest.param(
            "các Quyết định từ số 12 đến số 15/QĐ-UBND", ["Quyết định từ số 12", "15/QĐ-UBND"], id="from one to another"
        ),
        pytest.param(
            "các Luật Đất đai, Nhà ở và Kinh doanh bất động sản",
            ["Luật Đất đai", "Nhà ở", "Kinh doanh bất động sản"],
            id="laws behind one type word",
        ),
        pytest.param(
            "Căn cứ các Luật: Tổ chức chính quyền địa phương ngày 16/6/2025; Trẻ em.",
            ["Tổ chức chính quyền địa phương", "Trẻ em"],
            id="laws behind a colon",
        ),
        pytest.param("Các Luật Đất đai, Ban Tổ chức đã họp", ["Luật Đất đai"], id="a body, and no second law"),
        pytest.param(
            "Nghị quyết Trung ương 4 khóa XI, XII về xây dựng Đảng",
            ["Nghị quyết Trung ương 4 khóa XI", "XII"],
            id="terms",
        ),
        pytest.param(
            "Nghị quyết Hội nghị lần thứ 4,5,9 BCH Trung ương (khóa X)",
            ["Nghị quyết Hội nghị lần thứ 4", "5", "9"],
            id="plenums",
        ),
    ],
)
def test_one_record_for_each_document(text: str, found: list[str]) -> None:
    assert cores(text) == found


def test_shared_issuers_and_dates() -> None:
    first, second = citations_of(
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị về"
    )
    assert (first.date, first.issuer, first.shared) == ("2013-12-12", "Bộ Chính trị", ("issuer", "date"))
    assert (second.date, second.issuer, second.shared) == ("2013-12-12", "Bộ Chính trị", ())
    own, _ = citations_of(
        "Kết luận số 01/KL-ĐCT ngày 20/8/2015 và Kết luận số 02/KL-ĐCT ngày 29/12/2015 của Đoàn Chủ tịch"
    )
    assert (own.date, own.shared) == ("2015-08-20", ("issuer",))
    other, _ = citations_of("Chỉ thị số 05-CT/TW, Kế hoạch số 12-KH/TU ngày 05/5/2022 của Tỉnh ủy")
    assert (other.date, other.issuer) == (None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kết luận 62-KL/TW. Qua 10 năm, Kết luận 62 đã", ["62-KL/TW", "62-KL/TW"], id="as printed before"),
        pytest.param("Kết luận 62 đã đi vào cuộc sống. Kết luận 62-KL/TW", ["62-KL/TW"] * 2, id="as printed after"),
        pytest.param("Các nội dung Chỉ thị 06 thời gian qua. Chỉ thị 06-CT/TU", ["06-CT/TU"] * 2, id="borne out"),
        pytest.param("Các nội dung Chỉ thị 06 thời gian qua.", [], id="not borne out"),
        pytest.param("kết luận số 21 của Ban Bí thư", ["21-KL/TW"], id="type and Party issuer"),
        pytest.param(
            "Chỉ thị số 10 ngày 19/4/2023 của Thủ tướng Chính phủ", ["10/CT-TTg"], id="type and prime minister"
        ),
        pytest.param("Nghị định 100 của Chính phủ", ["100"], id="the year is missing"),
        pytest.param("Nghị định 100 Chính phủ", ["100"], id="the issuer at once, as it is said for short"),
        pytest.param("Ban Chỉ đạo Nghị quyết 57 Trung ương họp", ["57-NQ/TW"], id="a known one, the issuer at once"),
        pytest.param("Nghị định 100/2019 của Chính phủ", ["100/2019/NĐ-CP"], id="the year is there"),
        pytest.param("Quyết định 90 của Thủ tướng Chính phủ", ["90"], id="with or without year: not settled"),
        pytest.param("Quyết định 06 của Thủ tướng Chính phủ", ["06/QĐ-TTg"], id="a project, called by its number"),
        pytest.param("Quyết định 1450 của Thủ tướng Chính phủ", ["1450/QĐ-TTg"], id="too many for one year's law"),
        pytest.param("Hồ sơ theo Thông tư 07 còn chậm.", ["07"], id="what is said of it follows"),
        pytest.param("Kế hoạch số 12 của Ban Thường vụ Huyện ủy", ["12-KH/HU"], id="district Party committee"),
        pytest.param(
            "Nghị quyết 25 của Trung ương. Nghị quyết số 25-NQ/TW khóa IX và Nghị quyết số 25-NQ/TW khóa XI",
            ["25-NQ/TW"] * 3,
            id="twins share a symbol and stay two",
        ),
        pytest.param(
            "Kế hoạch 12 của UBND xã và Kế hoạch số 12-KH/TU", ["12/KH-UBND", "12-KH/TU"], id="another body's"
        ),
        pytest.param(
            "Quyết định số 06/QĐ-TTg phê duyệt Đề án phát triển ứng dụng dữ liệu (Đề án 06), xã đã làm.",
            ["06/QĐ-TTg"],
            id="another name, in brackets behind the title",
        ),
        pytest.param("Xã hưởng vốn CT 135 giai đoạn II.", [], id="the programme that its number names"),
    ],
)
def test_short_forms(text: str, found: list[str]) -> None:
    assert symbols(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Luật Tín ngưỡng, tôn giáo; Nghị định", "Luật Tín ngưỡng, tôn giáo", id="comma in a name"),
        pytest.param("Luật đất đai, tuyên truyền", "Luật đất đai", id="small letters"),
        pytest.param("luật dân chủ ở cơ sở và", "luật dân chủ ở cơ sở", id="the verb left out"),
        pytest.param(
            "Luật phòng chống tác hại của bia rượu, chấp hành", "Luật phòng chống tác hại của bia rượu", id="order"
        ),
        pytest.param("Luật giao thông, an toàn", "Luật giao thông", id="short name"),
        pytest.param("Luật An toàn giao thông, học sinh", "Luật An toàn giao thông", id="a name that no law has"),
        pytest.param("Luật THDCCS và", "Luật THDCCS", id="abbreviated"),
        pytest.param("Bộ luật Dân sự và các", "Bộ luật Dân sự", id="code"),
        pytest.param("Hiến pháp năm 2013 và pháp luật", "Hiến pháp", id="constitution"),
        pytest.param("Điều lệ Hội Nông dân Việt Nam quy định", "Điều lệ Hội Nông dân Việt Nam", id="charter"),
        pytest.param("Nghị quyết Trung ương 6 khóa XII về", "Nghị quyết Trung ương 6 khóa XII", id="plenum"),
        pytest.param(
            "nghị quyết Đại hội Đảng bộ huyện lần thứ XV, nhiệm kỳ 2020 - 2025 đề ra",
            "nghị quyết Đại hội Đảng bộ huyện lần thứ XV, nhiệm kỳ 2020 - 2025",
            id="congress",
        ),
    ],
)
def test_named_documents(text: str, found: str) -> None:
    (citation,) = [c for c in citations_of(f"Thực hiện {text}") if c.kind == "named"]
    assert citation.text[: len(found)] == found


def test_a_named_law_with_its_number_is_one_citation() -> None:
    (citation,) = citations_of("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;")
    assert (citation.kind, citation.symbol, citation.type) == ("full", "64/2025/QH15", "Luật")


def test_a_blank_number_stays_blank() -> None:
    (citation,) = citations_of("Xã ban hành Kế hoạch số     /KH-UBND ngày 16/10/2025 của UBND xã.")
    assert (citation.number, citation.symbol, citation.date) == ("/KH-UBND", None, "2025-10-16")


def test_a_title_ends_with_its_cell() -> None:
    text = (
        "V/v báo cáo thực hiện Chỉ thị số 15-CT/TU ngày 12/4/2021 về phòng cháy, chữa cháy\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA"
    )
    assert [one.title for one in citations_of(text)] == ["về phòng cháy, chữa cháy"]


def test_a_citation_inside_a_title_has_a_record_of_its_own() -> None:
    text = (
        "Công văn số 214/UBND-VX ngày 07/4/2023 của UBND thị xã về việc triển khai Kế hoạch số 95-KH/TU ngày 20/01/2023"
        " của Ban Thường vụ Tỉnh ủy (về nâng cao chất lượng giám sát); các nội dung khác."
    )
    outer, inner = citations_of(text)
    assert (outer.symbol, inner.symbol) == ("214/UBND-VX", "95-KH/TU")
    assert inner.title == "về nâng cao chất lượng giám sát"
    assert outer.title_start is not None
    assert outer.title_end is not None
    assert text[outer.title_start : outer.title_end].startswith("về việc triển khai Kế hoạch số 95-KH/TU")
    assert inner.role == "triển khai"


@given(
    st.sampled_from(["Nghị quyết", "Chỉ thị", "KẾT LUẬN", "kế hoạch", "Quyết Định"]),
    st.sampled_from([" ", " số ", " số: ", " Số "]),
    st.integers(1, 999),
    st.sampled_from(["-NQ/TW", "-KH/HU", "/QĐ-UBND", "/2019/NQ-HĐND", "/CT-TTg"]),
    st.sampled_from(["", " ngày 05/6/2019", ", ngày 5 tháng 6 năm 2019"]),
    st.sampled_from([".", " của Chính phủ;", " và các văn bản khác", "\n"]),
)
def test_every_printed_form_is_found_where_it_stands(
    head: str, so: str, number: int, tail: str, date: str, after: str
) -> None:
    printed = f"{head}{so}{number}{tail}"
    text = f"Xã đã triển khai {printed}{date}{after}"
    (citation,) = citations_of(text)
    assert text[citation.core_start : citation.core_end] == printed
    assert citation.date == ("2019-06-05" if date else None)


@given(st.text(alphabet="Kết luận số 62-KL/TW, ngày 08/12/2009 của Bộ Chính trị\n\t.;(“”", max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    for citation in citations_of(text):
        assert 0 <= citation.start <= citation.core_start <= citation.core_end <= citation.end <= len(text)


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_reports(shared: Path, stem: str) -> None:
    source = open_source(shared / "reports" / f"{stem}.txt")
    flow = build_flow(source)
    found = read_citations(flow, scan(flow.text))
    labels = (shared / "gold" / f"citations-{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    missed = []
    for label in map(json.loads, filter(None, labels)):
        near = [c for c in found if c.core_start < label["core_end"] and label["core_start"] < c.core_end]
        want = label.get("canonical") or label.get("number")
        if not label.get("self") and not any(label["kind"] == "named" or want in (c.symbol, c.number) for c in near):
            missed.append(label["text"])
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nghị quyết Đại hội " + "Đảng " * 20_000, id="a congress without end"),
        pytest.param("Luật sửa đổi, bổ sung một số điều của " * 2_000, id="laws that amend laws that amend laws"),
        pytest.param("Nghị quyết Trung ương " + "4, " * 20_000, id="plenums without end"),
        pytest.param("Quyết định số " + "12, " * 20_000, id="a list without end"),
        pytest.param("Kế hoạch số 1/KH-UBND của " + "Ban Thường vụ " * 8_000, id="an issuer without end"),
        pytest.param("1/1/1/1 " * 10_000, id="slashes"),
        pytest.param("1234567890" * 10_000, id="digits"),
        pytest.param("12/QĐ-" * 4_000, id="symbols glued"),
        pytest.param("số " * 30_000, id="số"),
        pytest.param('Kế hoạch số 1/KH-UBND về "' * 2_000, id="quotes never closed"),
        pytest.param("luật " * 20_000, id="luật"),
    ],
)
def test_work_follows_the_length_of_any_text(text: str) -> None:
    short, long = (calls_of(partial(citations_of, text[: len(text) // part])) for part in (4, 1))
    assert long < 6 * short  # the square of the length would be 16


def test_the_own_number_on_two_lines_of_a_narrow_cell_is_no_citation() -> None:
    text = "BAN DÂN TỘC\nTỈNH MẪU SƠN\n|\nSố:\n59/BC-BDT\n|\nMẫu Sơn, ngày 06 tháng 7 năm 2021\nBÁO CÁO\nKết quả năm\n"
    assert symbols(text) == []


def test_a_document_that_a_cell_names_by_number_and_day_is_cited_near_the_head_too() -> None:
    assert symbols("| 1 | Số 15/QĐ-UBND ngày 5/4/2021 | Giao chỉ tiêu |\n") == ["15/QĐ-UBND"]
