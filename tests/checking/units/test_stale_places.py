"""Districts and merged units named as places after their end, whatever part of the date is printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

FoundIn = Callable[[str, str], list[tuple[str, str]]]
FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "stale-unit"
PLACE = "Trạm bơm tại quận Hà Đông vận hành 24/24 giờ."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Trạm bơm tại quận Hà Đông (cũ) vận hành 24/24 giờ.", id="said to be of before"),
        pytest.param("Năm 2023, trạm bơm tại quận Hà Đông đã được nâng cấp.", id="a year of before"),
        pytest.param("Ngày 15/3/2025, quận Hà Đông đã bàn giao trạm bơm.", id="a day of before"),
        pytest.param("Trong 6 tháng đầu năm 2025, quận Hà Đông đã trồng 300 cây xanh.", id="a half-year of before"),
        pytest.param(
            "Xét đề nghị của UBND huyện Bình Sơn tại Tờ trình số 112/TTr-UBND ngày 03/5/2024.", id="what it proposed"
        ),
        pytest.param("Đoàn công tác đã đến huyện Sầm Khao của nước bạn.", id="no unit of this country"),
        pytest.param("Cả nước trước kia có 49 quận 7 năm trước.", id="a number of districts"),
    ],
)
def test_place_that_may_be_named(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(PLACE, ("merged", "quận Hà Đông"), id="a district of a city"),
        pytest.param("Quận Hà Đông tiếp tục rà soát.", ("merged", "Quận Hà Đông"), id="which begins the sentence"),
        pytest.param("Thị trấn Sóc Sơn chủ động ứng phó.", ("town", "Thị trấn Sóc Sơn"), id="a town, one of two"),
        pytest.param("Mở rộng đường tại quận 7, quận 8.", ("merged", "quận 7"), id="a numbered district"),
        pytest.param(
            "Xây kè tại huyện Châu Thành trước mùa mưa.",
            ("level", "huyện Châu Thành"),
            id="a name of several, all ended",
        ),
        pytest.param(
            "Khởi công trạm bơm tại quận Hà Đông theo Nghị quyết số 28/NQ-HĐND ngày 22/9/2023.",
            ("merged", "quận Hà Đông"),
            id="the day is that of a document",
        ),
    ],
)
def test_place_that_has_ended(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)[:1] == [found]


def test_name_told_of_a_past_year_is_still_marked_where_it_acts_now(findings_of: FindingsOf) -> None:
    body = "Năm 2023, quận Hà Đông đã xây trạm bơm.\n\nTiếp tục vận hành trạm bơm tại quận Hà Đông."
    assert findings_of(body, KIND) == [("merged", "quận Hà Đông")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Phối hợp với các tỉnh Hà Giang, Cao Bằng và Yên Bái.", ["tỉnh Hà Giang", "Yên Bái"]),
        ("Phối hợp với các tỉnh, thành phố: Đà Nẵng, Quảng Nam, Gia Lai.", ["Quảng Nam"]),
        ("Phối hợp với các tỉnh phía Bắc (Cao Bằng, Bắc Kạn).", ["Bắc Kạn"]),
        ("Phối hợp với các tỉnh Cao Bằng, Lạng Sơn.", []),
    ],
)
def test_each_of_a_list(body: str, said: list[str], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("merged", one) for one in said]


def test_body_of_a_district_is_told_once_with_its_district(findings_of: FindingsOf) -> None:
    body = "Đề nghị Tòa án nhân dân huyện Bình Sơn xét xử kịp thời."
    assert findings_of(body, KIND) == [("level", "Tòa án nhân dân huyện Bình Sơn")]


@pytest.mark.parametrize(
    "said",
    [
        "Bảo hiểm xã hội huyện",
        "Kho bạc Nhà nước huyện",
        "Hạt Kiểm lâm huyện",
        "Phòng giao dịch Ngân hàng Chính sách xã hội huyện",
    ],
)
def test_office_of_the_nation_in_a_district(said: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"Phối hợp với {said} tuyên truyền 12 buổi.", KIND) == [("level", said)]


def test_a_word_that_is_also_of_an_office_is_no_office(findings_of: FindingsOf) -> None:
    assert findings_of("Tiếp nhận hồ sơ BHXH của người lao động huyện bạn chuyển đến.", KIND) == []


@pytest.mark.parametrize("said", ["Thị ủy", "Quận ủy", "Huyện đoàn"])
def test_committees_of_districts(said: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"Đề nghị {said} Thanh Lũng chỉ đạo, theo dõi.", KIND) == [("level", said)]


def test_name_explained_once_may_be_used(findings_of: FindingsOf) -> None:
    body = "Trạm bơm đặt tại quận Hà Đông cũ.\n\nTiếp tục vận hành trạm bơm tại quận Hà Đông."
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "severity"), [("Hoàn thành dự án thoát nước quận Hà Đông trong năm.", "info"), (PLACE, "warning")]
)
def test_district_in_the_name_of_a_project_is_a_note(body: str, severity: str) -> None:
    found = [one for one in check_report(read_text(HEAD + TITLE + body + TAIL)) if one.kind == KIND]
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize(
    ("date", "flagged"),
    [
        ("ngày 12 tháng 9 năm 2026", True),
        ("ngày    tháng 7 năm 2025", True),
        ("ngày    tháng 6 năm 2025", False),
        ("ngày    tháng    năm 2026", True),
        ("ngày    tháng    năm 2025", False),
    ],
)
def test_date_of_which_a_part_is_printed(date: str, flagged: bool, found_in: FoundIn) -> None:
    text = HEAD.replace("ngày 12 tháng 9 năm 2026", date) + TITLE + "UBND huyện Thanh Lũng chủ trì, phối hợp." + TAIL
    assert ("level", "UBND huyện Thanh Lũng") in found_in(text, KIND) or not flagged
    assert bool(found_in(text, KIND)) == flagged


def test_documents_that_are_cited_tell_the_year_half(found_in: FoundIn) -> None:
    head = HEAD.replace("ngày 12 tháng 9 năm 2026", "ngày    tháng    năm 2025")
    cited = (
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/8/2025 và Kế hoạch số 31/KH-UBND ngày 20/9/2025 của UBND tỉnh, "
        "UBND xã đã ban hành kế hoạch.\n\nUBND huyện Thanh Lũng chủ trì, phối hợp."
    )
    assert found_in(head + TITLE + cited + TAIL, KIND) == [("level", "UBND huyện Thanh Lũng")]
