"""Who is said to have the most, or the least, of those whose numbers stand beside (cao nhất, thấp nhất).

    'Nà Pằn 14 hộ, Khuổi Lịa 21 hộ, Cốc Mười 18 hộ; cao nhất là thôn Cốc Mười'; 'nhiều nhất với 45 người, tiếp đến là
    thôn Khuổi Lịa 52 người'

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. The highest and the lowest against
one another are in ``sums.extremes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_MORE, _LESS = "cao|nhiều|lớn|đông|dài", "thấp|ít|nhỏ|ngắn"
_NAME = rf"[{CAPITALS}][^\W\d_]*(?: (?:[{CAPITALS}][^\W\d_]*|\d{{1,2}}(?![\d.,%/]))){{0,4}}"
_NAMED_MOST = re.compile(
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS})) nhất(?: (?:vẫn )?(?:là|ở|thuộc về)|:)(?: (?!là|ở)[^\W\d_]+){{0,3}}? "
    rf"(?P<name>{_NAME})(?=\s?(?:[.;,)\n]|$)| (?:với|có|đạt)(?!\w))",
)
_PLACED = re.compile(
    rf"(?P<name>{_NAME}) (?:(?P<more>dẫn đầu|(?:đứng|xếp) (?:đầu|thứ nhất))|(?P<less>(?:đứng|xếp) cuối(?: cùng)?))"
    r"(?=\s?(?:[.;,)\n]|$))"
)
_ITEM = re.compile(
    rf"(?P<name>{_NAME})(?: (?:có|đạt|với|được|là|trồng|thu|nuôi|còn|giảm))?:? ?\(?(?P<number>{NUMBER})\s?"
    r"(?P<unit>%|[^\W\d_]+(?:/[^\W\d_]+)?)"
)
_OTHER_MEASURE = re.compile(r"(?<!\w)(?:tỷ lệ|bình quân|tốc độ|mức|tăng|giảm|năng suất)(?: [^\W\d_]+){0,3} $")
_OF_LIST = re.compile(  # between a list and its verdict, where they name no other measure
    r"[\s,;.()]*(?:(?:trong đó|và|là|có|thôn|bản|xã|chi bộ|đơn vị|địa phương|nơi|số|mức|tổng số)\s){0,8}", re.IGNORECASE
)
_REACH = 420  # letters before a verdict in which the list stands
_FEWEST = 3


def check_most_of_list(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one of a list is said to have the most or the least of it, and another of
    the list has more, or less.

    Not flagged: lists of several units; verdicts of another measure than the list tells ('tỷ lệ cao nhất là').
    """
    for found in (one for pattern in (_NAMED_MOST, _PLACED) for one in finds(pattern, report.text)):
        low = max(line_start(report.text, found.start()), found.start() - _REACH)
        items = list(_ITEM.finditer(report.text, low, found.start()))
        if len(items) < _FEWEST or len({one["unit"] for one in items}) != 1:
            continue
        if items[0]["unit"] != "%" and _OTHER_MEASURE.search(report.text, low, found.start()):
            continue
        between = report.text[items[-1].end() : found.start()].replace(f"{items[0]['unit']} ", "")
        if not _OF_LIST.fullmatch(_PLACED.sub("", _NAMED_MOST.sub("", between))):
            continue
        numbers = {_bare(one["name"]): parse_number(one["number"]) or Decimal(0) for one in items}
        name = _bare(found["name"])
        if len(numbers) != len(items) or name not in numbers:
            continue
        most = max(numbers.values()) if found["more"] else min(numbers.values())
        if numbers[name] != most:
            other = next(one for one in items if numbers[_bare(one["name"])] == most)
            yield told_otherwise(report.text, Span(*found.span()), Span(*other.span()))


_NOUN = re.compile(r"(?:Thôn|Bản|Ấp|Khu|Xã|Phường|Huyện|Tổ|Chi bộ|Trường|Làng|Buôn) ")


