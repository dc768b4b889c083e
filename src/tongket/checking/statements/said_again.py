"""What a sentence says again of itself (lặp ý trong một câu): the issuer behind its own document, how a thing is done,
those who are in the group named before, the verb of a matter.

Cases of ``spelling``, whose page stands with the wording; a time told twice is in ``wording.spelling_repeated``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LEVEL = r"(?:\s(?:xã|phường|thị\strấn|huyện|tỉnh|thành\sphố))?"
_BODY = (
    rf"(?:Chính\sphủ|Thủ\stướng\sChính\sphủ|Bộ\sChính\strị|Ban\sBí\sthư"
    rf"|(?:(?:Thường\strực|Ban\sThường\svụ)\s)?(?:UBND|HĐND|(?:Ủy|Uỷ)\sban\snhân\sdân|Hội\sđồng\snhân\sdân"
    rf"|Đảng\s(?:ủy|uỷ)|Huyện\s(?:ủy|uỷ)|Tỉnh\s(?:ủy|uỷ)){_LEVEL})"
)
_TYPES = r"(?:Nghị\squyết|Nghị\sđịnh|Quyết\sđịnh|Kế\shoạch|Chỉ\sthị|Công\svăn|Chương\strình|Thông\sbáo|Kết\sluận)"
_ISSUES = re.compile(r"(?:ban\shành|thông\squa)\s(?=[NQKCT])")
_ISSUER = re.compile(rf"(?<!\w)(?P<body>{_BODY})\s(?:đã\s|vừa\s|kịp\sthời\s)?$")
_DOCUMENT = re.compile(rf"{_TYPES}\ssố\s\S+(?:,?\sngày\s\d[\d/.-]+)?,?\s(?P<again>của\s(?P<body>{_BODY}))(?!\w)")
_HOW = ("ịp thời", "ghiêm túc", "uyết liệt", "ồng bộ", "hặt chẽ")  # how a thing is done, without the first letter
_AND = ("và các ", "và những ", "và đối tượng ")
_GROUP = re.compile(
    r"(?<!\w)(?P<who>(?:người|hộ|gia\sđình|cán\sbộ|đảng\sviên|hội\sviên|doanh\snghiệp)\s[^\W\d_]+(?:\s[^\W\d_]+)?)\s$"
)
_OF_GROUP = re.compile(r"và\s(?:(?:các|những|đối\stượng)\s)+")
_MUST_BE = re.compile(r"(?:phải|cần) được (?P<again>[^\W\d_]+ [^\W\d_]+)")
_ASKED = re.compile(
    r"(?:[Xx]in|[Ll]ấy) (?P<what>ý kiến|chủ trương) (?:(?!đã(?!\w))[^.;\n]){3,80}?(?<!\w)(?P<again>cho (?P=what))(?!\w)"
)
# Two words that join clauses in one way.
_JOINED = ("rường hợp nếu ", "hằm để ", "ể nhằm ", "ì do ", "o vì ", "hưng tuy nhiên", "uy nhiên nhưng ")
_JOINT = re.compile(
    r"(?:[Tt]rường hợp nếu|[Nn]hằm để|[Đđ]ể nhằm|[Vv]ì do|[Dd]o vì|[Nn]hưng tuy nhiên|[Tt]uy nhiên nhưng)(?!\w)"
)
_WRAPPED = re.compile(r"\n(?=[^\W\dA-ZĐ_])")  # a line that goes on in small letters
_STOP = re.compile(r"[.;:,\n]")
_REACH = 160  # letters of a sentence before a word


def check_said_again(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` (a hint) where a sentence says again what it has said.

    Not flagged: two clauses that are told apart by a comma or a semicolon; scans with dirt.
    """
    if is_dirty(report):
        return
    text = _WRAPPED.sub(" ", report.text)
    for place in (
        *_issuers(text),
        *_manners(text),
        *_groups(text),
        *_matters(text),
        *_requests(text),
        *_joints(text),
        *_verbs(text),
        *_labels(report, text),
    ):
        here = " ".join(text[place.start : place.end].split())
        yield Finding("spelling", "info", place, "repeated", {"here": here})


