"""The report as read, on one page."""

from __future__ import annotations

from pathlib import Path

import docx
import lxml.html
import pytest
from lxml.html import HtmlElement

from tongket import check, read
from tongket.messages import use_language
from tongket.writing.marked_page import marked_page

TEXT = """ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG

BÁO CÁO
Kết quả thực hiện Chỉ thị số 06-CT/TU ngày 12/3/2019 của Ban Thường vụ Tỉnh ủy

I. KẾT QUẢ
1. Công tác tuyên truyền
Thực hiện Chỉ thị số 06-CT/TU, xã đã tổ chức 12 hội nghị với 450 lượt người tham dự. Liên hệ: 0912345678.
II. HẠN CHẾ
Việc tuyên truyền có nơi <còn> chậm & chưa đều.
"""


@pytest.fixture
def page(tmp_path: Path) -> HtmlElement:
    return lxml.html.fromstring(made(tmp_path, TEXT))


def made(tmp_path: Path, text: str) -> str:
    path = tmp_path / "báo cáo.txt"
    path.write_text(text, encoding="utf-8")
    report = read(path)
    return marked_page(report, check(report))


def classed(page: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements of that class in the report's text."""
    return [one for one in page.find(".//article").iter() if name in one.get("class", "").split()]


def words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_the_text_stands_there_whole(page: HtmlElement) -> None:
    for margin in classed(page, "margin"):
        margin.drop_tree()
    shown = " ".join(words(one) for one in page.find(".//article").iter("p")).replace("••••••••78", "0912345678")
    assert shown == " ".join(TEXT.split())


def test_a_citation_is_marked_in_place_and_told_beside_it(page: HtmlElement) -> None:
    first = classed(page, "cit")[0]
    entry = page.get_element_by_id(first.get("href").removeprefix("#"))
    assert "06-CT/TU" in words(entry)
    assert "12/3/2019" in words(entry)
    assert words(classed(page, "core")[0]) == "Chỉ thị số 06-CT/TU"


def test_every_entry_leads_back_to_its_place(page: HtmlElement) -> None:
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    entries = list(page.find(".//aside").iter("a"))
    assert len(entries) > 4
    assert all(one.get("href").removeprefix("#") in ids for one in entries)


def test_a_figure_shows_its_number_and_what_is_counted(page: HtmlElement) -> None:
    assert [words(one) for one in classed(page, "num")] == ["12", "450"]


def test_headings_and_evaluation_parts_are_named_in_the_margin(page: HtmlElement) -> None:
    assert [words(one) for one in classed(page, "margin")] == ["I", "1", "II", "Tồn tại, hạn chế"]


def test_personal_data_is_masked_and_markup_is_text(tmp_path: Path) -> None:
    html = made(tmp_path, TEXT)
    assert "0912345678" not in html
    assert "&lt;còn&gt; chậm &amp; chưa" in html


def test_what_the_lists_quote_is_masked_too(tmp_path: Path) -> None:
    cited = TEXT.replace(
        "Việc tuyên truyền",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/02/2024 về hỗ trợ ông Nguyễn Văn Thử, CCCD số 012345678901; việc",
    )
    html = made(tmp_path, cited)
    assert "012345678901" not in html
    page = lxml.html.fromstring(html)
    assert any("••01" in words(one) for one in page.find(".//aside").iter("li"))


def test_amounts_in_the_lists_stand_as_vietnamese_documents_print_them(tmp_path: Path) -> None:
    page = lxml.html.fromstring(made(tmp_path, TEXT + "\nKinh phí thực hiện là 1,25 tỷ đồng.\n"))
    assert any("= 1.250.000.000 đồng" in words(one) for one in page.find(".//aside").iter("li"))


def test_the_page_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    html = made(tmp_path, TEXT)
    assert "http:" not in html
    assert "https:" not in html
    assert 'src="' not in html


def test_a_row_of_a_table_is_a_row(tmp_path: Path) -> None:
    html = made(tmp_path, TEXT + "\nPhụ lục\nTT\tNội dung\tSố lượng\n1\tHội nghị\t12\n")
    (table,) = lxml.html.fromstring(html).find(".//article").iter("table")
    assert [[words(cell) for cell in row] for row in table] == [["TT", "Nội dung", "Số lượng"], ["1", "Hội nghị", "12"]]


def test_columns_that_a_tab_parts_stand_apart(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    document.save(str(tmp_path / "a.docx"))
    page = lxml.html.fromstring(marked_page(read(tmp_path / "a.docx"), ()))
    assert "DÂN\u2003" in page.text_content()


def test_the_page_speaks_english_too(tmp_path: Path) -> None:
    use_language("en")
    assert "The report as read" in made(tmp_path, TEXT)


def test_a_law_that_is_cited_by_its_name_is_listed_by_it(tmp_path: Path) -> None:
    cited = TEXT.replace("Việc tuyên truyền", "Thực hiện Luật Thực hiện dân chủ ở cơ sở, việc tuyên truyền")
    page = lxml.html.fromstring(made(tmp_path, cited))
    leads = [words(one) for one in page.find(".//aside").iter("a")]
    assert "Luật Thực hiện dân chủ ở cơ sở" in leads
    assert "Luật" not in leads


def test_what_is_wrong_stands_before_what_is_merely_remarked(tmp_path: Path) -> None:
    text = TEXT.replace("Việc tuyên", "Công tác tham hỏi được quan tâm. Việc tuyên")
    page = lxml.html.fromstring(made(tmp_path, text))
    first, second = list(page.find(".//aside").iter("section"))[:2]
    assert {one.get("class") for one in first.iter("li")} <= {"bad", "doubt"}
    assert any("thăm hỏi" in words(one) for one in first.iter("li"))
    assert {one.get("class") for one in second.iter("li")} == {"hint"}
    assert second.get("class") == "remarks"
