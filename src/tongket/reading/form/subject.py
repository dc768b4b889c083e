"""What a report reviews (nội dung báo cáo): interim or final, over how many years, which directives, through what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from tongket.model.documents import Citation, Relation
from tongket.model.places import Span
from tongket.model.reports import ReviewedDirective, Subject
from tongket.reading.form.frame import Frame
from tongket.reading.running.flow import Flow

_INTERIM = re.compile(r"\b(?:[Ss]ơ kết|SƠ KẾT)\b")
_FINAL = re.compile(r"\b(?:[Tt]ổng kết|TỔNG KẾT)\b")
_YEARS = re.compile(r"\b(?<![Tt]háng )(?<!THÁNG )(\d{1,2})\s*(?:năm|NĂM)\b(?!\s+(?:(?:học|HỌC)\s+)?\d{4})")
_CARRIES_OUT = re.compile(r"thực hiện|triển khai|cụ thể h[oó][aá]|thi hành|THỰC HIỆN|TRIỂN KHAI")
_BESIDE = re.compile(r"(?:\s|,|;|và|VÀ|gắn với|GẮN VỚI|cùng với|của|CỦA|số|SỐ|việc|ngày|[\d/.-]|thực hiện|\(|\))*")
# 'Tổng kết 10 năm thực hiện A và 5 năm thực hiện B': a directive of its own, whatever type the first is of
_ANEW = re.compile(
    r"(?:và|VÀ|với|VỚI|,|;)\s+(?:(?:[Ss]ơ kết|[Tt]ổng kết|SƠ KẾT|TỔNG KẾT)\s+)?\d{1,2}\s*(?:năm|NĂM)\s+"
    r"(?:triển khai,?\s+|TRIỂN KHAI,?\s+)?(?:thực hiện|triển khai|THỰC HIỆN|TRIỂN KHAI)\s*(?:các\s+|CÁC\s+)?$"
)
_GROUNDS = re.compile(r"[-–]?\s*(?:Thực hiện|Căn cứ|Theo|Trên cơ sở|Thi hành|Để|Nhằm|Tiếp tục thực hiện|Chấp hành)\b")
_IMPLEMENTING = {"Kế hoạch", "Chương trình", "Chương trình hành động", "Hướng dẫn", "Công văn", "Quyết định", "Đề án"}


def read_subject(
    flow: Flow,
    frame: Frame,
    title: str | None,
    title_at: Span | None,
    citations: Sequence[Citation],
    relations: Sequence[Relation] = (),
) -> Subject:
    """The subject as title and opening tell it; the fields that neither tells are None or empty."""
    opening = " ".join(_text(flow, index) for index in frame.opening)
    review = _review(title or "") or _review(opening)
    years = _years(title or "") or (_years(opening) if review else None)
    named = [one for one in citations if title_at and title_at.start <= one.start < title_at.end]
    if not named and review and frame.opening:
        named = _reviewed_in_opening(flow, frame, citations)
    directives = _directives(flow, named, _Mentioned(citations), relations)
    return Subject(review, years, directives[0].symbol if directives else None, tuple(directives))


def read_basis(flow: Flow, frame: Frame) -> Span | None:
    """The opening sentence that names the request or the grounds; several lines of grounds are one basis."""
    lines = [index for index in frame.opening if _GROUNDS.match(_text(flow, index))]
    if not lines:
        return None
    first, last = flow.paragraphs[lines[0]], flow.paragraphs[lines[-1]]
    return Span(flow.raw(first.start), flow.span(last.start, last.end).end)


def _text(flow: Flow, index: int) -> str:
    paragraph = flow.paragraphs[index]
    return flow.text[paragraph.start : paragraph.end]


def _review(text: str) -> Literal["sơ kết", "tổng kết"] | None:
    interim, final = _INTERIM.search(text), _FINAL.search(text)
    if interim and (not final or interim.start() < final.start()):
        return "sơ kết"
    return "tổng kết" if final else None


def _years(text: str) -> int | None:
    found = _YEARS.search(text)
    return int(found.group(1)) if found else None


def _reviewed_in_opening(flow: Flow, frame: Frame, citations: Sequence[Citation]) -> list[Citation]:
    """What the opening says is reviewed: the first document named after 'sơ kết' or 'tổng kết'."""
    for index in frame.opening:
        paragraph = flow.paragraphs[index]
        text = flow.text[paragraph.start : paragraph.end]
        found = _INTERIM.search(text) or _FINAL.search(text)
        if found is None:
            continue
        since = flow.raw(paragraph.start + found.start())
        until = flow.span(paragraph.start, paragraph.end).end
        inside = [one for one in citations if since <= one.start < until]
        if inside:
            return inside[:1]
    return []


class _Mentioned:
    """The citations of a report, of each document those that name it alike."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self.all = citations
        self._alike: dict[tuple[str | None, str | None], list[Citation]] = defaultdict(list)
        for one in citations:
            self._alike[one.type, one.symbol].append(one)

    def alike(self, one: Citation) -> Sequence[Citation]:
        """All of the document of ``one``; none where it has no symbol."""
        return self._alike[one.type, one.symbol] if one.symbol else ()


