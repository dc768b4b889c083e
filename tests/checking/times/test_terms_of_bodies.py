"""Terms of the National Assembly, of people's councils and of the Party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _terms(body: str, findings_of: FindingsOf) -> list[str]:
    return [words for case, words in findings_of(body, "period-mismatch") if case == "term"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Bầu cử đại biểu Quốc hội khóa XVI, nhiệm kỳ 2026 - 2031.", id="the National Assembly"),
        pytest.param("Đại biểu HĐND xã khóa IX, nhiệm kỳ 2021 - 2026 đã tiếp xúc cử tri.", id="a council"),
        pytest.param("Nghị quyết của HĐND huyện, nhiệm kỳ 2004 - 2011.", id="the term that was made longer"),
        pytest.param("Nghị quyết Đại hội XIII của Đảng, nhiệm kỳ 2020 - 2025.", id="years told in two ways"),
        pytest.param("Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2020 - 2025.", id="a committee"),
        pytest.param("Đại biểu HĐND xã nhiệm kỳ 2004 - 2009.", id="a term as it was elected for"),
        pytest.param(
            "Đại hội Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2001 - 2005.", id="a committee, told in the other way"
        ),
        pytest.param("Quốc hội khóa XII, nhiệm kỳ 2007 - 2012.", id="an Assembly, as it was elected for"),
        pytest.param("Thường trực HĐND và Đảng ủy xã nhiệm kỳ 2020 - 2025.", id="a committee behind a council"),
        pytest.param("Chủ tịch HĐND tham gia cấp ủy nhiệm kỳ 2020 - 2025.", id="the term of committees"),
        pytest.param("Chi bộ HĐND xã nhiệm kỳ 2022 - 2025 có 15 đảng viên.", id="the cell of a council"),
        pytest.param("Đại hội Chi bộ thôn, nhiệm kỳ 2022 - 2025.", id="a cell"),
        pytest.param("Đại hội Hội Nông dân xã, nhiệm kỳ 2018 - 2023.", id="an organisation"),
    ],
)
def test_terms_as_they_were(body: str, findings_of: FindingsOf) -> None:
    assert _terms(body, findings_of) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đại biểu Quốc hội khóa XV, nhiệm kỳ 2016 - 2021.", "Quốc hội khóa XV, nhiệm kỳ 2016 - 2021", id="Assembly"
        ),
        pytest.param("Nghị quyết của HĐND xã, nhiệm kỳ 2020 - 2025.", "HĐND xã, nhiệm kỳ 2020 - 2025", id="a council"),
        pytest.param(
            "Nghị quyết Đại hội XII của Đảng, nhiệm kỳ 2021 - 2026.",
            "Đại hội XII của Đảng, nhiệm kỳ 2021 - 2026",
            id="the congress before",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2021 - 2026.",
            "Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2021 - 2026",
            id="a committee of a place",
        ),
    ],
)
def test_terms_that_were_none(body: str, found: str, findings_of: FindingsOf) -> None:
    assert _terms(body, findings_of) == [found]


def test_a_term_over_a_broken_line(findings_of: FindingsOf) -> None:
    assert _terms("Nghị quyết của HĐND xã,\nnhiệm kỳ 2020 - 2025.", findings_of) == ["HĐND xã,\nnhiệm kỳ 2020 - 2025"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Nghị quyết Hội nghị Ban Chấp hành Trung ương Đảng khóa XIV.", [], id="the term of the day"),
        pytest.param("Chuẩn bị Đại hội đại biểu toàn quốc lần thứ XV của Đảng.", [], id="the next one"),
        pytest.param("Đại hội đại biểu toàn quốc Hội Cựu chiến binh lần thứ XVIII.", [], id="of another body"),
        pytest.param("Đại hội Đảng bộ tỉnh lần thứ XIX.", [], id="of a place"),
        pytest.param(
            "Chào mừng Đại hội đại biểu toàn quốc lần thứ XIX của Đảng.",
            ["Đại hội đại biểu toàn quốc lần thứ XIX của Đảng"],
            id="a congress to come",
        ),
        pytest.param(
            "Đại biểu Quốc hội khóa XVIII tiếp xúc cử tri.", ["Quốc hội khóa XVIII"], id="an assembly to come"
        ),
    ],
)
def test_terms_that_have_not_been(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [printed for case, printed in findings_of(body, "period-mismatch") if case == "term-ahead"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ủy ban nhân dân xã nhiệm kỳ 2021 - 2026 gồm 05 thành viên.", 0),
        ("UBND xã và Ủy ban MTTQ xã nhiệm kỳ 2019 - 2024 đã ký quy chế.", 0),
        ("Đảng bộ xã và HĐND xã nhiệm kỳ 2021 - 2026 đã phối hợp.", 0),
        ("Ủy ban nhân dân xã nhiệm kỳ 2020 - 2025 gồm 05 thành viên.", 1),
        ("Đảng bộ xã nhiệm kỳ 2021 - 2026 có 12 chi bộ.", 1),
        ("Đảng bộ xã nhiệm kỳ 2020 - 2025 có 12 chi bộ.", 0),
        ("Đảng bộ xã nhiệm kỳ 2022 - 2027 có 12 chi bộ.", 1),
        ("Quốc hội khóa XIV và đại biểu HĐND các cấp nhiệm kỳ 2021 - 2026.", 1),
        ("Ủy ban MTTQ xã khóa XII, nhiệm kỳ 2024 - 2028 gồm 35 vị.", 1),
    ],
)
def test_terms_of_other_bodies(body: str, found: int, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "period-mismatch")].count("term") == found


@pytest.mark.parametrize(
    ("years", "found"),
    [
        pytest.param("2021 - 2025", ["nhiệm kỳ 2021 - 2025"], id="a year too short"),
        pytest.param("2020 - 2025", [], id="the same"),
        pytest.param("2025 - 2030", [], id="the next one"),
    ],
)
def test_terms_of_another_length(
    years: str, found: list[str], findings_of: Callable[..., list[tuple[str, str]]]
) -> None:
    body = (
        "Đầu nhiệm kỳ 2020 - 2025 còn nhiều khó khăn. Các chương trình của nhiệm kỳ 2020 - 2025 được triển khai.\n"
        f"Nửa đầu nhiệm kỳ {years}, kinh tế tăng trưởng khá."
    )
    assert [words for _, words in findings_of(body, "period-mismatch")] == found
