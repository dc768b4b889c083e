"""Documents of all kinds against the list of their kinds that stands elsewhere (tổng số văn bản và từng loại văn bản):
'ban hành 214 văn bản' in the body, 'kế hoạch 88, báo cáo 71, công văn 45' in an appendix.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_KIND = (
    r"(?:[Nn]ghị quyết|[Qq]uyết định|[Cc]hỉ thị|[Kk]ế hoạch|[Bb]áo cáo|[Cc]ông văn|[Tt]ờ trình|[Tt]hông báo"
    r"|[Hh]ướng dẫn|[Kk]ết luận|[Cc]hương trình|[Gg]iấy mời|[Bb]iên bản|[Qq]uy chế|[Vv]ăn bản khác|[Ll]oại khác)"
)
_NUMBER = r"\d{1,3}(?:\.\d{3})?(?![\d/%]|[.,]\d)"
_ITEM = rf"(?:{_KIND}(?::| là|\t)? ?\(?(?:\d{{1,2}}\t)?{_NUMBER}(?: văn bản)?\)?|(?<![\d/.,]){_NUMBER} {_KIND})"
_LIST = re.compile(rf"{_ITEM}(?:(?:[,;]| và|\.?\n(?:\d{{1,2}}\t|[-+*•] ?)?) ?(?:và )?{_ITEM}){{2,15}}")
_EACH = re.compile(_NUMBER)
_ROW = re.compile(r"\n\d{1,2}\t")
_LABEL = re.compile(r"(?:[Cc]ơ cấu|[Ll]oại|[Ss]ố|[Tt]hống kê|[Pp]hân loại|[Bb]an hành|[Gg]ồm)[^.;\n]{0,60}$")
_TOTAL = re.compile(
    r"ban hành(?: được| tổng số| tổng cộng| trên)* (?P<number>\d{1,3}(?:\.\d{3})?)(?![\d/%]|[.,]\d) (?:loại )?văn bản"
    r"(?! (?:quy phạm|hướng dẫn|của|đến|đi|không|chưa|được|về|liên quan|khác|sai|quá|trả))"
)
_COUNTED = re.compile(r"\d(?: loại)? văn bản")
_SOME = re.compile(r"(?<!\w)(?:quý|tháng \d|tuần|trong đó|cùng kỳ|năm trước|kế hoạch năm|tính riêng|thêm)(?!\w)")
_BEFORE = 120  # letters before a list that say of what it is
_NEAR = 5  # that part of a total by which the kinds may miss it


def check_documents_of_kinds(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the kinds of documents that a list tells elsewhere do not make all those
    issued.

    Not flagged: reports of two totals or two such lists, lists of the total's own sentence, which are told elsewhere;
    what is far off, and may be of other documents; totals of a quarter or a month.
    """
    text = report.text
    if _COUNTED.search(text) is None or is_dirty(report):
        return
    totals = [
        one for one in finds(_TOTAL, text) if not _SOME.search(text, sentence_start(text, one.start()), one.end())
    ]
    lists = [one for one in finds(_LIST, text) if _is_of_documents(text, one.start())] if totals else []
    if len({one["number"] for one in totals}) != 1 or len(lists) != 1:
        return
    total, listed = totals[0], lists[0]
    if sentence_end(text, total.end()) > listed.start() > total.start():
        return
    told = _ROW.sub("\n", "\n" + listed[0])
    numbers = [Decimal(one.replace(".", "")) for one in _EACH.findall(told)]
    added, of = sum(numbers, Decimal(0)), Decimal(total["number"].replace(".", ""))
    near = abs(added - of) * _NEAR <= of or is_pen_slip(of, added, 0)
    if added != of and near:
        place = Span(total.start("number"), total.end())
        facts = {"parts": " + ".join(map(str, numbers)), "sum": str(added), "total": total[0][len("ban hành ") :]}
        yield Finding("sum-mismatch", "warning", place, "", facts, (Span(*listed.span()),))


def _is_of_documents(text: str, at: int) -> bool:
    """Whether the words before a list say that it tells the kinds of all documents issued."""
    before = text[max(at - _BEFORE, 0) : at]
    line = (
        before.rsplit("\n", 3)[-3:] if before.endswith(("\n", "\t")) or re.search(r"\n\d{1,2}\t$", before) else [before]
    )
    said = " ".join(line)
    return "ăn bản" in said and (_LABEL.search(said.rsplit(". ", 1)[-1]) is not None or "oại văn bản" in said)


CHECKS = (check_documents_of_kinds,)
