"""Appendices (phụ lục): each label with its title and caption, to the next label or the end."""

from __future__ import annotations

import re

from tongket.model.reports import Appendix
from tongket.reading.form.frame import Frame
from tongket.reading.running.flow import Flow
from tongket.reading.tables.rows import is_rule

CAPTION = re.compile(
    r"[Ss]ố liệu|[Tt]ính (?:đến|từ)|[Gg]iai đoạn|[Tt]ừ (?:ngày|tháng|năm)|[Đđ]ến (?:ngày|tháng|năm)|[Tt]hời điểm"
    r"|[Nn]ăm \d{4}"
)
TABLE_TITLE = re.compile(
    r"(?:\d{1,2}|[IVX]{1,5}|[A-H]|[a-zđ])\s?[.)/-]\s*\S|(?:Bảng|BẢNG|Biểu|BIỂU|Phụ biểu|PHỤ BIỂU)\b"
)
LABEL = re.compile(
    r"((?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu)(?:\s+(?:SỐ|số))?"
    r"(?:\s*:?\s*(?:[IVX]+|\d+[A-Za-z]?|[A-Z])(?=$|[\s.:,/-]))?)\s*[.:\-–]?\s*"
)


def read_appendices(flow: Flow, frame: Frame) -> tuple[Appendix, ...]:
    """Each label with the title lines and the caption that follow it, to the next label or the end."""
    found: list[Appendix] = []
    indexes = list(frame.appendices)
    labels = [index for index in indexes if _is_label(flow, index)]
    if indexes and indexes[0] not in labels:
        labels.insert(0, indexes[0])
    for order, index in enumerate(labels):
        stop = labels[order + 1] if order + 1 < len(labels) else frame.appendices.stop
        found.append(_appendix(flow, index, stop))
    return tuple(found)


def _is_label(flow: Flow, index: int) -> bool:
    paragraph = flow.paragraphs[index]
    if paragraph.kind != "body" or paragraph.end - paragraph.start > 250:
        return False
    text = flow.text[paragraph.start : paragraph.end]
    found = LABEL.match(text)
    if not found:
        return False
    rest = text[found.end() :]
    return found.group(1).isupper() or not rest or found.group(1)[-1].isdigit()


def _appendix(flow: Flow, index: int, stop: int) -> Appendix:
    paragraph = flow.paragraphs[index]
    text = flow.text[paragraph.start : paragraph.end]
    found = LABEL.match(text)
    label = found.group(1).strip() if found else ""
    titles = [text[found.end() :]] if found and text[found.end() :] else []
    caption, caption_at = "", None
    for after in range(index + 1, stop):
        other = flow.paragraphs[after]
        line = flow.text[other.start : other.end]
        if other.kind != "body" or TABLE_TITLE.match(line) or len(line) > 300:
            break
        if line.startswith("("):
            if not caption and CAPTION.search(line):
                caption, caption_at = line, flow.span(other.start, other.end)
        elif not is_rule(line) and not caption and len(titles) < 3:
            titles.append(line)
    last = flow.paragraphs[stop - 1]
    end = flow.span(last.start, last.end).end
    return Appendix(label, " ".join(titles).strip(), flow.raw(paragraph.start), end, caption, caption_at)
