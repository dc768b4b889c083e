"""The body that a document speaks for (cơ quan báo cáo), where its head prints none or leaves out its unit."""

from __future__ import annotations

import re

from tongket.model.reports import Signature
from tongket.reading.form.frame import Frame
from tongket.reading.form.printed_bodies import LACKS_UNIT, UNIT_KINDS
from tongket.reading.running.flow import Flow
from tongket.vietnamese.unicode import CAPITALS

_SPOKEN_BODY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ủy ban|Uỷ ban|UBMTTQ|Ban Thường trực|Ban Thường vụ|Ban Chấp hành"
    r"|Ban Dân vận|Ban [A-ZĐ]\w+|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Thị ủy|Đảng ủy|Đảng uỷ"
    r"|Chi bộ|Sở|Phòng|Văn phòng|Mặt trận Tổ quốc|MTTQ|Hội [A-ZĐ]\w+|Liên đoàn Lao động|Công đoàn|Đoàn [A-ZĐ]\w+"
    r"|Tỉnh đoàn|Huyện đoàn|Công an|Thanh tra|Trung tâm|Chi cục|Cục|Hội đồng nhân dân|HĐND|Đảng bộ|Thường trực)"
)
_REPORTING = re.compile(
    rf"({_SPOKEN_BODY}(?:(?!{_SPOKEN_BODY})[^,;.:()“”\"])*?)\s*,?\s*(?:xin\s+|trân trọng\s+|kính\s+|đã\s+)?"
    r"(?:báo cáo|tổng hợp|xây dựng [Bb]áo cáo|ban hành|thông báo|đánh giá)\b"
)
_CLOSING_BODY = re.compile(rf"của\s+({_SPOKEN_BODY}[^,;.:()“”\"]*?)\s*(?:[,;.]|$)")
_CLOSING_UNIT = re.compile(rf"(?:của|trên địa bàn|tại)\s+((?:{UNIT_KINDS})\s+[{CAPITALS}][^,;.:()]*?)\s*\.?/?\.?\s*$")
_BARE_KIND = re.compile(rf"(?:^|\s)({UNIT_KINDS})$")
AUTHORITY_MARK = re.compile(r"^(?:T\s?/\s?M|TM)\s*\.?\s*")


def whole_body(
    printed: str | None, flow: Flow, frame: Frame, signature: Signature | None, place: str | None
) -> str | None:
    """The issuing body with the unit that its line leaves out; where none is printed, the one that speaks or signs."""
    if printed is None:
        return _spoken_body(flow, frame, signature, place)
    return _complete(printed, flow, frame, place) if LACKS_UNIT.search(printed) else printed


def _text(flow: Flow, index: int | None) -> str:
    if index is None:
        return ""
    paragraph = flow.paragraphs[index]
    return flow.text[paragraph.start : paragraph.end]


def _spoken_body(flow: Flow, frame: Frame, signature: Signature | None, place: str | None) -> str | None:
    """The body that the opening says reports, else the closing, else the one that the signature stands for."""
    for index in reversed(frame.opening):
        found = list(_REPORTING.finditer(_text(flow, index)))
        if found:
            return _complete(found[-1].group(1).strip(), flow, frame, place)
    closing = _text(flow, frame.closing)
    found = list(_REPORTING.finditer(closing)) or list(_CLOSING_BODY.finditer(closing))
    authority = AUTHORITY_MARK.sub("", signature.authority) if signature and signature.authority else None
    if authority:
        return _complete(authority.capitalize(), flow, frame, place)
    if found:
        return _complete(found[-1].group(1).strip(), flow, frame, place)
    return None


def _complete(body: str, flow: Flow, frame: Frame, place: str | None) -> str:
    """``body`` with its unit's name where it names only the kind ('Ủy ban nhân dân huyện') or none at all."""
    closing = _text(flow, frame.closing)
    unit = _CLOSING_UNIT.search(closing)
    kind = _BARE_KIND.search(body)
    named = re.search(rf"\b{kind.group(1) if kind else ''}\s+([{CAPITALS}][^,;.:()]*?)\s*(?:\./\.|[,;.]|$)", closing)
    if kind and named:
        return f"{body} {named.group(1)}"
    if kind and place:
        return f"{body} {place}"
    if not kind and unit and body.upper().endswith(("NHÂN DÂN", "UBND", "HĐND", "VIỆT NAM")):
        return f"{body} {unit.group(1)}"
    return body
