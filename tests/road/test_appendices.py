"""Table files that belong to a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.road.appendices import with_tables


def given(*names: str, loose: bool = False) -> dict[str, list[str]]:
    files = [(Path(name), name) for name in names]
    return {one.name: [name for _, name in one.appendices] for one in with_tables(files, loose=loose)}


def test_a_table_belongs_to_the_only_report_of_its_subfolder() -> None:
    assert given("xã A/báo cáo.docx", "xã A/phụ lục.xlsx", "xã B/báo cáo.pdf", "xã B/Biểu 1.csv") == {
        "xã A/báo cáo.docx": ["xã A/phụ lục.xlsx"],
        "xã B/báo cáo.pdf": ["xã B/Biểu 1.csv"],
    }


def test_a_table_belongs_to_the_report_whose_name_its_own_begins_with() -> None:
    assert given("BC xã A.docx", "BC xã A 2.docx", "BC xã A 2_phụ lục.xls", "BC xa A phu luc.ods") == {
        "BC xã A.docx": ["BC xa A phu luc.ods"],
        "BC xã A 2.docx": ["BC xã A 2_phụ lục.xls"],
    }


@pytest.mark.parametrize("name", ["số liệu.xlsx", "khác/số liệu.xlsx"])
def test_a_workbook_that_belongs_to_none_is_read_by_itself(name: str) -> None:
    assert given("a.docx", "b.docx", name) == {"a.docx": [], "b.docx": [], name: []}


def test_tables_of_values_alone_are_passed_over_but_where_they_are_named() -> None:
    assert given("số liệu.csv", "out/báo cáo.docx", "out/số liệu.csv") == {"out/báo cáo.docx": []}
    assert given("số liệu.csv", loose=True) == {"số liệu.csv": []}


def test_beside_a_single_report_a_table_that_is_named_an_appendix_is_its_own() -> None:
    assert given("bao cao.docx", "Phụ lục 1.xls") == {"bao cao.docx": ["Phụ lục 1.xls"]}
    assert given("bao cao.docx", "số liệu.xls") == {"bao cao.docx": [], "số liệu.xls": []}
    assert given("a.docx", "b.docx", "Phụ lục 1.xls") == {"a.docx": [], "b.docx": [], "Phụ lục 1.xls": []}
