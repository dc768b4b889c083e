"""Communes called by a kind that is not theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "unit-unknown"
CITY = HEAD.replace("XÃ LŨNG ẲNG", "THÀNH PHỐ HÀ NỘI")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Nạo vét kênh tại các phường Hà Đông, Dương Nội, Từ Liêm.", id="each is what it is called"),
        pytest.param("Nạo vét kênh tại các xã, phường: Hà Đông, Dương Nội, An Khánh.", id="both kinds"),
        pytest.param("Thăm mô hình của phường An Khánh, Thành phố Hồ Chí Minh.", id="of another province"),
        pytest.param("Trao đổi kinh nghiệm với phường An Khánh.", id="which may be of another province"),
        pytest.param("Nạo vét kênh tại các phường Hà Đông, Dương Nội, An Khê Lũng.", id="not known"),
        pytest.param("Mở rộng nghĩa trang tại thị xã Sơn Tây.", id="a town of a district"),
        pytest.param("Năm 2023, xã Đông Ngạc đã nạo vét kênh.", id="history"),
        pytest.param("Hoàn thành dự án cấp nước sạch xã Đông Ngạc.", id="the name of a project"),
        pytest.param("Lấy ý kiến tại phường Văn Miếu - Quốc Tử Giám.", id="a name of two parts"),
    ],
)
def test_commune_called_as_it_may_be(body: str, found_in: FoundIn) -> None:
    assert found_in(CITY + TITLE + body + TAIL, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Nạo vét kênh tại các phường Hà Đông, Dương Nội, An Khánh.", "An Khánh", id="in a list"),
        pytest.param("Nạo vét kênh tại xã Đông Ngạc.", "Đông Ngạc", id="alone, where no other has the name"),
        pytest.param("Nạo vét kênh tại phường An Khánh, thành phố Hà Nội.", "An Khánh", id="with its province"),
    ],
)
def test_commune_called_by_another_kind(body: str, said: str, found_in: FoundIn) -> None:
    assert found_in(CITY + TITLE + body + TAIL, KIND) == [("kind", said)]


def test_reports_of_before_the_reform_are_not_judged(found_in: FoundIn) -> None:
    head = CITY.replace("năm 2026", "năm 2024")
    assert found_in(head + TITLE + "Nạo vét kênh tại xã Đông Ngạc." + TAIL, KIND) == []


def test_a_name_that_goes_on_behind_a_dash_is_not_that_of_a_merged_unit(found_in: FoundIn) -> None:
    text = CITY + TITLE + "Lấy ý kiến tại phường Văn Miếu - Quốc Tử Giám." + TAIL
    assert found_in(text, "stale-unit") == []


def test_of_communes_of_one_name_that_of_the_province_is_meant(found_in: FoundIn) -> None:
    text = CITY + TITLE + "Nạo vét kênh tại phường Đội Cấn trước mùa mưa." + TAIL
    assert found_in(text, "stale-unit") == [("merged", "phường Đội Cấn")]


OFFICE = CITY.replace("ỦY BAN NHÂN DÂN\t", "UBND THÀNH PHỐ HÀ NỘI\t").replace(
    "THÀNH PHỐ HÀ NỘI\tĐộc", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\tĐộc"
)


def test_an_office_sits_in_the_province_of_the_body_above_it(found_in: FoundIn) -> None:
    body = "Nạo vét kênh tại các phường Hà Đông, Dương Nội, An Khánh."
    assert found_in(OFFICE + TITLE + body + TAIL, KIND) == [("kind", "An Khánh")]


@pytest.mark.parametrize(("year", "found"), [("2024", []), ("2026", [("kind", "An Khánh")])])
def test_a_report_without_a_day_is_of_the_days_that_it_tells_of(
    year: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    head = CITY.replace("Hà Nội, ngày", "ngày").replace("ngày 12 tháng 9 năm 2026", "")
    title = "BÁO CÁO\nTình hình mưa lũ\n\n"
    days = f"Mưa từ 05/9/{year} đến 06/9/{year}; nạo vét kênh ngày 07/9/{year}"
    body = f"{days} tại các phường Hà Đông, Dương Nội, An Khánh."
    assert found_in(head + title + body + TAIL, KIND) == found
