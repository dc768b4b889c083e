"""What was not read, or not held against the rest, is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import passage

from tongket.checking.catalogue import message
from tongket.checking.check import check_report
from tongket.checking.evidence import clauses
from tongket.files import limits
from tongket.files.open import source_of
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.reading.read import read_source

LIST = ", ".join(["hộ ông An ở thôn Đoài"] * 100)
Unread = Callable[[str], tuple[Report, list[Finding]]]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Unread:
    """What is said of a text where five sentences are held against each other, and ten numbers are read."""
    monkeypatch.setattr(clauses, "MOST_SENTENCES", 5)
    monkeypatch.setattr(limits, "MOST_NUMBERS", 10)

    def told(text: str) -> tuple[Report, list[Finding]]:
        report = read_source(source_of(text.encode(), "long.txt"))
        return report, [one for one in check_report(report) if one.kind == "unread"]

    return told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Xã có 12 hộ nghèo.\n" * 5, id="as many sentences as are held against each other"),
        pytest.param("Xã có 12 hộ nghèo.\n" * 5 + "Lưu: VT.", id="no sentence behind them"),
        pytest.param("TT\tTên thôn\tSố hộ\n" + "1\tThôn Đoài của xã\t5\n" * 20, id="rows of a table"),
        pytest.param(f"Gồm {LIST[:1900]}.", id="a long sentence"),
    ],
)
def test_what_is_read_whole(text: str, unread: Unread) -> None:
    assert unread(text)[1] == []


def test_sentences_beyond_those_that_are_held_against_each_other(unread: Unread) -> None:
    report, (found,) = unread("Xã có 12 hộ nghèo.\n" * 5 + "Đây là câu thứ sáu.\nĐây là câu thứ bảy.")
    assert (found.case, found.severity) == ("sentences", "info")
    assert passage(report, found).startswith("Đây là câu thứ sáu")


def test_sentences_without_an_end_are_counted_at_the_first(unread: Unread) -> None:
    report, (found,) = unread(f"Xã báo cáo.\nGồm {LIST}.\nGồm {LIST}.\n")
    assert found.case == "sentence"
    assert passage(report, found).startswith("Gồm hộ ông An")
    assert "2.000" in message(found, "en")
    assert "(2 in all)" in message(found, "en")


def test_where_the_reading_of_a_file_stopped(unread: Unread) -> None:
    report, (found,) = unread("12 hộ " * 10 + "13 hộ, của của xã")
    assert found.case == "file"
    assert passage(report, found).endswith("12 hộ")


def test_nothing_is_said_of_what_was_not_read(unread: Unread) -> None:
    report, _ = unread("12 hộ " * 10 + "13 hộ, của của xã")
    assert [passage(report, one) for one in check_report(report) if one.kind == "spelling"] == []


def test_a_text_that_lost_its_letters_is_said_to_be_no_ground(unread: Unread) -> None:
    lost = "U ban nhân dân xã đã t ch c h i ngh ; ch đ o các đ n v th c hi n.\n" * 4
    _, found = unread(f"BÁO CÁO\n{lost}")
    assert [(one.severity, one.case) for one in found if one.case == "letters"] == [("warning", "letters")]
    assert "t ch c" in message(found[0])
