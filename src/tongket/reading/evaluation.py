"""The parts of a report that weigh and look ahead (đánh giá, phương hướng): one passage a paragraph.

A heading says which part a paragraph belongs to, and the headings below it inherit; only in the description of the
situation do the first words of a paragraph ('Tuy nhiên', 'Bên cạnh đó') tell difficulties from the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.model.places import Span
from tongket.model.reports import Passage, PassageKind, Section
from tongket.model.sources import Source
from tongket.reading.form.frame import Frame
from tongket.reading.running.flow import Flow, FlowParagraph

_LEAD = r"(?:(?:về|những|một số|các|đánh giá(?: chung)?|nêu|phần)\s+)*(?:mặt\s+|điểm\s+)?"
_STRENGTHS = re.compile(
    rf"{_LEAD}(?:ưu điểm|làm được|mặt được|mạnh\b|kết quả nổi bật|thành tựu|mặt tích cực|tích cực\b|kết quả đạt được\b)"
)
_LIMITATIONS = re.compile(
    rf"{_LEAD}(?:(?:khó khăn|thiếu sót|vướng mắc)[,;và\s]+)*(?:tồn tại|hạn chế|khuyết điểm|nhược điểm|yếu kém"
    r"|bất cập|chưa được|chưa làm được|thiếu sót|yếu\b|khuyết\b)"
)
_CAUSES = re.compile(rf"{_LEAD}nguyên nhân\b")
_LESSONS = re.compile(rf"{_LEAD}(?:bài học|kinh nghiệm)\b")
_TASKS = re.compile(
    rf"{_LEAD}(?:phương hướng|nhiệm vụ|giải pháp|mục tiêu|định hướng|chương trình công tác|kế hoạch thời gian tới)\b"
)
_AHEAD = re.compile(
    r"(?:phương hướng|nhiệm vụ|giải pháp)\b.*\b(?:thời gian tới|những năm tới|năm tới|tiếp theo|đến năm)"
)
_AHEAD_WORD = re.compile(r"phương hướng|nhiệm vụ|giải pháp|kiến nghị")
_NOT_TASKS = re.compile(r"kết quả|chức năng|tình hình|công tác triển khai|đã thực hiện|tổ chức thực hiện nhiệm vụ")
_RECOMMENDATIONS = re.compile(rf"{_LEAD}(?:kiến nghị|đề xuất|đề nghị|ý kiến đề xuất)\b")
_FORECAST = re.compile(rf"{_LEAD}(?:dự báo|bối cảnh thời gian tới)\b")
_ADVANTAGES = re.compile(rf"{_LEAD}thuận lợi\b")
_DIFFICULTIES = re.compile(rf"{_LEAD}(?:khó khăn|thách thức|vướng mắc)\b")
_SITUATION = re.compile(r"đặc điểm|tình hình|khái quát|bối cảnh")
_HARDSHIP = re.compile(
    r"[-+*]?\s*(?:Tuy nhiên|Tuy vậy|Song\b|Bên cạnh (?:đó|những|các|thuận lợi|kết quả)|Khó khăn|Ngoài những thuận lợi"
    r"|Về khó khăn)"
)
_TABLE_TITLE = re.compile(r"(?:Bảng|BẢNG|Biểu|BIỂU|Phụ biểu)\s+(?:số\s*)?\d")
_NONE_WORDS = re.compile(
    r"(?:[-–+]\s*)?không(?:[\s,]+(?:có|phát sinh|kiến nghị|đề xuất|đề nghị|ý kiến|gì|nội dung|khó khăn|vướng mắc"
    r"|tồn tại|hạn chế|và|nào|thêm|khác))*\s*[./;]*"
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The passages in reading order, and the kinds that an explicit 'Không' answers."""

    passages: tuple[Passage, ...]
    declared_none: tuple[PassageKind, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    section: Section
    kind: PassageKind | None
    situation: bool


def read_evaluation(source: Source, flow: Flow, frame: Frame, sections: Sequence[Section]) -> Evaluation:
    """The evaluation of a report, by its headings."""
    places = list(_places(sections, None, situation=False, judged=False, done=False))
    starts = [place.section.start for place in places]
    passages: list[Passage] = []
    none: dict[PassageKind, None] = {}
    for _, paragraph, text in frame.paragraphs(flow, frame.body):
        if paragraph.kind != "body" or not text:
            continue
        at = flow.raw(paragraph.start)
        order = bisect_right(starts, at) - 1
        if order < 0:
            continue
        place = places[order]
        if place.section.kind == "heading" and at < place.section.head_end:
            continue
        kind = _kind_here(place, text)
        if kind is None or (_TABLE_TITLE.match(text) and len(text) < 200):
            continue
        words = _own_words(flow, place.section, paragraph, text)
        if says_none(words):
            none[kind] = None
            continue
        passages.append(Passage(kind, paragraph_spans(source, flow, paragraph), text))
    answered = {passage.kind for passage in passages}  # 'Không' to one addressee beside a request to another is no none
    return Evaluation(tuple(passages), tuple(kind for kind in none if kind not in answered))


def says_none(words: str) -> bool:
    """Whether a paragraph answers an explicit 'Không', and nothing else."""
    return _NONE_WORDS.fullmatch(words.lower().strip()) is not None


def _places(
    sections: Sequence[Section], inherited: PassageKind | None, *, situation: bool, judged: bool, done: bool
) -> Iterator[_Place]:
    for section in sections:
        title = (section.title or "").lower()
        own = kind_of(title, judged=judged)
        if done and own == "tasks":
            own = None  # 'Nhiệm vụ 1' below the results is a task done
        several = bool(title) and _is_several(title)
        kind = own if own else None if several else inherited
        described = situation or (kind is None and bool(_SITUATION.search(title)) and "triển khai" not in title)
        yield _Place(section, kind, described)
        yield from _places(
            section.children,
            kind,
            situation=described,
            judged=judged or title.startswith(("đánh giá", "nhận xét")),
            done=done or ("kết quả" in title and not _AHEAD_WORD.search(title)),
        )


def kind_of(title: str, *, judged: bool = False) -> PassageKind | None:
    """The kind that a title announces, in small letters; ``judged``: below a heading of evaluation.

    A title that names two parts at once ('ưu điểm, hạn chế') announces none: its own headings do.
    """
    if not title or _is_several(title):
        return None
    if _LIMITATIONS.match(title):
        return "limitations"
    if _STRENGTHS.match(title):
        return "strengths" if judged or "kết quả" not in title else None
    if _CAUSES.match(title):
        return "causes"
    if _LESSONS.match(title):
        return "lessons"
    if _RECOMMENDATIONS.match(title):
        return "recommendations"
    if _FORECAST.match(title):
        return "forecast"
    if (_TASKS.match(title) or _AHEAD.search(title)) and not _NOT_TASKS.search(title):
        return "tasks"
    if _ADVANTAGES.match(title):
        return "advantages"
    return "difficulties" if _DIFFICULTIES.match(title) else None


def _is_several(title: str) -> bool:
    good = "ưu điểm" in title or "làm được" in title or "kết quả đạt được" in title
    bad = "hạn chế" in title or "tồn tại" in title or "khuyết điểm" in title
    return (good and bad) or ("thuận lợi" in title and "khó khăn" in title)


def _kind_here(place: _Place, text: str) -> PassageKind | None:
    if place.kind is not None:
        begins = text.lstrip("-–+* ")
        if place.kind == "limitations" and begins.startswith("Nguyên nhân"):
            return "causes"
        return place.kind
    if place.situation and _HARDSHIP.match(text):
        return "difficulties"
    return None


def _own_words(flow: Flow, section: Section, paragraph: FlowParagraph, text: str) -> str:
    """The paragraph without the heading that runs into it."""
    if section.body_start is None or not flow.raw(paragraph.start) <= section.body_start:
        return text
    for offset in range(paragraph.start, paragraph.end):
        if flow.raw(offset) >= section.body_start:
            return flow.text[offset : paragraph.end]
    return text


def paragraph_spans(source: Source, flow: Flow, paragraph: FlowParagraph) -> tuple[Span, ...]:
    """The pieces of the source that make a paragraph: one, unless notes or a line end cut it."""
    merged: list[Span] = []
    low = high = -1
    for start, end in flow.pieces(paragraph.start, paragraph.end):
        if low < 0 or source.text.find("\n", high, start) >= 0:
            if low >= 0:
                merged.append(Span(low, high))
            low = start
        high = end
    return (*merged, Span(low, high)) if low >= 0 else ()
