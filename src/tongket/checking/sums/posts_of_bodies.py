"""Members of a committee against its posts (cơ cấu ban chỉ đạo, tổ, đoàn): 'Ban gồm 15 thành viên, do đồng chí Bí thư
làm Trưởng ban, 03 Phó ban và 10 thành viên'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. Who leads it is named and not counted, and is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.places import with_unit
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.reports import Report

_BODY = re.compile(
    r"gồm (?:có )?(?P<all>\d{1,2}) (?:thành viên|đồng chí|người|ủy viên|uỷ viên|vị)(?P<posts>[,;:]? [^.\n]{20,260})"
)
_LEADER = re.compile(
    r"(?:làm|là|giữ chức) (?:Trưởng [Bb]an|Tổ trưởng|Đội trưởng|Trưởng [Đđ]oàn|Chủ nhiệm|Chủ tịch [Hh]ội đồng)(?!\w)"
)
_DEPUTIES = re.compile(
    r"(?:(?P<count>\d{1,2}) )?(?:đồng chí )?(?P<as>làm |là )?(?:Phó (?:[Tt]rưởng )?(?:[Bb]an|[Đđ]oàn)|Tổ phó|Đội phó"
    r"|Phó [Cc]hủ nhiệm|Phó [Cc]hủ tịch [Hh]ội đồng)(?: [Tt]hường trực)?(?!\w)"
)
_MEMBERS = re.compile(
    r"(?P<count>\d{1,2}) (?:đồng chí |người )?(?:(?:làm|là) )?(?:thành viên|ủy viên|uỷ viên|đội viên|tổ viên)(?!\w)"
)
_NUMBER = re.compile(r"\d+")
_LISTED = re.compile(
    r"(?P<all>\d{1,2}) (?:thành viên|đồng chí|người|ủy viên|uỷ viên|vị)(?P<opens>\s?[:(]|, gồm|, trong đó(?: có)?:?)"
    r"\s?(?P<posts>(?:\d{1,2} [^\d.;:()\n]{5,60}?(?:, |,? và )){1,5}\d{1,2} [^\d.;:()\n]{5,60})(?=[.;)\n])"
)
_POST = re.compile(
    r"(?P<count>\d{1,2}) (?:đồng chí |người )?(?:(?:làm|là) )?(?P<post>[Pp]hó [Cc]hủ tịch|[Cc]hủ tịch|[Pp]hó [Bb]í thư"
    r"|[Bb]í thư|(?:Phó|phó) (?:[Tt]rưởng )?(?:[Bb]an|[Đđ]oàn)|[Tt]rưởng (?:[Bb]an|[Đđ]oàn)|[Tt]ổ trưởng"
    r"|[Tt]ổ phó|[Tt]hư ký|[Tt]hành viên|[Uu]ỷ viên|[UuỦủ]y viên)(?: [Tt]hường trực| chuyên trách| ban| tổ)?\s*$"
)
_LAST_RANK = re.compile(r"[Tt]hành viên|viên$|viên ")


def check_posts_of_bodies(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where leader, deputies and members of a committee do not make those that it has.

    Not flagged: posts of which one kind is not told or not counted, several leaders, any further number among them.
    """
    if is_dirty(report):
        return
    for found in finds(_BODY, report.text):
        counts = _counts(found["posts"])
        whole = Decimal(found["all"])
        if counts is not None and sum(counts, Decimal(0)) != whole:
            made = sum(counts, Decimal(0))
            facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(whole)}
            yield Finding("sum-mismatch", "error", with_unit(report, *found.span("all")), "", facts)


def check_posts_listed(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the posts of a list are not those that it is said to be of: 'Ban Thường trực gồm 03
    đồng chí: 01 Chủ tịch, 01 Phó Chủ tịch'.

    Not flagged: lists with anything but posts; fewer than there are where those without a post may be left out: 'Ban
    Thường vụ 07 đồng chí (01 Bí thư, 02 Phó Bí thư)'.
    """
    if is_dirty(report):
        return
    for found in finds(_LISTED, report.text):
        posts = [_POST.match(one) for one in re.split(r",? và |, ", found["posts"])]
        if not all(posts) or len({one["post"].lower() for one in posts if one}) < len(posts):
            continue
        counts = [Decimal(one["count"]) for one in posts if one]
        made, whole = sum(counts, Decimal(0)), Decimal(found["all"])
        opens = report.text[max(found.start() - _BEFORE, 0) : found.start()]
        all_told = "hường trực" in opens or _LAST_RANK.search(found["posts"]) is not None
        if made > whole or (made < whole and all_told):
            facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(whole)}
            yield Finding("sum-mismatch", "error", with_unit(report, *found.span("all")), "", facts)


_BEFORE = 40  # letters before a number in which its body is named


def _counts(posts: str) -> list[Decimal] | None:
    """The number of leaders, deputies and members; None where not each is told, or more than these."""
    leaders, deputies, members = (list(one.finditer(posts)) for one in (_LEADER, _DEPUTIES, _MEMBERS))
    told = [one["count"] for one in (*deputies, *members) if one["count"]]
    if len(leaders) != 1 or not deputies or len(members) != 1 or len(told) != len(_NUMBER.findall(posts)):
        return None
    if any(not one["count"] and not one["as"] for one in deputies):
        return None
    return [Decimal(1), *(Decimal(one["count"] or 1) for one in (*deputies, *members))]


CHECKS = (check_posts_of_bodies, check_posts_listed)
