# ruff: noqa: E501 - cases read best on one line each
"""The programme's sentences, filled with figures: what has no value is left out, what is left is a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Sentence
from tongket.writing.coverage import Ground, coverage_mark
from tongket.writing.exact_texts import exact_text
from tongket.writing.numerals import count_text, date_line, money_text, number_text, roman
from tongket.writing.prose import compose_sentence


def rollup(
    amount: int, unit: str = "", *, scale: int = 0, near: str = "", reported: int = 24, high: int | None = None
) -> Rollup:
    return Rollup("X", "", "mau-son", "area", amount, high, scale, unit, near, reported, 24)


VALUES = {
    "A": rollup(1846),
    "B": rollup(112408, near="trên"),
    "C": rollup(5),
    "Z": rollup(0),
    "M": rollup(1_250_000_000, "đồng"),
    "N": rollup(1_254_300_500, "đồng"),
    "T": rollup(48_600, "triệu đồng"),
    "P": rollup(9312, "%", scale=2),
    "R": rollup(15, high=20),
    "E": replace(rollup(640), marks=("estimated",)),
    "F": replace(rollup(640, near="trên"), marks=("approximate", "estimated")),
    "L": rollup(7, reported=18),
    "K": rollup(9, reported=17),
    "Q": replace(rollup(9000, "%", scale=2, reported=12), numerator=9, denominator=10),
}
RATIO = Indicator("Q", "Tỷ lệ", "%", numerator="K", denominator="L")


def mark(rollups: Sequence[Rollup]) -> str:
    return coverage_mark((Ground(one.reported, 24) for one in rollups), None)


def said(text: str) -> str:
    runs = compose_sentence(
        Sentence(text),
        lambda place: VALUES.get(place.indicator + ("/" + place.cell if place.cell else "")),
        lambda code: RATIO if code == "Q" else None,
        lambda place, _rollup, _shown: place.indicator,
        mark,
    )
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        pytest.param("Tổ chức {A} hội nghị với {B} lượt người.", "Tổ chức 1.846 hội nghị với trên 112.408 lượt người.", id="all there"),
        pytest.param("Có {C} mô hình.", "Có 05 mô hình.", id="a count below ten has two digits"),
        pytest.param("Có {Z} mô hình.", "Có 0 mô hình.", id="zero is said, not left out"),
        pytest.param("Có từ {R} mô hình.", "Có từ 15 - 20 mô hình.", id="a range stays a range"),
        pytest.param("Có {E} hộ, {F} người.", "Có ước 640 hộ, ước trên 640 người.", id="an estimate says so"),
        pytest.param("Đã trả lời {A}/{A} ý kiến, đạt {P}%.", "Đã trả lời 1.846/1.846 ý kiến, đạt 93,12%.", id="per cent printed once"),
        pytest.param("Vận động {M} đồng.", "Vận động 1,25 tỷ đồng.", id="money in readable words"),
        pytest.param("Vận động {M}.", "Vận động 1,25 tỷ đồng.", id="the unit is added when the template lacks it"),
        pytest.param("Vận động {N} đồng.", "Vận động hơn 1,254 tỷ đồng.", id="what is cut off is said"),
        pytest.param("Vận động {T} triệu đồng.", "Vận động 48.600 triệu đồng.", id="money in the unit of the template"),
        pytest.param("Có {L} mô hình.", "Có 07 mô hình (18/24 đơn vị).", id="own coverage at the end of the clause"),
        pytest.param("Có {L} mô hình, {K} tổ.", "Có 07 mô hình (18/24 đơn vị), 09 tổ (17/24 đơn vị).", id="each clause its own"),
        pytest.param("Có {L} mô hình; {K} tổ; {L} nhóm.", "Có 07 mô hình; 09 tổ; 07 nhóm (17 - 18/24 đơn vị).", id="of many it is said once, at the end"),
        pytest.param("Có {L} mô hình, {L} tổ.", "Có 07 mô hình, 07 tổ (18/24 đơn vị).", id="of equal ones, too"),
        pytest.param("Đã làm {A} việc, đạt {Q}%.", "Đã làm 1.846 việc, đạt 90% (tính trên 12 đơn vị có đủ số liệu).", id="a ratio of other bodies than its parts says so"),
        pytest.param("Tổ chức ở {L}/{K} thôn.", "Tổ chức ở 07 thôn (18/24 đơn vị).", id="no fraction of unlike grounds"),
        pytest.param("Cụ thể: Đoàn {x} người; Hội {A} người; Chi hội {C} người.", "Cụ thể: Hội 1.846 người; Chi hội 05 người.", id="a list loses its first clause"),
        pytest.param("Cụ thể: Đoàn {x} người; Hội {x} người.", "", id="a list without clauses goes"),
        pytest.param("Tổ chức {A} hội nghị với {x} lượt người; {C} xã xong.", "Tổ chức 1.846 hội nghị; 05 xã xong.", id="a clause goes"),
        pytest.param("Tổ chức {x} hội nghị với {A} lượt người; {C} xã xong.", "05 xã xong.", id="what hangs on it goes too"),
        pytest.param("Có {x} mô hình kinh tế, {A} văn hóa và {C} an ninh.", "Có 1.846 văn hóa và 05 an ninh.", id="first of a list"),
        pytest.param("Có {A} mô hình kinh tế, {B} văn hóa và {x} an ninh.", "Có 1.846 mô hình kinh tế và trên 112.408 văn hóa.", id="last of a list"),
        pytest.param("Có {A} mô hình (kinh tế {x}, văn hóa {C}).", "Có 1.846 mô hình (văn hóa 05).", id="brackets are kept in pairs"),
        pytest.param("Có {x} cuộc, trong đó {A} cuộc riêng.", "", id="a part without its whole says nothing"),
        pytest.param("Có {A} cuộc, {x?} lượt người.", "", id="a required figure is missing"),
        pytest.param("Có {x} cuộc.", "", id="no figure, no sentence"),
        pytest.param("Công tác được quan tâm.", "Công tác được quan tâm.", id="a sentence without figures stays"),
    ],
)  # fmt: skip
def test_sentences(template: str, sentence: str) -> None:
    assert said(template) == sentence


@pytest.mark.parametrize(
    ("heading", "shown"),
    [("Số tiền xử phạt (triệu đồng)", "12,5"), ("Số tiền xử phạt", "12.500.000"), ("Thu (nghìn đồng)", "12.500")],
)
def test_money_in_a_form_stands_in_the_step_of_its_label(heading: str, shown: str) -> None:
    fines = Indicator("X", "Số tiền xử phạt", "đồng", kind="money")
    assert exact_text(rollup(12_500_000, "đồng"), fines, heading) == shown


def test_numbers_and_dates_as_reports_print_them() -> None:
    assert number_text(12345, 1) == "1.234,5"
    assert number_text(-1250) == "-1.250"
    assert count_text(5, 2) == "0,05"
    assert money_text(999_999, 0, "đồng") == ("999.999", False)
    assert money_text(1_500_000, 0, "đồng") == ("1,5 triệu", False)
    assert date_line("2026-11-20") == "ngày      tháng 11 năm 2026"
    assert date_line("2026-02") == "ngày      tháng 02 năm 2026"
    assert [roman(number) for number in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
