"""Documents of one series: numbers and days go up together; a review is not longer than its document is old."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import TAIL, TITLE, passage, read_text

from tongket.checking.check import check_report
from tongket.checking.documents.numbers_in_order import check_days_of_neighbours, check_order_of_garbled_symbols

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
HEAD = "UBND HUYỆN SONG GIA\nPHÒNG TÀI CHÍNH\nSố: 90/BC-PTC\nSong Gia, ngày 14 tháng 11 năm 2024\n\n"
LETTERS = "Công văn số 1384/STC-VP ngày 31/7/2018; Công văn số 1572/STC-VP ngày 21/8/2018; "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(LETTERS + "Công văn số 1960/STC-QLNS ngày 23/8/2018.", [], id="in order"),
        pytest.param(
            LETTERS + "Công văn số 1226/STC-QLNS ngày 23/8/2018.",
            [("number", "Công văn số 1226/STC-QLNS ngày 23/8/2018")],
            id="a lower number of a later day",
        ),
        pytest.param(
            "Quyết định số 2/QĐ-STC ngày 18/01/2018, Quyết định số 3/QĐ-STC ngày 18/01/2018.", [], id="one day for both"
        ),
        pytest.param(
            "Kế hoạch số 90/KH-UBND ngày 02/3/2023; Kế hoạch số 12/KH-UBND ngày 20/6/2023.",
            [],
            id="offices of every unit",
        ),
        pytest.param(
            "Kế hoạch số 90-KH/HU ngày 02/3/2020 của Huyện ủy; Kế hoạch số 02-KH/HU ngày 20/9/2020 của Huyện ủy.",
            [],
            id="a term begins",
        ),
        pytest.param(
            "tình hình dịch, UBND phường kịp thời có văn bản chỉ đạo: Công văn số 255/UBND-KT ngày 09/4/2024; Công văn "
            "số 312/UBND-KT ngày 03/5/2024; Công văn số 298/UBND-KT ngày 27/5/2024; Công văn số 360/UBND-KT ngày "
            "24/6/2024.",
            [("number", "Công văn số 298/UBND-KT ngày 27/5/2024")],
            id="a list that one body is said to have issued",
        ),
        pytest.param(
            "nhiệm vụ năm, UBND xã đã ban hành Kế hoạch số 41/KH-UBND ngày 12/5/2022 triển khai Kế hoạch số 52/KH-UBND "
            "ngày 06/4/2022 về thủy lợi.",
            [],
            id="carried out by the body, issued by another",
        ),
        pytest.param(
            "Kế hoạch số 242/KH-UBND ngày 24/4/2026 của UBND tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch số 20/KH-UBND "
            "ngày 11/8/2026.",
            [],
            id="two bodies before the verb",
        ),
        pytest.param(
            "Nghị định số 47/2021/NĐ-CP ngày 01/4/2021 và Nghị định số 01/2021/NĐ-CP ngày 21/10/2021.",
            [("number", "Nghị định số 01/2021/NĐ-CP ngày 21/10/2021")],
            id="two, months apart",
        ),
    ],
)
def test_numbers_and_days(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(f"Theo {body}", "date-chronology") == found


@pytest.mark.parametrize(
    ("body", "severities"),
    [
        pytest.param(
            "Quyết định số 2/QĐ-STC ngày 18/01/2018, Quyết định số 3/QĐ-STC ngày 17/01/2018.", ["info"], id="a day"
        ),
        pytest.param(LETTERS + "văn bản số 1571/STC-QLNS ngày 23/8/2018.", ["info"], id="a letter called a document"),
        pytest.param(
            "Sở tham mưu UBND tỉnh ban hành Quyết định số 04/2018/QĐ-UBND ngày 18/01/2018; tham mưu UBND tỉnh ban hành "
            "Quyết định số 05/2018/QĐ-UBND ngày 17/01/2018.",
            ["info"],
            id="who issued both stands before",
        ),
        pytest.param(
            "UBND tỉnh ban hành Quyết định số 04/2018/QĐ-UBND ngày 18/01/2018; UBND huyện ban hành Quyết định số "
            "05/2018/QĐ-UBND ngày 17/01/2018.",
            [],
            id="two offices",
        ),
        pytest.param(
            "Công văn số 1/STC-VP ngày 05/01/2018, số 2/STC-VP ngày 03/01/2018, số 7/STC-VP ngày 20/02/2018, số "
            "8/STC-VP ngày 19/02/2018.",
            [],
            id="an office that often dates back",
        ),
        pytest.param(LETTERS + "Công văn số 1226/STC-QLNS ngày 23/8/2018.", ["warning"], id="a month"),
    ],
)
def test_a_few_days_are_a_note(body: str, severities: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}Theo {body}{TAIL}")
    assert [one.severity for one in check_report(report) if one.case == "number"] == severities


@pytest.mark.parametrize(
    ("said", "cases"),
    [
        pytest.param("02 năm thực hiện Kế hoạch số 47-KH/HU ngày 18/11/2022", [], id="as old"),
        pytest.param("10 năm thực hiện Chỉ thị số 14-CT/TU ngày 20/4/2015", [], id="some months early"),
        pytest.param("03 năm thực hiện Kế hoạch số 47-KH/HU ngày 18/11/2022", ["too-early"], id="a year too many"),
    ],
)
def test_years_of_a_review(said: str, cases: list[str]) -> None:
    report = read_text(f"{HEAD}BÁO CÁO\nSơ kết {said} của Huyện ủy\n\nCông tác được quan tâm.\n")
    assert [one.case for one in check_report(report) if one.kind == "date-chronology"] == cases


def test_the_day_of_what_is_reviewed_may_stand_in_the_text() -> None:
    title = f"{HEAD}BÁO CÁO\nSơ kết 10 năm thực hiện Chỉ thị số 14-CT/TU của Tỉnh ủy\n\n"
    body = "Thực hiện Chỉ thị số 14-CT/TU ngày 20/4/{} của Tỉnh ủy, xã đã họp.\n"
    for year, cases in (("2014", []), ("2019", ["too-early"])):
        report = read_text(title + body.format(year))
        assert [one.case for one in check_report(report) if one.kind == "date-chronology"] == cases


@pytest.mark.parametrize(
    ("body", "shorts"),
    [
        pytest.param("Đài Tiếng nói Việt Nam (VOV) đưa tin. Đài VOV phát lại.", [], id="a name in brackets"),
        pytest.param("Gửi về mausonptc@VPTQK.", [], id="an address"),
        pytest.param("Ký hiệu như sau:\nĐảng ủy biên giới: ĐUBG\nĐã ghi đủ.", [], id="spelled on its line"),
        pytest.param("Chương trình CSSKQQ nói chuyện 12 buổi.", ["CSSKQQ"], id="not explained"),
    ],
)
def test_letters_that_need_no_words(body: str, shorts: list[str], findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "abbreviation-undefined")] == shorts


def test_a_dotted_number_without_its_heading() -> None:
    parts = "1. Kinh tế\n\nĐã làm tốt.\n\n2.2. Văn hóa\n\nĐã làm tốt.\n\n2.3. Quốc phòng\n\nĐã làm tốt.\n"
    found = [one for one in check_report(read_text(HEAD + TITLE + parts + TAIL)) if one.kind == "numbering"]
    assert [(one.case, one.facts["number"]) for one in found] == [("stray", "2.2")]


def test_a_count_behind_a_number_is_no_dotted_number() -> None:
    parts = "1. Đơn đề nghị theo mẫu.\n\n2. 01 (một) bản sao giấy chứng nhận.\n\n3. Ảnh chụp.\n"
    assert not [one for one in check_report(read_text(HEAD + TITLE + parts + TAIL)) if one.kind == "numbering"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quyết định số 3078/QĐ-UBND ngày 19/12/2025 và Quyết định số 3077/QĐ-UBND ngày 18/12/2025.", [], id="a day"
        ),
        pytest.param(
            "Quyết định số 78/QĐ-UBND ngày 19/12/2025 và Quyết định số 77/QĐ-UBND ngày 07/12/2025.",
            [],
            id="an office of few decisions",
        ),
        pytest.param(
            "Quyết định số 3078/QĐ-UBND ngày 19/12/2025 của UBND tỉnh Lâm Giang và Quyết định số 3077/QĐ-UBND ngày"
            " 07/12/2025 của UBND tỉnh Sông Gia.",
            [],
            id="two offices",
        ),
        pytest.param(
            "Quyết định số 3079/QĐ-UBND ngày 19/12/2025, Quyết định số 3078/QĐ-UBND ngày 19/12/2025, Quyết định số"
            " 3077/QĐ-UBND ngày 07/12/2025.",
            ["Quyết định số 3077/QĐ-UBND ngày 07/12/2025"],
            id="the last of three",
        ),
        pytest.param(
            "Quyết định số 3079/QĐ-UBND ngày 07/12/2025, Quyết định số 3078/QĐ-UBND ngày 19/12/2025, Quyết định số"
            " 3077/QĐ-UBND ngày 19/12/2025.",
            ["Quyết định số 3079/QĐ-UBND ngày 07/12/2025"],
            id="the first of three",
        ),
    ],
)
def test_neighbouring_numbers_are_of_neighbouring_days(body: str, found: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}Xã thực hiện {body}{TAIL}")
    assert [passage(report, one) for one in check_days_of_neighbours(report)] == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param("Thông báo số 529/TYVS5-TH ngày 17/7/2019", [], id="in order"),
        pytest.param("Thông báo số 529/TYB5-TH ngày 17/1/2019", [], id="another office"),
        pytest.param("Thông báo số 529/TYVS5-TH ngày 17/1/2018", [], id="another year"),
        pytest.param(
            "Thông báo số 529/TYVS5-TH ngày 17/1/2019",
            ["Thông báo số 529/TYVS5-TH ngày 17/1/2019"],
            id="half a year before a lower number",
        ),
    ],
)
def test_numbers_under_a_garbled_symbol_are_in_order(other: str, found: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}Theo Thông báo số 511/TYV5-TH ngày 16/7/2019 (mẫu 01), {other} (mẫu 02).{TAIL}")
    assert [passage(report, one) for one in check_order_of_garbled_symbols(report)] == found
