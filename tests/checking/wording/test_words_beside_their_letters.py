"""Abbreviations beside the words that they stand for."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report


def _superfluous(body: str) -> list[tuple[str, str]]:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    found = [one for one in check_report(report) if one.case == "superfluous"]
    return [(one.severity, str(one.facts["here"])) for one in found]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Trường trung học cơ sở (THCS) Khe Bạc có 12 lớp.", id="words before the letters in brackets"),
        pytest.param("UBND (ủy ban nhân dân) xã đã họp.", id="words in brackets"),
        pytest.param("Chữ viết tắt:\n\nHS học sinh\n\nGV giáo viên", id="a list of abbreviations"),
        pytest.param("Trường THCS tổ chức họp phụ huynh.", id="other words"),
        pytest.param("Công an xã CX đã trực.", id="letters of words that are none together"),
        pytest.param("Kế hoạch KH/12 của xã.", id="letters in a symbol"),
        pytest.param("Học sinh, HS khuyết tật được hỗ trợ.", id="a comma between them"),
    ],
)
def test_nothing_said_twice(body: str) -> None:
    assert _superfluous(body) == []


@pytest.mark.parametrize(
    ("body", "severity", "here"),
    [
        pytest.param("Có 350 HS học sinh được miễn phí.", "warning", "HS học sinh", id="words behind"),
        pytest.param("Trường THCS trung học cơ sở có 12 lớp.", "warning", "THCS trung học cơ sở", id="four of them"),
        pytest.param(
            "UBND ủy ban nhân dân xã đã họp.", "warning", "UBND ủy ban nhân dân", id="a first letter with marks"
        ),
        pytest.param("Kế hoạch KH của xã đã gửi.", "warning", "Kế hoạch KH", id="words before"),
        pytest.param("Tỷ lệ bảo hiểm BHYT đạt 95%.", "info", "bảo hiểm BHYT", id="their beginning before"),
        pytest.param("Theo Tiêu chuẩn TCVN 6909 của ngành.", "info", "Tiêu chuẩn TCVN", id="the name of a standard"),
        pytest.param("Nâng chỉ số PAPI của tỉnh.", "info", "chỉ số PAPI", id="letters of words from abroad"),
    ],
)
def test_said_twice(body: str, severity: str, here: str) -> None:
    assert _superfluous(body) == [(severity, here)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quyết định 15-QĐ/HVM; Kế hoạch 12-KH/HVM; Quyết định 18-QĐ/HMV.", [("warning", "HMV")], id="seldom"
        ),
        pytest.param("Quyết định 15-QĐ/HVM và Quyết định 18-QĐ/HMV.", [("info", "HMV")], id="once each"),
        pytest.param("Thông tư 12/2020/TT-BTC và Thông tư 15/2020/TT-BCT.", [], id="two ministries"),
        pytest.param("Quyết định 15/QĐ-HNX và Quyết định 18/QĐ-HVM.", [], id="other letters"),
    ],
)
def test_letters_of_a_code_changed_round(body: str, found: list[tuple[str, str]]) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    told = [one for one in check_report(report) if one.case == "short-form"]
    assert [(one.severity, str(one.facts["here"])) for one in told] == found
