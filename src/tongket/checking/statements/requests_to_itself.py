"""Requests that a body makes to itself (tự đề nghị chính mình), and a document that has itself drafted: what was left
of the draft of another.

    A plan of the people's committee of a province: '- Đề xuất UBND tỉnh xem xét xuất hóa chất dự trữ.'; 'Sở Y tế tham
    mưu UBND tỉnh ban hành Kế hoạch' of the very name of that plan.

Cases of ``layout``, whose page stands with the small things of form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.registry.units import name_key
from tongket.vietnamese.unicode import CAPITALS, folded

_TYPES = frozenset(("Báo cáo", "Kế hoạch", "Chương trình", "Phương án", "Đề án", "Chỉ thị", "Quyết định"))
_LEVELS = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh"
_NAME = rf"[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,4}}"
_REQUEST = re.compile(
    r"(?:[Đđ]ề nghị|[Đđ]ề xuất|[Kk]iến nghị)(?: với)? "
    rf"(?P<body>(?P<kind>UBND|(?:Ủy|Uỷ) ban nhân dân|Đảng (?:ủy|uỷ)) (?P<level>{_LEVELS})(?: (?P<name>{_NAME}))?"
    r"|(?P<party>Tỉnh|Thành) (?:ủy|uỷ)"
    r"|(?P<office>Sở|Chi cục|Cục)(?P<of>(?: [^\W\d_]+){0,7}?)) (?:sớm |kịp thời |tiếp tục |quan tâm,? |xin )*"
    r"(?:xem xét|chỉ đạo|hỗ trợ|bố trí|ban hành|phê duyệt|cho (?:ý kiến|phép|chủ trương)|tổ chức|hướng dẫn|giao|có|tạo"
    r"|đầu tư|bổ sung|cấp|quyết định|thông qua|phân bổ|tập huấn|mở)(?!\w)"
)
_OPENS = re.compile(r"(?:^|[\n.;:]\s{0,3}|[-+*•–]\s|\d[.)]\s|[a-zđ]\)\s)(?:Kính )?$")
_SIGNS = ("ề nghị ", "ề xuất ", "iến nghị ")  # without the first letter, which may be a capital
# Who is meant to ask: a body whose tasks are told, the people whose wishes are.
_ASKS = re.compile(
    r"(?<!\w)(?:Sở|Ban|Phòng|Công an|Trung tâm|Trạm|Hội|Đoàn|Mặt trận|MTTQ|UBND|Ủy ban|Uỷ ban|Văn phòng|Chi cục|Cục"
    r"|Bộ Chỉ huy|Trường|Thanh tra|Kho bạc|Thuế|Thôn|Bản|Tổ|Các|Đơn vị|Địa phương|cử tri|người dân|công dân|nhân dân"
    r"|đại biểu|thành viên|đơn vị|sở|ngành|địa phương|thôn|ý kiến|doanh nghiệp|hội viên|đoàn viên|phản ánh)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:^|\n)(?P<said>[^\n]{3,200}):\s*(?:\n|$)")
_BEFORE = 12  # letters that open a sentence or a point
_ABOVE = 700  # letters above in which the line that leads to a list stands


def check_requests_to_itself(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a document asks the body that issues it, at the head of a sentence or of a point.

    Not flagged: the requests of others (below a heading or a line that names a body, the people, voters); bodies that
    are asked together with others; the body of another unit; scans with dirt.
    """
    head = report.letterhead
    if head.doc_type not in _TYPES or "issuing_body" in head.inferred or is_dirty(report):
        return
    text, own = report.text, folded(head.issuing_body or "").replace("uỷ", "ủy")
    for at in sorted(places_of(text, *_SIGNS)):
        found = _REQUEST.match(text, max(at - 1, 0))
        if (
            found is None
            or not _is_own(found.groupdict(), own)
            or not _OPENS.search(text, max(at - _BEFORE, 0), at - 1)
        ):
            continue
        if not _asked_by_another(report, found.start()):
            facts = {"here": " ".join(found["body"].split())}
            yield Finding("layout", "warning", Span(*found.span("body")), "to-itself", facts)