def _directives(
    flow: Flow, named: Sequence[Citation], mentioned: _Mentioned, relations: Sequence[Relation]
) -> list[ReviewedDirective]:
    found: dict[str, ReviewedDirective] = {}  # by their symbols
    notes = next((one.start for one in flow.paragraphs if one.kind == "note"), len(flow.text))
    chain: Citation | None = None  # the implementing document whose own directive may follow
    last: Citation | None = None
    for one in named:
        symbol = _symbol(one)
        if symbol in found:
            last = one
            continue
        if last is None:
            found[symbol] = _reviewed(one, mentioned, None)
        else:
            between = _between(flow, notes, last, one)
            if _ANEW.search(between) or (_BESIDE.fullmatch(between) and not _is_chain(last, between)):
                found[symbol] = _reviewed(one, mentioned, None)
            elif _CARRIES_OUT.search(between):
                via = _symbol(chain or last) if _is_chain(chain or last, between) else None
                if via is not None:
                    found[symbol] = _reviewed(one, mentioned, via)
        chain = chain or (one if one.type in _IMPLEMENTING else None)
        last = one
    directives = list(found.values())
    if len(directives) == 1 and chain is not None:
        directives += _through(directives[0], mentioned, relations)
    return directives


def _is_chain(one: Citation, between: str) -> bool:
    """'Kế hoạch ... thực hiện Nghị quyết ...': the plan implements; 'gắn với thực hiện' only stands beside."""
    return one.type in _IMPLEMENTING and bool(_CARRIES_OUT.search(between)) and "gắn với" not in between


def _between(flow: Flow, notes: int, one: Citation, other: Citation) -> str:
    """The words of the running text between two citations, which both lie in one paragraph or title before the
    ``notes``.
    """
    low, high = (bisect_left(range(notes), raw, key=flow.raw) for raw in (one.end, other.start))
    return flow.text[low:high]


def _symbol(one: Citation) -> str:
    return one.symbol or one.text


def _reviewed(one: Citation, mentioned: _Mentioned, via: str | None) -> ReviewedDirective:
    """The directive with its date and issuer, taken from another mention where this one lacks them."""
    same = mentioned.alike(one)
    dated = next((other for other in same if other.date and "date" not in other.shared), None)
    issued = next((other for other in same if other.issuer), None)
    date = one.date or (dated.date if dated else None)
    issuer = one.issuer or (issued.issuer if issued else None)
    return ReviewedDirective(_symbol(one), date, issuer, via)


def _through(own: ReviewedDirective, mentioned: _Mentioned, relations: Sequence[Relation]) -> list[ReviewedDirective]:
    """The directive that the body's own plan implements, where only the text says so."""
    for relation in relations:
        subject, target = mentioned.all[relation.subject], mentioned.all[relation.object]
        if relation.kind == "implements" and subject.symbol == own.symbol and target.symbol not in (None, own.symbol):
            return [_reviewed(target, mentioned, own.symbol)]
    return []
