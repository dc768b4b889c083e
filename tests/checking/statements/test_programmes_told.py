"""National target programmes named with the years of a term of the Party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"
NTM = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "programme"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Thực hiện {NTM} giai đoạn 2021 - 2025.", id="its own years"),
        pytest.param(f"Thực hiện {NTM} giai đoạn 2022 - 2024.", id="a part of them"),
        pytest.param("Chương trình xây dựng nông thôn mới của tỉnh giai đoạn 2020 - 2025.", id="one of the province"),
        pytest.param(f"Thực hiện {NTM}; kế hoạch giai đoạn 2020 - 2025.", id="the years of something else"),
    ],
)
def test_years_of_the_programme(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(f"Thực hiện {NTM} giai đoạn 2015 - 2020.", "giai đoạn 2015 - 2020", id="new countryside"),
        pytest.param(
            "Chương trình MTQG giảm nghèo bền vững giai đoạn 2020-2025.", "giai đoạn 2020-2025", id="poverty, in short"
        ),
        pytest.param(
            f"{NTM} trên địa bàn tỉnh Lương Tân, giai đoạn 2020 - 2025.", "giai đoạn 2020 - 2025", id="with its place"
        ),
    ],
)
def test_years_of_a_term(body: str, said: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == [said]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Từ năm 2006 có Chương trình mục tiêu quốc gia xóa đói giảm nghèo.", [], id="a year of its time"),
        pytest.param("Công tác xóa đói giảm nghèo đạt kế hoạch.", [], id="the work, not the programme"),
        pytest.param(
            "Giám sát Chương trình mục tiêu quốc gia về xóa đói, giảm nghèo trên địa bàn.",
            ["mục tiêu quốc gia về xóa đói, giảm nghèo"],
            id="the old name in a report of today",
        ),
    ],
)
def test_the_name_of_the_programme(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [said for case, said in findings_of(body, "citation-conflict") if case == "programme"] == found