def _bare(name: str) -> str:
    """A name without the noun that begins a sentence with it: 'Thôn Nà Pàn'."""
    return _NOUN.sub("", name, count=1)


_NEXT = re.compile(
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?: [^\W\d_]+){{0,4}}? nhất(?!\w)"
    rf"[^.;\d\n]{{0,60}}? \(?(?P<first>{NUMBER})\s?"
    r"(?P<unit>%|[^\W\d_]+)(?P<between>[^.;\d\n]{0,30}?)(?:tiếp đến|tiếp theo|sau đó|kế đến|kế tiếp|thứ hai|thứ nhì)"
    rf"(?!\w)(?P<said>[^.;\d\n]{{0,60}}?) \(?(?P<second>{NUMBER})\s?(?P=unit)(?!\w)"
)
_TURN = re.compile(r"(?<!\w)(?:tăng|giảm|thêm|tháng|năm|tỷ lệ)(?!\w)")


def check_next_to_most(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where who comes next behind the first has more than that one, or less than the
    last: 'nhiều nhất với 45 người, tiếp đến là thôn Khuổi Lịa 52 người'.
    """
    for found in finds(_NEXT, report.text):
        first, second = parse_number(found["first"]), parse_number(found["second"])
        if first is None or second is None or _TURN.search(found["between"] + found["said"]):
            continue
        if second > first if found["more"] else second < first:
            place = Span(found.start(), found.end("unit"))
            yield told_otherwise(report.text, place, Span(found.start("said"), found.end()))


_MAJORITY = re.compile(
    r"(?<!\w)(?P<said>(?:[Cc]hiếm (?:đa số|phần lớn)|(?:[Tt]rong đó|như vậy|, |[Đđ]ối tượng) ?"
    r"(?:chủ yếu|đa số|phần lớn)"
    r"|(?:Phần lớn|Đa số|Chủ yếu)(?: (?!là)[^\W\d_]+){0,2}) là (?P<what>[^.;,()\n\d]{3,40}))"
)
_BEFORE_NAME = re.compile(rf"(?P<number>{NUMBER}) (?P<name>[^.;,()\n\d]{{3,40}})")
_BEHIND_NAME = re.compile(
    rf"(?P<name>[^.;,()\n\d]{{3,60}}?):? (?P<number>{NUMBER}) (?:đồng chí|người|hộ|em|cháu|vụ|trường hợp)(?=\s?[.,;)])"
)
_PARTS_OF = re.compile(r"(?<!\w)(?:gồm|bao gồm|trong đó|chia ra|cụ thể)(?!\w):?(?: có)?")


def check_majorities(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where most of a whole are called what the fewer of its parts beside it are: 'gồm
    96 hộ nghèo và 52 hộ cận nghèo. Chiếm đa số là hộ cận nghèo'.

    Not flagged: parts that are not named in the same words.
    """
    for found in finds(_MAJORITY, report.text):
        low = max(line_start(report.text, found.start()), found.start() - _REACH)
        parts = list(_PARTS_OF.finditer(report.text, low, found.start()))
        if not parts:
            continue
        what = f" {' '.join(found['what'].split())}".lower()
        for pattern in (_BEHIND_NAME, _BEFORE_NAME):  # of each the number may stand first or last
            items = list(pattern.finditer(report.text, parts[-1].end(), found.start()))
            named = [(f" {' '.join(one['name'].split())}".lower().partition(" và ")[0].rstrip(), one) for one in items]
            mine = [one for name, one in named if name == what or what.endswith(name) or name.endswith(what)]
            if len(items) < 2 or len(mine) != 1:
                continue
            own = parse_number(mine[0]["number"]) or Decimal(0)
            other = max((one for one in items if one is not mine[0]), key=lambda one: parse_number(one["number"]) or 0)
            if (parse_number(other["number"]) or 0) > own:
                yield told_otherwise(report.text, Span(*found.span("said")), Span(*other.span()))
                break


CHECKS = (check_most_of_list, check_next_to_most, check_majorities)
