"""The way of a change that is told without its size (tăng hay giảm so với kỳ trước), against the two numbers.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.told import amount_of, is_alike, neighbours
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_MORE = ("tăng", "nhiều hơn", "cao hơn", "lớn hơn", "đông hơn", "vượt")
_LESS = ("giảm", "ít hơn", "thấp hơn", "nhỏ hơn", "kém hơn")
_BETWEEN = re.compile(
    rf"[^.;\n\d]{{0,60}}?(?<!\w)(?P<word>{'|'.join((*_MORE, *_LESS))})(?: (?:nhẹ|mạnh|hơn|đáng kể|rõ rệt|dần))*"
    r"(?:,? so(?: với)?|(?= (?:cùng kỳ|năm|quý|tháng|kỳ|giai đoạn|nhiệm kỳ|(?:mức )?(?:bình quân|trung bình)|cả nước"
    r"|toàn (?:tỉnh|quốc|huyện))(?!\w))) (?P<then>[^.;\n()]{3,60}?)\s?"
    r"(?:\((?:(?:là|chỉ|đạt|có) )?|(?:là|chỉ có|chỉ đạt) )$"
)
_THEN = re.compile(r"bình quân|trung bình|cả nước|toàn|cùng kỳ|năm|quý|tháng|kỳ|giai đoạn|nhiệm kỳ|trước|đầu|vụ")
_OTHER = re.compile(r"(?<!\w)(?:trong đó|riêng|chỉ tiêu|kế hoạch|dự toán|mức|tỷ lệ|số)(?!\w)")
_MEAN = re.compile(r"(?<!\w)mức (?=bình quân|trung bình)")
_CLOSES = re.compile(r"\s?(?:\)|,|;|\.(?:\s|$)|\n|$)")


def check_directions(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a number is said to have grown or fallen, and the earlier one in brackets says
    otherwise: 'nhận 15 đơn, giảm so với cùng kỳ năm trước (12 đơn)'.

    Not flagged: numbers of other units, hedged ones, plans, other numbers between the two.
    """
    for figures, index in neighbours(report):
        if index == 0:
            continue
        before, now = figures[index], figures[index - 1]
        between = report.text[now.end : before.start]
        found = _BETWEEN.fullmatch(between)
        if (
            found is None
            or not _THEN.search(found["then"])
            or _OTHER.search(_MEAN.sub("", _again(between, now)))
            or now.qualifier
            or now.change
        ):
            continue
        first, last = amount_of(before), amount_of(now)
        same = now.unit == before.unit == "%" or is_alike(now, before)
        if first is None or last is None or before.qualifier or not same or not _CLOSES.match(report.text, before.end):
            continue
        if between.endswith("là ") and found["word"] in _LESS and 2 * first < last:
            continue  # 'giảm so với năm trước là 41 vụ': by so many
        if first != last and (last > first) != (found["word"] in _MORE):
            facts = {"now": now.text, "before": before.text, "way": found["word"]}
            facts["true_way"] = "tăng" if last > first else "giảm"
            at = now.end + found.start("word")
            related = (Span(now.start, now.end), Span(before.start, before.end))
            yield Finding("change-mismatch", "error", Span(at, before.end), "direction", facts, related)


def _again(between: str, now: Figure) -> str:
    """The words behind a number without those that name once more what it counts: 'với 14 cuộc, số cuộc tăng'."""
    return re.sub(rf"(?<!\w)số (?:lượng )?{re.escape(now.unit)}(?!\w)", " ", between) if now.unit else between


_TREND = tuple(
    re.compile(
        rf"(?P<word>{word})(?<!\w{word})(?:(?: (?:dần|đều|liên tục|mạnh|nhanh|sâu|rõ rệt|đáng kể"
        r"|qua (?:các|từng) năm|(?:hằng|hàng) năm))"
        r"(?: (?:qua|theo) (?:các|từng) năm)?[^.;:\n\d]{0,30}| so với [^.;:\n\d]{3,20})?\s?[:(] ?"
    )
    for word in ("tăng", "giảm")
)
_OF_YEAR = re.compile(
    r"năm (?P<year>(?:19|20)\d\d)(?:[^.;,\n\d]{0,25}?)(?P<number>\d[\d.]*(?:,\d+)?)(?P<unit>%?)(?![\d/])"
)
_AGAINST_THEN = tuple(
    re.compile(
        rf"(?P<word>{word})(?<!\w{word})(?: [^.;:\n\d]{{0,30}})?:"
        r" (?:(?:\d{1,2} tháng|[Nn]ăm (?P<year>\d{4}))(?!\w))?"
        r"[^.;\n\d]{0,30}?(?P<now>\d[\d.]*) (?P<unit>[^\W\d_]+)(?!\w)[^.;\n\d]{0,40}[,;]"
        r" (?:trong khi |so với )?(?:cùng kỳ(?: năm (?:\d{4}|trước))?|năm (?P<other>\d{4}))"
        r"[^.;\n\d]{0,30}? (?P<then>\d[\d.]*) (?P=unit)(?!\w)"
    )
    for word in ("tăng", "giảm")
)