def _is_own(body: dict[str, str | None], own: str) -> bool:
    """Whether a request names the body that issues the document."""
    if body.get("party"):
        return own.startswith(f"{(body['party'] or '').lower()} ủy")
    if body.get("office"):
        office, of = folded(body["office"] or ""), folded(body["of"] or "").replace("uỷ", "ủy")
        return own == f"{office}{of}" if of else own.startswith(f"{office} ")
    kind = folded(body["kind"] or "").replace("uỷ", "ủy").replace("ubnd", "ủy ban nhân dân")
    level = f"{kind} {(body['level'] or '').lower()} "
    name = name_key(body["name"] or "")
    return own.startswith(level) and name_key(own.removeprefix(level)).startswith(name)


def _asked_by_another(report: Report, at: int) -> bool:
    """Whether a heading above, or the line that leads to a list, names who asks."""
    if any(_ASKS.search(section.title or "") for section in _above(report.sections, at)):
        return True
    leads = list(_LEAD.finditer(report.text, max(at - _ABOVE, 0), at))
    return bool(leads) and _ASKS.search(leads[-1]["said"]) is not None


def _above(sections: tuple[Section, ...], at: int) -> Iterator[Section]:
    """The sections in which a place stands, the outermost first."""
    for section in sections:
        if section.start <= at < section.end:
            yield section
            yield from _above(section.children, at)


_DRAFTS = re.compile(
    rf"tham mưu,?(?: trình)?(?: cho)? (?P<body>(?P<kind>UBND|(?:Ủy|Uỷ) ban nhân dân) (?P<level>{_LEVELS})"
    rf"(?: (?P<name>{_NAME}))?) ban hành (?P<type>Kế hoạch|Chương trình|Chỉ thị) (?P<title>[^.;\n]{{20,300}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SAME = 6  # words of a title that is longer than a mere 'công tác năm'; as many are shown


def check_drafts_of_itself(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where a document tells somebody to draft the document of its own type and title.

    Not flagged: plans of other bodies, of the parts of a matter, of other years.
    """
    head = report.letterhead
    title = _WORD.findall(folded(head.title or ""))
    own = folded(head.issuing_body or "").replace("uỷ", "ủy")
    if len(title) < _SAME or head.doc_type is None:
        return
    for at in places_of(report.text, "tham mưu"):
        found = _DRAFTS.match(report.text, at)
        if found is None or found["type"].lower() != head.doc_type.lower() or not _is_own(found.groupdict(), own):
            continue
        if _WORD.findall(folded(found["title"]))[: len(title)] == title:
            facts = {"here": f"{found['type']} {' '.join(found['title'].split()[:_SAME])} …"}
            yield Finding("layout", "info", Span(*found.span("body")), "drafts-itself", facts)


_BELOW = re.compile(
    r"(?:(?<=\n)|(?<=[.;:] )|(?<=[-+*•–] ))(?:[Đđ]ề nghị|[Đđ]ề xuất|[Kk]iến nghị)(?: với)? "
    r"(?P<body>(?:[Tt]rưởng )?(?:(?:các |ban công tác Mặt trận )*(?:thôn|bản|ấp|tổ dân phố|khu phố|khu dân cư)"
    rf"|(?:các )?chi (?:bộ|hội|đoàn)(?: thôn)?)(?: {_NAME})?)(?: (?:sớm|kịp thời|tiếp tục|quan tâm,?|xem xét,?)){{0,4}}"
    r" (?:bố trí|cấp|bổ sung|hỗ trợ|phân bổ|tuyển dụng|giao|đầu tư)(?: thêm| bổ sung| đủ)*"
    r" (?:kinh phí|(?:nguồn )?vốn|biên chế|ngân sách|công chức|chỉ tiêu biên chế|cơ sở vật chất)(?!\w)"
)


def check_means_asked_below(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a commune or a body above it asks a hamlet or a Party cell for means, which these do not
    give: 'Đề nghị các thôn quan tâm bố trí kinh phí xây dựng trạm y tế'.
    """
    if report.letterhead.doc_type not in _TYPES or is_dirty(report):
        return
    for found in finds(_BELOW, report.text):
        facts = {"here": " ".join(found["body"].split())}
        yield Finding("layout", "warning", Span(*found.span("body")), "asks-below", facts)


CHECKS = (check_requests_to_itself, check_drafts_of_itself, check_means_asked_below)
