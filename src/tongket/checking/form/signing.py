"""The end of a document against its rules (quyền hạn, chức vụ của người ký; nơi nhận; dấu kết thúc).

Cases of ``layout``, ``missing-part`` and ``incomplete``, whose pages stand with the other small things of form. Source:
Decree 30/2020/NĐ-CP, annex I, section II.7 (a deputy signs 'KT.' the head and below his own post; for a collective
'TM.' and its name) and II.9 (the last line of the recipients begins with 'Lưu:').
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, folded

_POSTS = (
    "CHỦ TỊCH",
    "GIÁM ĐỐC",
    "HIỆU TRƯỞNG",
    "TRƯỞNG PHÒNG",
    "CHÁNH VĂN PHÒNG",
    "CỤC TRƯỞNG",
    "VIỆN TRƯỞNG",
    "THỦ TƯỚNG",
)
_POST = re.compile("|".join(_POSTS))
_FOR_HEAD = re.compile(r"(?:KT|K\s?/\s?T)\b")
_DEPUTY = re.compile(r"PHÓ\b|THỨ TRƯỞNG\b|[UỦ][ỶY] VIÊN\b|QUYỀN\b|Q\.")
_COLUMN = 400  # letters around a signature among which a line of its column may have been read


def check_who_signs_for_the_head(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where 'KT. CHỦ TỊCH' stands above a post that is none of a deputy, or of another head's deputy
    ('PHÓ GIÁM ĐỐC').

    Not flagged: members who sign for the head of a board, with whatever post they have elsewhere; recognised text.
    """
    signed = report.signature
    if signed is None or not signed.title or not _FOR_HEAD.match(signed.capacity or "") or is_recognised(report):
        return
    head, post = _POST.search(signed.capacity or ""), _POST.search(signed.title)
    if head is None or (post is None and _DEPUTY.match(signed.title)):
        return
    if not _DEPUTY.match(signed.title) or (post and post[0] != head[0]):
        facts = {"here": " ".join(signed.title.split()), "above": " ".join((signed.capacity or "").split())}
        yield Finding("layout", "warning", _place(report, signed.title), "for-head", facts)


_OF_DEPUTIES = re.compile(r" (?:PHỤ TRÁCH|THƯỜNG TRỰC)(?!\w).*")  # what no head is called
_ONE_HEAD = re.compile(r"PHÓ (?:GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG)\b")
_COMMITTEE = re.compile(r"TM\.?\s*(?:[UỦ][ỶY] BAN NHÂN DÂN|UBND)\b")
_ANY_AUTHORITY = re.compile(rf"(?<!\w)(?:KT|K\s?/\s?T|TL|T\s?/\s?L|TUQ|Q)\b\s*\.?\s*[{CAPITALS}]")


def check_deputies(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a deputy signs under his own post alone, without 'KT.' the head above.

    Not flagged: committees of the Party, councils, the Front and organisations, whose deputies sign for the
    collective; a line of the column that was read elsewhere; recognised text.
    """
    signed = report.signature
    if signed is None or not signed.title or signed.capacity or is_recognised(report):
        return
    of_one = _ONE_HEAD.match(signed.title) and not signed.authority
    body = signed.authority or f"TM. {(report.letterhead.issuing_body or '').upper()}"
    of_committee = signed.title.startswith("PHÓ CHỦ TỊCH") and _COMMITTEE.match(body)
    around = report.text[max(signed.start - _COLUMN, 0) : signed.end + _COLUMN]
    if (of_one or of_committee) and not _ANY_AUTHORITY.search(around):
        here = " ".join(signed.title.split())
        facts = {"here": here, "right": f"KT. {_OF_DEPUTIES.sub('', here.removeprefix('PHÓ '))}"}
        yield Finding("layout", "warning", _place(report, signed.title), "deputy", facts)


_NO_DOT = re.compile(rf"(?<!\w)(?P<mark>TM|KT|TL|TUQ) (?P<post>[{CAPITALS}]{{2,}}(?: [{CAPITALS}]{{2,}}){{0,3}})")


def check_dots(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) for 'KT CHỦ TỊCH' in the signature block, without the dot behind the mark."""
    signed = report.signature
    if signed is None or is_recognised(report):
        return
    for found in _NO_DOT.finditer(report.text, signed.start, signed.end):
        facts = {"here": found[0], "right": f"{found['mark']}. {found['post']}"}
        yield Finding("layout", "info", Span(*found.span()), "dot", facts)


_COLLECTIVES = (
    ("HỘI ĐỒNG NHÂN DÂN", re.compile(r"hội đồng nhân dân|hđnd")),
    ("ỦY BAN NHÂN DÂN", re.compile(r"[uủ][ỷy] ban nhân dân|ubnd")),
    ("BAN THƯỜNG VỤ", re.compile(r"đảng|[uủ][ỷy](?! ban)|ban thường vụ|chi bộ|bch|ban chấp hành|đoàn|hội")),
    ("MẶT TRẬN", re.compile(r"mặt trận|mttq|ban thường trực")),
)


_SYMBOLS = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}  # whose heads may be lost, and the number kept


