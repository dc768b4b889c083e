"""The known documents: a symbol is no identity, and a user's file adds to ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError
from tongket.reading.citations.symbols import read_symbol
from tongket.registry.documents import load_documents
from tongket.registry.types import DOCUMENT_TYPES, TYPE_NAMES


def test_twins_are_never_merged() -> None:
    assert [document.date for document in load_documents().of_symbol("25-NQ/TW")] == [
        "2003-03-12",
        "2008-07-25",
        "2013-06-03",
    ]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        pytest.param(None, 3, id="without a date all"),
        pytest.param("2013-06-03", 1, id="the day decides"),
        pytest.param("2003", 1, id="so does the year"),
        pytest.param("2019", 0, id="none is of that year"),
    ],
)
def test_a_date_tells_twins_apart(date: str | None, found: int) -> None:
    assert len(load_documents().of_symbol("25-NQ/TW", date)) == found


def test_a_bare_number_finds_its_document() -> None:
    (document,) = load_documents().of_number("Kết luận", "62")
    assert document.symbol == "62-KL/TW"
    assert load_documents().of_number("Kết luận", "9999") == ()


def test_every_symbol_of_the_table_is_canonical() -> None:
    for document in load_documents().all:
        symbol = read_symbol(document.symbol)
        assert symbol is not None
        assert (symbol.canonical, symbol.repaired) == (document.symbol, False)
        assert document.type in TYPE_NAMES


def test_a_replacement_is_known_where_its_symbol_is_given() -> None:
    documents = load_documents()
    unknown = [d.symbol for d in documents.all if d.replaced_by and not documents.of_symbol(d.replaced_by)]
    assert unknown == []


@pytest.mark.parametrize(
    ("symbol", "date", "names"),
    [
        pytest.param(
            "1719/QĐ-TTg", "2021-10-14", "vùng đồng bào dân tộc thiểu số và miền núi", id="national programme"
        ),
        pytest.param("120/2020/QH14", "2020-06-19", "phê duyệt chủ trương đầu tư", id="what the Assembly approved"),
        pytest.param("45/2021/TT-BGDĐT", "2021-12-31", "trường học an toàn", id="circular on schools"),
    ],
)
def test_what_reports_cite_most_is_known_by_its_number(symbol: str, date: str, names: str) -> None:
    (document,) = load_documents().of_symbol(symbol)
    assert document.date == date
    assert names in document.subject


def test_own_documents_are_added(tmp_path: Path) -> None:
    own = tmp_path / "van-ban.tsv"
    own.write_text(
        "type\tsymbol\tdate\tissuer\tsubject\nChỉ thị\t06-CT/TU\t07/9/2021\tTỉnh ủy\tvận động quần chúng\n",
        encoding="utf-8-sig",
    )
    documents = load_documents(own)
    assert [document.date for document in documents.of_symbol("06-CT/TU")] == ["2021-09-07"]
    assert documents.of_symbol("62-KL/TW")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("Chỉ thị\t06-CT/TU\t\tTỉnh ủy\tx", "date", id="no date"),
        pytest.param("Chỉ thị\t06-CT/TU\t31/02/2021\tTỉnh ủy\tx", "31/02/2021", id="no such day"),
        pytest.param("Chỉ thị\t06-CT/TU", "date", id="columns missing"),
    ],
)
def test_a_mistake_in_ones_own_file_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    own = tmp_path / "van-ban.tsv"
    own.write_text(f"type\tsymbol\tdate\tissuer\tsubject\n{line}\n", encoding="utf-8")
    with pytest.raises(ProgrammeError) as caught:
        load_documents(own)
    assert caught.value.where == "van-ban.tsv:2"
    assert says in caught.value.message("en")


def test_each_type_has_one_abbreviation_in_a_regime() -> None:
    seen: dict[tuple[str, str], str] = {}
    for kind in DOCUMENT_TYPES:
        for regime in kind.regimes:
            assert seen.setdefault((kind.name, regime), kind.abbreviation) == kind.abbreviation