def _issuers(text: str) -> Iterator[Span]:
    """'UBND xã ban hành Kế hoạch số ... của UBND xã'."""
    for found in _ISSUES.finditer(text):  # of a text made here, whose words are not in order
        who = _ISSUER.search(text, max(found.start() - _REACH, 0), found.start())
        document = _DOCUMENT.match(text, found.end()) if who else None
        if who and document and who["body"] == document["body"]:
            yield Span(*document.span("again"))


def _manners(text: str) -> Iterator[Span]:
    """'đề xuất kịp thời cho xã tổ chức thực hiện kịp thời'."""
    for word in _HOW:
        for one, other in pairwise(places_of(text, word)):
            low = one + len(word)
            named = text.startswith(" của", low)  # 'sự chỉ đạo kịp thời của', a name of its own
            if other - low < _REACH // 2 and not named and not _STOP.search(text, low, other):
                yield Span(other - 1, other + len(word))


def _groups(text: str) -> Iterator[Span]:
    """'người có công và các đối tượng người có công'."""
    for at in places_of(text, *_AND):
        group = _GROUP.search(text, max(at - 40, 0), at)
        joint = _OF_GROUP.match(text, at)
        if group and joint and re.match(rf"{re.escape(group['who'])}(?!\w)", text[joint.end() :]):
            yield Span(joint.end(), joint.end() + len(group["who"]))


def _matters(text: str) -> Iterator[Span]:
    """'việc thi hành bản án phải được thi hành'."""
    for at in places_of(text, "phải được ", "cần được "):
        act = _MUST_BE.match(text, at)
        before = text[max(at - _REACH, 0) : at]
        opens = before.rfind(f"iệc {act['again']} ") if act else -1
        if act and opens >= 0 and not re.search(r"[.;:\n]", before[opens:]):
            yield Span(*act.span("again"))


def _requests(text: str) -> Iterator[Span]:
    """'xin ý kiến các ngành cho ý kiến'."""
    for at in places_of(text, "in ý kiến ", "ấy ý kiến ", "in chủ trương "):
        found = _ASKED.match(text, at - 1) if at else None
        if found is not None:
            yield Span(*found.span("again"))


def _joints(text: str) -> Iterator[Span]:
    """'trường hợp nếu', 'nhằm để'."""
    for at in places_of(text, *_JOINED):
        found = _JOINT.match(text, at - 1) if at and not text[max(at - 2, 0)].isalpha() else None
        if found is not None:
            yield Span(*found.span())


_TWICE = re.compile(
    r"(?<!\w)(?P<verb>triển khai|thực hiện|xây dựng|tuyên truyền|quán triệt|vận động|kiểm tra)(?: và|,| và tiếp tục)"
    r" (?P<again>(?:tổ chức|triển khai|tiến hành) (?P=verb))(?!\w)",
    re.IGNORECASE,
)


def _verbs(text: str) -> Iterator[Span]:
    """'triển khai và tổ chức triển khai chương trình'."""
    for at in places_of(text, " tổ chức ", " triển khai ", " tiến hành "):
        found = _TWICE.search(text, max(at - 24, 0), at + 40)
        if found is not None and found.start("again") == at + 1:
            yield Span(*found.span("again"))


_COUNTED = re.compile(r"\s?:\s*\d")
_MARK = re.compile(r"[\s\d.*+–-]*(?:[a-zđ]\)\s)?")


def _labels(report: Report, text: str) -> Iterator[Span]:
    """'b) Tồn tại, hạn chế:' and below it '- Tồn tại, hạn chế: ...'."""
    for section in report.walk_sections():
        title = " ".join((section.title or "").split()).strip(" :.")
        if section.kind != "heading" or " " not in title or not section.head_end:
            continue
        if (section.number or "").startswith("Điều"):
            continue  # an article may name first what it rules
        mark = _MARK.match(text, section.head_end)
        low = mark.end() if mark else section.head_end
        counted = _COUNTED.match(text, low + len(title))  # the first row of those below the heading
        if text.startswith((f"{title}:", f"{title} :"), low) and not counted:
            yield Span(low, low + len(title))


CHECKS = (check_said_again,)
