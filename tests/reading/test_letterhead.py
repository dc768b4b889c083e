"""The head of a document: bodies, number, place and date, type and title, however its columns came over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.model.reports import Letterhead, Report
from tongket.reading.read import read_source

ReportOf = Callable[[str], Report]

BODY = "BÁO CÁO\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def head(report_of: ReportOf, text: str) -> Letterhead:
    return report_of(text + BODY).letterhead


@pytest.mark.parametrize(
    ("lines", "parent", "body", "number", "symbol", "canonical", "place", "date"),
    [
        pytest.param(
            f"UBND TỈNH MẪU SƠN   {STATE}\nSỞ NỘI VỤ   {MOTTO}\n\nSố: 92/BC-SNV   Mẫu Sơn, ngày 15 "
            f"tháng 5 năm 2024\n\n",
            "UBND TỈNH MẪU SƠN",
            "SỞ NỘI VỤ",
            "92",
            "BC-SNV",
            "92/BC-SNV",
            "Mẫu Sơn",
            "2024-05-15",
            id="wide blanks between columns",
        ),
        pytest.param(
            f"ỦY BAN NHÂN DÂN {STATE}\nHUYỆN LŨNG ẲNG {MOTTO}\nSố: /BC-UBND Lũng Ẳng, ngày tháng 02 năm 2024\n\n",
            None,
            "ỦY BAN NHÂN DÂN HUYỆN LŨNG ẲNG",
            None,
            "BC-UBND",
            None,
            "Lũng Ẳng",
            "2024-02",
            id="one blank between columns, number and day left open",
        ),
        pytest.param(
            f"ỦY BAN NHÂN DÂN\t{STATE}\nXÃ LŨNG ẲNG\t{MOTTO}\nSố: 12/BC-UBND\tLũng Ẳng, ngày 5 tháng 3 năm 2024\n\n",
            None,
            "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG",
            "12",
            "BC-UBND",
            "12/BC-UBND",
            "Lũng Ẳng",
            "2024-03-05",
            id="tabs between columns",
        ),
        pytest.param(
            " \tĐẢNG BỘ TỈNH MẪU SƠN\nHUYỆN ỦY LŨNG ẲNG\n*\nSố 410-BC/HU\n\n\t\n\tĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Lũng Ẳng, ngày 13 tháng 5 năm 2019\n\n",
            "ĐẢNG BỘ TỈNH MẪU SƠN",
            "HUYỆN ỦY LŨNG ẲNG",
            "410",
            "BC/HU",
            "410-BC/HU",
            "Lũng Ẳng",
            "2019-05-13",
            id="Party, tab soup",
        ),
        pytest.param(
            "| HUYỆN ỦY LŨNG ẲNG ĐẢNG ỦY XÃ NÀ PHEO * Số      -BC/ĐU | ĐẢNG CỘNG SẢN VIỆT NAM Nà Pheo, ngày    tháng"
            "    năm 2025 |\n\n",
            "HUYỆN ỦY LŨNG ẲNG",
            "ĐẢNG ỦY XÃ NÀ PHEO",
            None,
            "BC/ĐU",
            None,
            "Nà Pheo",
            "2025",
            id="cells run together between bars",
        ),
    ],
)
def test_heads(
    lines: str,
    parent: str | None,
    body: str,
    number: str | None,
    symbol: str,
    canonical: str | None,
    place: str,
    date: str,
    report_of: ReportOf,
) -> None:
    found = head(report_of, lines)
    assert (found.parent_body, found.issuing_body) == (parent, body)
    assert (found.number, found.symbol, found.canonical) == (number, symbol, canonical)
    assert (found.place, found.date) == (place, date)
    assert found.inferred == ()
    assert (found.doc_type, found.title) == ("Báo cáo", "Kết quả công tác năm 2024")


@pytest.mark.parametrize(
    ("lines", "regime"),
    [
        pytest.param(f"UBND XÃ LŨNG ẲNG\n{STATE}\n", "state", id="national title"),
        pytest.param("HUYỆN ỦY LŨNG ẲNG\nĐẢNG CỘNG SẢN VIỆT NAM\n", "party", id="Party title"),
        pytest.param(f"ỦY BAN MTTQ VIỆT NAM\nHUYỆN LŨNG ẲNG\n{STATE}\n", "front", id="Front under the national title"),
        pytest.param("BCH TỈNH ĐOÀN MẪU SƠN\t\tĐOÀN TNCS HỒ CHÍ MINH\n", "youth", id="Youth Union"),
    ],
)
def test_regimes(lines: str, regime: str, report_of: ReportOf) -> None:
    assert head(report_of, f"{lines}\n").regime == regime


@pytest.mark.parametrize(
    ("left", "parent", "body"),
    [
        pytest.param(
            ("ỦY BAN MTTQ VIỆT NAM", "TỈNH MẪU SƠN", "BAN THƯỜNG TRỰC"),
            None,
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH MẪU SƠN",
            id="a board with its committee",
        ),
        pytest.param(
            ("BAN DÂN VẬN HUYỆN ỦY - ỦY BAN NHÂN DÂN", "HUYỆN KHE VÀNG"),
            None,
            "BAN DÂN VẬN HUYỆN ỦY - ỦY BAN NHÂN DÂN HUYỆN KHE VÀNG",
            id="two bodies that write together",
        ),
        pytest.param(
            ("HỘI ĐỒNG NHÂN DÂN", "TỈNH MẪU SƠN", "BAN KINH TẾ - NGÂN SÁCH"),
            "HỘI ĐỒNG NHÂN DÂN TỈNH MẪU SƠN",
            "BAN KINH TẾ - NGÂN SÁCH",
            id="a board under its council",
        ),
    ],
)
def test_bodies_over_several_lines(left: tuple[str, ...], parent: str | None, body: str, report_of: ReportOf) -> None:
    right = (STATE, MOTTO, "", "")
    text = "\n".join(f"{one}\t{other}" for one, other in zip(left, right, strict=False))
    found = head(report_of, f"{text}\nSố: 63/BC-MT\tMẫu Sơn, ngày 28 tháng 5 năm 2026\n\n")
    assert (found.parent_body, found.issuing_body) == (parent, body)


def test_what_is_not_printed_is_inferred_and_said_so(report_of: ReportOf) -> None:
    text = "Số: /BC-UBND\n\nLũng Ẳng, ngày tháng năm 2024\n\nBÁO CÁO\n\nSơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU\n\n"
    text += "Thực hiện Công văn số 12/SNV-VP, Ủy ban nhân dân huyện báo cáo như sau:\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\n"
    text += "Trên đây là báo cáo của Ủy ban nhân dân huyện Lũng Ẳng./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    found = report_of(text).letterhead
    assert found.issuing_body == "Ủy ban nhân dân huyện Lũng Ẳng"
    assert found.regime == "state"
    assert found.inferred == ("issuing_body", "regime")


def test_a_title_over_several_lines(report_of: ReportOf) -> None:
    text = "BÁO CÁO\n\n**Tổng kết 15 năm thực hiện Kết luận 62-KL/TW của Bộ Chính trị\nvề đổi mới "
    text += "phương thức hoạt động của Mặt\n"
    found = report_of(text + "trận Tổ quốc Việt Nam**\n\nPhần thứ nhất\n\nKẾT QUẢ\n").letterhead
    assert found.title is not None
    assert found.title.endswith("của Bộ Chính trị về đổi mới phương thức hoạt động của Mặt trận Tổ quốc Việt Nam")


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_heads(stem: str, shared: Path) -> None:
    gold = json.loads((shared / "gold" / f"structure-{stem}.json").read_text("utf-8"))["letterhead"]
    found = read_source(open_source(shared / "reports" / f"{stem}.txt")).letterhead
    for name in ("regime", "number", "place", "date", "doc_type", "issuing_body", "title"):
        assert getattr(found, name) == gold[name]
