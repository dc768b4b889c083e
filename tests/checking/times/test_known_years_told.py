"""Years in which what is generally known cannot have been, and years in which it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.registry.known_years import known_years

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Kinh tế phục hồi sau dịch COVID-19 năm 2021.", id="its year"),
        pytest.param("Sản lượng bằng năm 2018, trước đại dịch COVID-19 (năm 2019).", id="before it"),
        pytest.param("Thực hiện Nghị quyết Đại hội XIII của Đảng, năm 2024 xã đã hoàn thành.", id="another clause"),
        pytest.param("So với dịch tả lợn châu Phi năm 2019, thiệt hại ít hơn.", id="compared"),
    ],
)
def test_years_that_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("Do đại dịch COVID-19 năm 2017, nhiều hộ mất việc.", "COVID-19 năm 2017", id="behind its name"),
        pytest.param(
            "Từ khi dịch tả lợn châu Phi xuất hiện năm 2012, đàn lợn giảm.",
            "dịch tả lợn châu Phi xuất hiện năm 2012",
            id="with a verb",
        ),
        pytest.param(
            "Năm 2016, do ảnh hưởng của dịch COVID-19, lễ hội tạm dừng.",
            "Năm 2016, do ảnh hưởng của dịch COVID-19",
            id="before its name",
        ),
        pytest.param(
            "Kể từ Đại hội XIII của Đảng năm 2016, xã đã đổi mới.", "Đại hội XIII của Đảng năm 2016", id="a congress"
        ),
    ],
)
def test_years_that_cannot_be(body: str, place: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("known-year", place)]


def test_names_stand_once() -> None:
    assert known_years()["Đề án 06"] == 2022