def check_for_whom_it_is_signed(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where the collective that is signed for is not the one in the head: 'TM. HỘI ĐỒNG NHÂN DÂN'
    below a report of the people's committee.

    Not flagged: joint documents; heads of which not even the symbol is printed; bodies that are named in the head at
    all.
    """
    signed, head = report.signature, report.letterhead
    body = "" if "issuing_body" in head.inferred else head.issuing_body or ""
    body = body or _SYMBOLS.get(re.split(r"[-/]", head.symbol or "")[-1], "")
    if signed is None or not signed.authority or not body:
        return
    above = folded(f"{head.parent_body or ''} {body}")
    whole = f"{above} {folded(report.text[: head.type_at.start])}" if head.type_at else above
    for_whom = next((pattern for name, pattern in _COLLECTIVES if name in signed.authority.upper()), None)
    known = any(pattern.search(above) for _, pattern in _COLLECTIVES)
    if for_whom and known and not for_whom.search(whole) and not is_recognised(report) and not report.co_signatures:
        facts = {"here": " ".join(signed.authority.split()), "head": " ".join(body.split())}
        yield Finding("layout", "warning", _place(report, signed.authority), "signed-for", facts)


def _place(report: Report, words: str) -> Span:
    """Where a line of the signature stands: its first word at least, where it was joined from two."""
    signed = report.signature
    assert signed is not None
    start = report.text.find(words.split()[0], signed.start, signed.end)
    whole = report.text.find(words, signed.start, signed.end)
    at = whole if whole >= 0 else max(start, signed.start)
    return Span(at, min(at + len(words), signed.end) if whole >= 0 else signed.end)


_KEPT = re.compile(r"\W*(?:Lưu|LƯU|lưu)\b|.*;\s*[Ll]ưu\b")


def check_kept(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note) where no line of the recipients says where the document is kept ('Lưu: VT').

    Not flagged: extracts without a signature; recipients read as one line with others; recognised text.
    """
    at = report.recipients_at
    if at is None or not report.recipients or report.signature is None or is_recognised(report):
        return
    if not any(_KEPT.match(one) for one in report.recipients) and not _FILED.search(report.text, at.start):
        yield Finding("missing-part", "info", at, "kept")


_RECIPIENT = re.compile(r"[ \t]*[-–][ \t]*(?P<said>[^\n]*[^\s\n])[ \t]*(?=\n[ \t\n]*[-–])")
_MARKS = ";,"
_FEWEST_MARKED = 3  # lines of recipients whose mark shows how all of them end


def check_marks_of_recipients(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where one line of the recipients lacks the mark that all others above the last have.

    Decree 30/2020/NĐ-CP, annex I, section II.9 (a semicolon behind each), the Party's guide 36-HD/VPTW (a comma). Not
    flagged: lines that go on below, lines that a second column was read into; recognised text.
    """
    at = report.recipients_at
    if at is None or is_recognised(report):
        return
    lines = list(_RECIPIENT.finditer(report.text, at.start, at.end))
    bare = [one for one in lines if one["said"][-1] not in _MARKS]
    marks = {one["said"][-1] for one in lines if one not in bare}
    if len(bare) != 1 or len(marks) != 1 or len(lines) - 1 < _FEWEST_MARKED:
        return
    said = bare[0]["said"]
    last = said.split()[-1]
    if "  " not in said and "\t" not in said and len(last) > 1 and not last.isupper():
        facts = {"here": said, "mark": marks.pop()}
        yield Finding("layout", "info", Span(*bare[0].span("said")), "recipient-mark", facts)


_FILED = re.compile(r"(?<!\w)(?:Lưu|LƯU)\b")
_ENDED = ".;:!?…/)”\"'*_|>"
_FEWEST_WORDS = 8


def check_end_of_text(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where the last sentence above recipients and signature has no mark at its end.

    Not flagged: tables, lists of names and short lines; recognised text.
    """
    parts = [part.start for part in (report.recipients_at, report.signature) if part]
    if not parts or is_recognised(report):
        return
    end = len(report.text[: min(parts)].rstrip(" \t\r\n*_-"))
    last = next((one for one in report.paragraphs if one.spans and one.spans[-1].end >= end > one.spans[0].start), None)
    if last is None or last.kind != "body" or report.text[end - 1] in _ENDED or not report.text[end - 1].islower():
        return
    if len(last.text.split()) >= _FEWEST_WORDS and "|" not in last.text:
        start = max(report.text.rfind(" ", 0, end), report.text.rfind("\n", 0, end)) + 1
        yield Finding("incomplete", "info", Span(start, end), "stop", {"word": report.text[start:end]})


CHECKS = (
    check_who_signs_for_the_head,
    check_deputies,
    check_dots,
    check_for_whom_it_is_signed,
    check_kept,
    check_marks_of_recipients,
    check_end_of_text,
)
