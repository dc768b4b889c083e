"""The page of findings: alone, escaped, whole without a script, light."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import mau_son
import pytest

from tongket.messages import use_language
from tongket.model.places import Span
from tongket.model.reports import Section
from tongket.writing.context import context, place_words, section_number
from tongket.writing.findings_html import findings_html


@pytest.fixture(scope="module")
def page() -> str:
    return findings_html(mau_son.consolidation())


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in {"meta", "input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_tag_is_closed_and_nothing_comes_from_outside(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    names = {name for name, _ in tags.attributes}
    assert not names & {"src", "style", "onclick", "onload"}
    assert not re.search(r"https?://|@import|url\(", page)


def test_words_of_reports_are_escaped(page: str) -> None:
    read = mau_son.consolidation().reports[2]
    assert "<đang hoạt động>" in read.report.text
    assert "<đang hoạt động>" not in page


def test_each_finding_stands_with_its_passage_and_how_to_mend(page: str) -> None:
    expected = sum(len(read.findings) for read in mau_son.consolidation().reports)
    assert page.count('<li class="finding') == expected + 1
    assert '<mark class="bad">đạt 96,1%</mark>' in page
    assert '<mark class="rel">263</mark>' in page
    assert page.count('class="mend"') == expected + 1


def test_without_a_script_all_is_shown_and_the_filters_are_not(page: str) -> None:
    assert '<form class="filters" id="filters" hidden' in page
    assert not re.search(r"<(?:section|li)[^>]* hidden", page)


def test_the_page_is_light(page: str) -> None:
    assert len(page.encode()) < 100_000


def test_it_speaks_english_too() -> None:
    use_language("en")
    assert "Findings in the reports" in findings_html(mau_son.consolidation())


def test_the_context_cuts_no_word_and_marks_the_place() -> None:
    text = "Mở đầu.\n" + "từ " * 200 + "SAI" + " chữ" * 200 + "\nHết."
    at = text.index("SAI")
    pieces = context(text, Span(at, at + 3))
    assert [piece.text for piece in pieces if piece.mark] == ["SAI"]
    assert pieces[0].text == "… "
    assert pieces[-1].text == " …"
    assert all(word in {"từ", "chữ", "SAI", "…"} for piece in pieces for word in piece.text.split())


def test_section_numbers_are_said_once() -> None:
    inner = Section("1.1", "Trong", 3, 20, 30, "heading")
    middle = Section("1", "Giữa", 2, 10, 40, "heading", children=(inner,))
    outer = Section("II", "Ngoài", 1, 0, 50, "heading", children=(middle,))
    assert section_number([outer], Span(22, 23)) == "II.1.1"
    assert section_number([outer], Span(12, 13)) == "II.1"
    assert section_number([outer], Span(60, 61)) == ""


def test_a_part_stands_before_its_section() -> None:
    read = mau_son.consolidation().reports[0]
    section = Section("Phần thứ nhất", "KẾT QUẢ", 1, 0, 10**6, "heading")
    told = replace(read, report=replace(read.report, sections=(section,)))
    assert place_words(Span(5, 6), told).startswith("Phần thứ nhất, ")
