"""Numbers with a mark or a blank too many (số gõ thừa dấu, thừa cách): '50,,06%', '5, 25%', '3. 443 người', and sums
of which a group has not three digits: '16.000.0000 đồng'.

Cases of ``spelling``, whose page stands with the slips. In Vietnamese a comma stands before decimals and a dot between
groups of three digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import matches_near
from tongket.model.findings import Finding
from tongket.model.places import Span

_COUNTED = (
    r"(?:người|hộ|ha|tấn|đồng|lượt|học sinh|trường hợp|hồ sơ|tỷ|triệu|nghìn|ngàn|con|suất|km|m2|m3|đại biểu|hội viên"
    r"|đoàn viên|đảng viên|khẩu|nhân khẩu|lao động|em|cháu|thủ tục|vụ|cử tri|ý kiến)(?!\w)"
)
_TWO_MARKS = re.compile(r"\d{1,3}(?:,,|\.\.)\d{1,3}(?!\d|[.,]\d|\.)(?=\s?%|\s" + _COUNTED + ")")
_BEHIND = (
    r"(?<!\w)(?:đạt|chiếm|tăng|giảm|tỷ lệ|tỉ lệ|bằng|còn|khoảng|gần|hơn|trên|được|có|là|với|cho|từ|tổng số|huy động) "
)
_BLANK_BEFORE_DECIMALS = re.compile(rf"{_BEHIND}(?P<number>\d{{1,3}}, (?P<rest>\d{{2}}) ?%)")
_BLANK_IN_THOUSANDS = re.compile(rf"{_BEHIND}(?P<number>[1-9]\d{{0,2}}\. \d{{3}}) (?={_COUNTED})")
_GROUPS = re.compile(
    r"[1-9](?<![\d/.,-].)\d{0,2}(?P<groups>(?:\.\d{1,6}){2,})(?![\d/]|[.,]\d)(?=\s?(?:đ\b|" + _COUNTED + "))"
)
_ONE_GROUP = re.compile(
    r"[1-9](?<![\d/.,-].)\d{0,2}\.\d{4}(?=\s(?:người|hộ|đồng|triệu đồng|lượt|học sinh|trường hợp|hồ sơ|con)(?!\w))"
)
_SEVERAL = re.compile(r"(?<!\w)(?:lần lượt|tương ứng|theo thứ tự)(?!\w)")
_DOTTED = re.compile(r"\d\.\d{2,6}\.\d\d|\.\d{4}")
_TWO_COMMAS = re.compile(
    r"\d(?<![\d/.,-].)\d{0,2},\d{1,3},\d{1,3}(?![\d/]|[.,]\d)(?=\s?%|\s?(?:ha|tấn|tạ|km|m2|m3|đồng|tỷ|triệu|nghìn|ngàn)(?!\w))"
)
_LONGEST = 24  # letters before the mark or blank of a number
_BEFORE = 60


def spoilt_numbers(text: str) -> Iterator[Finding]:
    """Findings about numbers of which a mark was typed twice, a blank divides the digits, or a group is not whole.

    Not flagged: percentages told one after the other ('lần lượt 5, 10%'), numbers of sections, days, telephones.
    """
    for found in matches_near(_TWO_MARKS, text, ",,", "..", before=len("000")):
        yield _slip("slip", found.span(), found[0], re.sub(r"([.,])\1", r"\1", found[0]))
    for found in _with_a_blank(text):
        here = found["number"]
        if not _SEVERAL.search(text, max(found.start() - _BEFORE, 0), found.start()):
            yield _slip("needless-blank", found.span("number"), here, here.replace(" ", "", 1))
    for found in _TWO_COMMAS.finditer(text):
        sizes = [len(one) for one in found[0].split(",")]
        of_thousands = set(sizes[1:]) == {3}  # as English writes them
        if (
            len(set(sizes)) > 1
            and not of_thousands
            and not _SEVERAL.search(text, max(found.start() - _BEFORE, 0), found.start())
        ):
            yield Finding("spelling", "warning", Span(*found.span()), "groups", {"here": found[0]})
    for found in finds(_TORN_YEAR, text):
        yield _slip("needless-blank", found.span("date"), found["date"], found["date"].replace(" ", ""))
    if not _DOTTED.search(text):
        return
    for found in _GROUPS.finditer(text):
        sizes = [len(one) for one in found["groups"].split(".")[1:]]
        if sizes.count(3) == len(sizes) - 1 and min(sizes) > 1:
            yield Finding("spelling", "warning", Span(*found.span()), "groups", {"here": found[0]})
    for found in _ONE_GROUP.finditer(text):
        yield Finding("spelling", "warning", Span(*found.span()), "groups", {"here": found[0]})


_TORN_YEAR = re.compile(
    r"(?P<date>\d(?<![\d/.-].)\d?(?P<mark>[/.-])\d{1,2}(?P=mark)(?:20 [0-4]|20[0-4] )\d)(?!\d)"
    r"(?=\s*(?:[,;:.)]|$|của |về |và ))"
)
_SPACED = re.compile(r"\d[.,] (?=\d)")


def _with_a_blank(text: str) -> Iterator[re.Match[str]]:
    """Each number with a blank behind its mark: looked for where digits stand on both sides, as in few places."""
    for near in _SPACED.finditer(text):
        pattern = _BLANK_BEFORE_DECIMALS if "," in near[0] else _BLANK_IN_THOUSANDS
        found = pattern.search(text, max(near.start() - _LONGEST, 0), near.end() + len("000 nhân khẩu  "))
        if found is not None and found.start("number") <= near.start() < found.end("number"):
            yield found


def _slip(case: str, span: tuple[int, int], here: str, right: str) -> Finding:
    return Finding("spelling", "warning", Span(*span), case, {"here": here, "right": right})
