"""What `tongket read --json` prints: the parts of a report that a reader of the JSON cannot guess, and their page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tongket.exchange.report_json import report_object
from tongket.files.text import text_blocks
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
TEXT = (
    "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\nSố: 12/BCLT-UBND-MTTQ\n\nBÁO CÁO LIÊN TỊCH\n"
    "Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU\n\n"
    "I. KẾT QUẢ\n\n1. Đến ngày 15/6/2026, đã tổ chức 12 hội nghị[1].\n\nII. HẠN CHẾ\n\nCòn chậm.\n\n"
    "[1] Kế hoạch số 12/KH-UBND.\n\n"
    "TM. ỦY BAN NHÂN DÂN\tTM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\tCHỦ TỊCH\nY Nam\tNông Văn Mẫu\n"
)


def report() -> Report:
    return read_source(Source("a.txt", "", "text", TEXT, text_blocks(TEXT)))


def said(one: Report) -> dict[str, Any]:
    return report_object(one, (), lambda _: "", lambda _: "")


def names(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for name, held in value.items():
                yield name
                yield from names(held)
        case list():
            for held in value:
                yield from names(held)


def test_every_field_stands_on_its_page() -> None:
    told = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", PAGE.read_text("utf-8")))))
    assert set(names(said(report()))) - told == set()


def test_a_section_says_what_is_printed_for_its_number() -> None:
    read = report()
    garbled = replace(read, sections=(read.sections[0], replace(read.sections[1], printed="H")))
    assert [(one["number"], one["printed"]) for one in said(garbled)["sections"]] == [("I", "I"), ("II", "H")]


def test_all_who_sign_are_said() -> None:
    found = said(report())
    assert (found["signature"]["name"], [one["name"] for one in found["co_signatures"]]) == ("Y Nam", ["Nông Văn Mẫu"])
