"""More people, land, rain or money than any unit of the level has: slips of a unit, and what is large and true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Nhân dân hiến 4.800 ha đất mở đường.", [("count", "4.800 ha")], id="land given"),
        pytest.param("Nhân dân hiến 4.800 m2 đất mở đường.", [], id="land as people give it"),
        pytest.param("Phun hóa chất trên diện tích 8.500 km2.", [("count", "8.500 km2")], id="sprayed"),
        pytest.param("Phun hóa chất trên diện tích 8.500 m2.", [], id="sprayed yards"),
        pytest.param("Toàn xã có 1.842.000 hộ.", [("count", "1.842.000 hộ")], id="households of a commune"),
        pytest.param("Gieo trồng được 412.000 ha lúa.", [("count", "412.000 ha")], id="fields of a commune"),
        pytest.param("Cả nước gieo trồng được 412.000 ha lúa.", [], id="fields of the nation"),
        pytest.param("Thu hút 1.842.000 lượt người xem.", [], id="attendances are no people of the commune"),
        pytest.param("Đàn lợn 3.650 con, đàn gia cầm 4.230.000 con.", [("count", "4.230.000 con")], id="poultry"),
        pytest.param("Tổng đàn lợn của xã là 565.000 con.", [("count", "565.000 con")], id="pigs"),
        pytest.param("Đàn lợn 3.650 con, đàn gia cầm 42.300 con.", [], id="beasts of a commune"),
        pytest.param("Cả nước có đàn gia cầm 560.000.000 con.", [], id="poultry of the nation"),
        pytest.param("Thả 5.000.000 con cá giống.", [], id="young fish"),
        pytest.param("Diện tích tự nhiên 1,54 ha.", [("measure", "1,54 ha")], id="less land than any commune has"),
        pytest.param("Diện tích toàn xã là 1,54 ha.", [("measure", "1,54 ha")], id="in other words"),
        pytest.param("Diện tích tự nhiên 1.540 ha.", [], id="the land of a commune"),
        pytest.param("Khu dân cư có diện tích tự nhiên 1,54 ha.", [], id="the land of a part of it"),
    ],
)
def test_more_than_a_unit_of_the_level_has(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tổng dự toán của xã là 750.000 đồng.", [("money", "750.000 đồng")], id="a budget"),
        pytest.param("Thu hồi 01 trường hợp hưởng sai 750.000 đồng nộp ngân sách.", [], id="what one has to give back"),
    ],
)
def test_less_than_any_unit_has(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lượng mưa trong 24 giờ là 3.120 mm.", [("measure", "3.120 mm")], id="a day"),
        pytest.param("Mưa to trong 06 giờ tới 1.850 mm.", [("measure", "1.850 mm")], id="six hours"),
        pytest.param("Lượng mưa trong 24 giờ là 312 mm.", [], id="rain as it falls"),
        pytest.param("Lượng mưa cả năm là 3.120 mm.", [], id="a year"),
        pytest.param("Mừng thọ 02 cụ 1.020 tuổi.", [("measure", "1.020 tuổi")], id="older than anybody"),
        pytest.param("Mừng thọ 02 cụ 102 tuổi.", [], id="old people"),
        pytest.param("Bảo vệ cây nghiến 420 tuổi.", [], id="an old tree"),
        pytest.param("Chè Shan tuyết trên 300 tuổi được chăm sóc.", [], id="what is said of nobody"),
        pytest.param("Người dân chăm sóc chè cổ thụ 300 tuổi.", [], id="what people look after"),
    ],
)
def test_rains_and_ages(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


def test_help_to_one_person_in_milliards(findings_of: FindingsOf) -> None:
    assert findings_of("Thăm hỏi 08 người ốm, mức 900 triệu đồng/người.", KIND) == [("each", "900 triệu đồng/người")]


def test_a_pension_of_those_who_leave_is_large(findings_of: FindingsOf) -> None:
    assert findings_of("Trợ cấp nghỉ hưu trước tuổi, mức 900 triệu đồng/người.", KIND) == []


_OTHERS = "Quỹ thu 240 triệu đồng. Chi quà 1,2 tỷ đồng. Sửa đường 18 tỷ đồng."


def test_one_sum_far_above_all_others(findings_of: FindingsOf) -> None:
    body = f"{_OTHERS} Xã bố trí 2.400 tỷ đồng để lát vỉa hè."
    assert findings_of(body, KIND) == [("count", "2.400 tỷ đồng")]


def test_a_budget_may_be_far_above_other_sums(findings_of: FindingsOf) -> None:
    assert findings_of(f"{_OTHERS} Ngân sách chi 2.400 tỷ đồng cho lát vỉa hè.", KIND) == []


def test_people_of_another_sentence_do_not_live_in_the_households_before(findings_of: FindingsOf) -> None:
    assert findings_of("Vận động 1.760 hộ diệt bọ gậy. Quản lý 11 người bệnh.", KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Nhân dân thôn Nà Lầu đã bê tông hóa 1,25 km đường.", [], id="a road that it can make"),
        pytest.param("Thôn Nà Lầu cách trung tâm tỉnh 120 km.", [], id="a distance"),
        pytest.param("Thôn Nà Lầu và các thôn trong xã đã làm 120 km đường.", [], id="many hamlets"),
        pytest.param("Thôn Nà Lầu có 186 hộ với 812 nhân khẩu.", [], id="a hamlet as it is"),
        pytest.param("Nhân dân thôn Nà Lầu đã bê tông hóa 1.250 km đường.", [("count", "1.250 km")], id="a lost comma"),
        pytest.param("Tổ dân phố 5 lắp đèn trên tuyến dài 720 km.", [("count", "720 km")], id="km for m"),
        pytest.param("Thôn Nà Lầu có 18.600 hộ.", [("count", "18.600 hộ")], id="households of a district"),
    ],
)
def test_one_hamlet_has_and_makes_little(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tổng số dân là 4.650 khẩu với 2.400 hộ.", [("household", "4.650 khẩu với 2.400 hộ")], id="too few in each"
        ),
        pytest.param(
            "Dân số 14.650 người/1.400 hộ.", [("household", "14.650 người/1.400 hộ")], id="too many, over a slash"
        ),
        pytest.param("Tổng số dân là 4.650 khẩu với 1.200 hộ.", [], id="as people live"),
        pytest.param("Dân số 4.650 khẩu, trong đó 2.400 hộ nghèo.", [], id="households of one kind"),
        pytest.param("Hỗ trợ 4.650 người, 2.400 hộ.", [], id="those who were helped"),
    ],
)
def test_people_and_households_of_a_unit(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found
