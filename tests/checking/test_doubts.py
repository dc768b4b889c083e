"""Numbers of a scan that recognition is unsure of are findings, and a scan says that it is one."""

from __future__ import annotations

import pytest

from tongket.checking.catalogue import mend, message
from tongket.checking.doubts import (
    check_doubtful_numbers,
    check_exact_counts,
    check_garbled_headings,
    check_scan,
)
from tongket.files.text import text_blocks
from tongket.model.reports import Report
from tongket.model.sources import Doubt, Source
from tongket.reading.read import read_source

TEXT = """ỦY BAN NHÂN DÂN
XÃ LŨNG ẲNG
Số: 41/BC-UBND
Lũng Ẳng, ngày 12 tháng 9 năm 2026

BÁO CÁO
Kết quả công tác năm 2026

Thực hiện Kế hoạch số 187/KH-UBND ngày 14/10/2021 của UBND tỉnh, toàn xã có 2.387 hộ, trong đó 351 hộ nghèo.
"""


def scanned(*words: str, confidence: float = 0.41) -> Report:
    doubts = tuple(Doubt(TEXT.index(word), TEXT.index(word) + len(word), confidence) for word in words)
    blocks = text_blocks(TEXT)
    return read_source(Source("a.png", "", "picture", TEXT, blocks, scanned=True, confidence=0.912, doubts=doubts))


def found(report: Report) -> list[tuple[str, str]]:
    return [(one.case, one.facts["text"]) for one in check_doubtful_numbers(report)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param((), [], id="nothing is in doubt"),
        pytest.param(("toàn", "nghèo"), [], id="words without a digit are no facts"),
        pytest.param(("351",), [("figure", "351 hộ")], id="a figure"),
        pytest.param(("187/KH-UBND",), [("citation", None)], id="a document number"),
        pytest.param(("41/BC-UBND",), [("head", "Số: 41")], id="the number of the report itself"),
        pytest.param(("2.387", "351"), [("figure", "2.387 hộ"), ("figure", "351 hộ")], id="each for itself"),
    ],
)
def test_doubtful_numbers(words: tuple[str, ...], expected: list[tuple[str, str | None]]) -> None:
    seen = found(scanned(*words))
    assert [case for case, _ in seen] == [case for case, _ in expected]
    for (_, text), (_, wanted) in zip(seen, expected, strict=True):
        assert wanted is None or text.startswith(wanted)


def test_a_symbol_that_was_misread_is_said_once_with_what_it_is_taken_for() -> None:
    text = TEXT.replace("187/KH-UBND", "187/KH-UBNO")
    at = text.index("187/KH")
    doubts = (Doubt(at, at + 11, 0.4),)
    report = read_source(Source("a.png", "", "picture", text, text_blocks(text), scanned=True, doubts=doubts))
    (finding,) = check_doubtful_numbers(report)
    assert finding.facts == {"text": "187/KH-UBNO", "symbol": "187/KH-UBND"}
    assert "taken for 187/KH-UBND" in message(finding, "en")


def test_a_scan_says_that_it_is_one_and_how_sure() -> None:
    (finding,) = check_scan(scanned("351"))
    assert (finding.severity, finding.facts["pct"], finding.facts["count"]) == ("info", "91", "1")
    assert "91%" in message(finding, "en")
    assert mend(finding, "en")


def test_a_file_that_holds_its_text_is_no_scan() -> None:
    report = read_source(Source("a.txt", "", "txt", TEXT, text_blocks(TEXT)))
    assert not list(check_scan(report))
    assert not list(check_doubtful_numbers(report))


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param("II.", [], id="a number that stands as it is read"),
        pytest.param("H.", [{"text": "H", "number": "II"}], id="two strokes that look like H"),
    ],
)
def test_a_heading_number_that_its_neighbours_restored_is_said(mark: str, expected: list[dict[str, str]]) -> None:
    text = f"{TEXT}\nI. Ưu điểm\n\nLàm tốt.\n\n{mark} Hạn chế\n\nCòn chậm.\n\nIII. Kiến nghị\n\nKhông.\n"
    report = read_source(Source("a.png", "", "picture", text, text_blocks(text), scanned=True, confidence=0.9))
    found = list(check_garbled_headings(report))
    assert [one.facts for one in found] == expected
    assert all(report.text[one.place.start : one.place.end] == one.facts["text"] for one in found)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        pytest.param("Đã tổ chức hơn 250 cuộc.", [], id="a round number"),
        pytest.param("Đã tổ chức 256 cuộc.", [], id="an exact number called exact"),
        pytest.param("Đã tổ chức hơn 28 cuộc.", [], id="a small number"),
        pytest.param("Dân số gần 78.346 người.", [], id="a number of which the last digits are an estimate"),
        pytest.param("Đã làm hơn 256 m đường.", [], id="a length"),
        pytest.param("Đã chi hơn 256 triệu đồng.", [], id="money"),
        pytest.param("Tỷ lệ tăng hơn 256%.", [], id="a rate"),
        pytest.param("Đã huy động hơn 256 ngày công.", [], id="work by the day"),
        pytest.param("Đã tổ chức hơn 256 cuộc.", ["256 cuộc"], id="more than an exact number"),
        pytest.param("Có khoảng 1.318 người dự.", ["1.318 người"], id="about an exact number"),
    ],
)
def test_counts_called_round(said: str, numbers: list[str]) -> None:
    text = TEXT + "\n" + said + "\n"
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    assert [one.facts["number"] for one in check_exact_counts(report)] == numbers