def check_against_then(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the two numbers behind a colon go the other way: 'giảm: 9 tháng xảy ra 14 vụ,
    cùng kỳ năm 2024 xảy ra 11 vụ'.
    """
    for found in (one for pattern in _AGAINST_THEN for one in finds(pattern, report.text)):
        now, then = parse_number(found["now"]), parse_number(found["then"])
        if found["other"] and (found["year"] or "") <= found["other"]:
            continue  # the years stand in their order, or of which the first number is, is not told
        if now is not None and then is not None and now != then and (now > then) != (found["word"] == "tăng"):
            facts = {"now": f"{shown(now)} {found['unit']}", "before": f"{shown(then)} {found['unit']}"}
            facts |= {"way": found["word"], "true_way": "tăng" if now > then else "giảm"}
            yield Finding("change-mismatch", "error", Span(*found.span()), "direction", facts)


_IN_BRACKETS = re.compile(
    r"(?<!\w)(?P<word>[Tt]ăng|[Gg]iảm)(?: [^.;:()\d\n]{0,40})? ?"
    r"\((?P<said>[^()\n]{0,20}?năm (?:19|20)\d\d[^()\n]{5,120})\)"
)
_NUMBERS = re.compile(r"\d[\d.,]*\d|\d")


def check_years_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the numbers of two years in brackets behind a change go the other way, the later
    year first: 'số vụ cháy giảm (năm 2024 là 24 vụ, năm 2023 là 19 vụ)'.

    Not flagged: brackets that hold further numbers; years in their order, which make a trend.
    """
    for found in finds(_IN_BRACKETS, report.text):
        years = [*_OF_YEAR.finditer(report.text, *found.span("said"))][::-1]
        if len(years) != _PAIR or years[0]["year"] >= years[1]["year"] or years[0]["unit"] != years[1]["unit"]:
            continue
        if len(_NUMBERS.findall(found["said"])) != 2 * _PAIR:
            continue
        first, last = (parse_number(one["number"]) for one in years)
        grew = found["word"].lower() == "tăng"
        if first is not None and last is not None and first != last and (last > first) != grew:
            facts = {
                "now": f"{years[1]['number']}{years[1]['unit']}",
                "before": f"{years[0]['number']}{years[0]['unit']}",
            }
            facts |= {"way": found["word"].lower(), "true_way": "giảm" if grew else "tăng"}
            related = tuple(Span(*one.span()) for one in years)
            yield Finding("change-mismatch", "error", Span(*found.span()), "direction", facts, related)


_PAIR = 2
_TREND_REACH = 220  # letters behind the word in which the years stand


def check_trends(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where numbers of years in a row do not go the way that is said: 'tăng dần: năm 2022 là
    812, năm 2023 là 774'.

    Not flagged: years out of order, numbers of which some are rates and some are not.
    """
    for said in (said for pattern in _TREND for said in finds(pattern, report.text)):
        end = report.text.find("\n", said.end(), said.end() + _TREND_REACH)
        low, high = said.end(), end if end >= 0 else said.end() + _TREND_REACH
        stop = report.text.find(". ", low, high)
        years = list(_OF_YEAR.finditer(report.text, low, stop if stop >= 0 else high))
        if len({one["unit"] for one in years}) != 1 or [one["year"] for one in years] != sorted(
            {one["year"] for one in years}
        ):
            continue
        numbers = [parse_number(one["number"]) for one in years]
        for one, other, first, last in zip(years, years[1:], numbers, numbers[1:], strict=False):
            if first is not None and last is not None and first != last and (last > first) != (said["word"] == "tăng"):
                facts = {"now": f"{other['number']}{other['unit']}", "before": f"{one['number']}{one['unit']}"}
                facts |= {"way": said["word"], "true_way": "tăng" if last > first else "giảm"}
                place, related = Span(said.start("word"), other.end()), (Span(*one.span()), Span(*other.span()))
                yield Finding("change-mismatch", "error", place, "direction", facts, related)
                break


_A_NUMBER = r"\d[\d.,]*(?: ?%| [^\W\d_]+(?: [^\W\d_]+)?)?"
_THAN_BEFORE = (
    r"(?=[^.;:()\d\n]{0,20} so với (?:cùng kỳ|(?:năm|kỳ|quý|tháng|nhiệm kỳ|vụ) (?:trước|\d)|đầu (?:năm|kỳ|nhiệm kỳ)"
    r"|cuối năm|(?:năm|kỳ) ngoái))"
)
_TWO_WAYS = tuple(
    re.compile(rf"{first} {_A_NUMBER}(?:, | \()(?:tức )?(?:là )?{other} (?:thêm |được )?{_A_NUMBER}{_THAN_BEFORE}")
    for first, other in (("giảm (?:xuống )?còn", "tăng"), ("giảm xuống", "tăng"), ("tăng lên", "giảm"))
)


def check_two_ways(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where one number falls and rises at once: 'giảm còn 3,5%, tăng 0,4% so với năm trước'.

    Not flagged: changes against a plan, or against another time than the one before it.
    """
    for found in (one for pattern in _TWO_WAYS for one in finds(pattern, report.text)):
        facts = {"printed": " ".join(found[0].split())}
        yield Finding("change-mismatch", "warning", Span(*found.span()), "two-ways", facts)
