"""Documents that a body does not issue, organs and heads that it does not have (thẩm quyền, tên cơ quan không có).

    'UBND xã ban hành 03 nghị quyết', 'Ban Thường trực Đảng ủy', 'Bí thư UBND xã'.

Cases of ``layout``, whose page stands with the small things of form. Sources: who issues what is in the law on the
promulgation of legal documents (Luật 64/2025/QH15, article 4) and of the Party's documents (Quy định 66-QĐ/TW); the
organs are in the laws on local government and the Fatherland Front, the Party Charter and the charters of the unions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_PEOPLES_COMMITTEE = r"(?:UBND|(?:Ủy|Uỷ) ban nhân dân|Ủy ban Nhân dân)"
_PEOPLES_COUNCIL = r"(?:HĐND|Hội đồng (?:N|n)hân dân)"
_PARTY_COMMITTEE = r"(?:(?:Đảng|Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|uỷ)(?! viên))"
_FRONT = r"(?:(?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận)|UBMTTQ|UB MTTQ|MTTQ|Mặt trận Tổ quốc)"
_UNION = r"(?:Hội (?:Nông dân|LHPN|Liên hiệp Phụ nữ|Phụ nữ|Cựu chiến binh|CCB|Người cao tuổi|Chữ thập đỏ))"
_CELL = r"(?:(?:C|c)hi bộ)"
_YOUTH = r"(?:Đoàn (?:Thanh niên|thanh niên|TNCS))"
_WORD = r"(?!(?:trình|tham|đề|giúp|phối|báo|về|của|với|để)(?!\w))[^\W\d_]+"  # of the name of a department
_PLACE = rf"(?: (?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|đặc khu)(?: [{CAPITALS}][^\W\d_]*){{0,4}})?"
_MANNER = r"(?: (?:đã|vừa|mới|kịp thời|chủ động|cũng|sẽ|tiếp tục|khẩn trương|xem xét|họp|thống nhất|và|,))*"
_RULES = ("nghị định", "thông tư", "luật", "pháp lệnh", "sắc lệnh")  # of the nation's bodies alone


def _never(*types: str) -> dict[str, Severity]:
    return dict.fromkeys(types, "warning")


_NEVER: tuple[tuple[re.Pattern[str], dict[str, Severity]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?P<body>{body}{_PLACE}){_MANNER} $"), types)
    for body, types in (
        (_PEOPLES_COMMITTEE, _never("nghị quyết", *_RULES)),
        # decisions are its chairman's or its standing body's, who are often meant
        (_PEOPLES_COUNCIL, _never("chỉ thị", *_RULES) | {"quyết định": "info"}),
        (_PARTY_COMMITTEE, _never(*_RULES)),
        (_FRONT, _never(*_RULES)),
        (r"(?:Thủ tướng Chính phủ|Thủ tướng)", _never("nghị quyết", *_RULES)),
        (r"Chính phủ", _never("thông tư", "luật", "pháp lệnh")),
        (r"Quốc hội", _never("nghị định", "thông tư", "chỉ thị", "quyết định")),
        (r"(?:Bộ Chính trị|Ban Bí thư)", _never(*_RULES)),
        (r"Bộ trưởng(?: Bộ)? [^\W\d_]+(?: [^\W\d_]+){0,6}?", _never("nghị định", "nghị quyết", "luật")),
        (rf"(?:Sở|Phòng) {_WORD}(?:,? (?:và )?{_WORD}){{0,5}}?", _never("nghị quyết", *_RULES)),
    )
)
# What stands before a body and makes it another, or one of several.
_OF_ANOTHER = re.compile(
    r"(?:(?:Đảng|đảng) (?:ủy|uỷ|bộ|đoàn)|(?:C|c)hi bộ|(?:C|c)ông đoàn|Văn phòng|(?:Thường|thường) (?:trực|vụ)|Thanh tra"
    r"|(?:C|c)hủ tịch|(?:B|b)an(?: [^\W\d_]+){0,3}|(?:T|t)ổ|(?:Đ|đ)oàn(?: [^\W\d_]+){0,3}|(?:Đ|đ)ại biểu|(?:Ủy|Uỷ) ban"
    r"|(?:[A-ZĐ]{2,}|ủy|uỷ|dân|bộ|hội|đoàn|ngành|sở|xã|phường|huyện|tỉnh|Nam),|và|cùng|với|[-–&/]|do|mà|bởi|của) ?$"
)
_TYPE = (
    "nghị quyết|nghị định|thông tư|chỉ thị|quyết định|pháp lệnh|sắc lệnh|luật|kế hoạch|công văn|chương trình|tờ trình"
)
_COUNT = r"(?:(?:các|những|nhiều|\d+|một số) )?"
_ISSUED = re.compile(
    rf"ban hành {_COUNT}(?P<first>{_TYPE})(?! liên tịch|\w)(?:(?:, | và ){_COUNT}(?P<next>{_TYPE})(?!\w))?"
    rf"(?:[^.;:\n]{{0,150}}? và \d+ (?P<last>{_TYPE})(?!\w))?",
    re.IGNORECASE,
)
_REACH = 90  # letters of the body before the verb


def check_documents_not_issued(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a body is told to have issued a type of document that it does not issue.

    Not flagged: joint resolutions; several bodies before one verb; the Party committee, the standing body or the
    chairman of the body; what a body issues to carry out a resolution.
    """
    text = report.text
    for at in places_of(text, "ban hành "):
        issued = _ISSUED.match(text, at)
        if issued is None:
            continue
        low = line_start(text, at, _REACH)
        found = (  # the nearest body
            (body, types) for pattern, types in _NEVER if (body := pattern.search(text, low, at)) is not None
        )
        body, types = next(found, (None, {}))
        if body is None or _is_of_another(text[low : body.start()], body["body"]):
            continue
        wrong = next((one for one in ("first", "next", "last") if (issued[one] or "").lower() in types), None)
        if wrong is not None:
            kind = issued[wrong].lower()
            facts = {"here": " ".join(body["body"].split()), "type": kind}
            yield Finding("layout", types[kind], Span(*issued.span(wrong)), "not-issued", facts)


def _is_of_another(before: str, body: str) -> bool:
    """Whether the words before a body make it another one; the chairman of a people's committee may issue no more
    than it does.
    """
    own = re.match(_PEOPLES_COMMITTEE, body) and re.search(r"[Cc]hủ tịch $", before)
    return not own and _OF_ANOTHER.search(before) is not None


_ORGANS = re.compile(
    rf"(?<!\w)(?:(?P<standing>Ban Thường trực) (?P<one>{_PARTY_COMMITTEE}|{_PEOPLES_COUNCIL}|{_PEOPLES_COMMITTEE})"
    rf"|(?P<bureau>Ban Thường vụ|Ban Chấp hành) (?P<two>{_PEOPLES_COUNCIL}|{_PEOPLES_COMMITTEE}|{_FRONT}|{_CELL})"
    rf"|(?P<secretary>Bí thư) (?P<three>{_PEOPLES_COUNCIL}|{_PEOPLES_COMMITTEE}|{_FRONT}|{_UNION})"
    rf"|(?P<chairman>Chủ tịch) (?P<four>{_PARTY_COMMITTEE}|{_CELL}|{_YOUTH}|(?:Sở|Phòng) [A-ZĐ]\w+))"
)
_RIGHT = (  # what the body named behind it has instead
    (re.compile(_PARTY_COMMITTEE), {"standing": "Ban Thường vụ, Thường trực", "chairman": "Bí thư"}),
    (re.compile(_PEOPLES_COUNCIL), {"standing": "Thường trực", "bureau": "Thường trực", "secretary": "Chủ tịch"}),
    (re.compile(_PEOPLES_COMMITTEE), {"standing": "Chủ tịch", "bureau": "Chủ tịch", "secretary": "Chủ tịch"}),
    (re.compile(_FRONT), {"bureau": "Ban Thường trực", "secretary": "Chủ tịch"}),
    (re.compile(_UNION), {"secretary": "Chủ tịch"}),
    (re.compile(_CELL), {"chairman": "Bí thư", "bureau": "Chi ủy"}),
    (re.compile(_YOUTH), {"chairman": "Bí thư"}),
    (re.compile(r"Sở"), {"chairman": "Giám đốc"}),
    (re.compile(r"Phòng"), {"chairman": "Trưởng phòng"}),
)
_SIGNS = ("Ban Thường trực ", "Ban Thường vụ ", "Ban Chấp hành ", "Bí thư ", "Chủ tịch ")


def check_organs_not_had(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a body is given an organ or a head that bodies of its kind do not have.

    Not flagged: the Party and union organisations inside a body ('Bí thư Đảng ủy UBND', 'Ban Chấp hành Công đoàn');
    posts that stand side by side with a mark between them.
    """
    for at in places_of(report.text, *_SIGNS):
        found = _ORGANS.match(report.text, at)
        role = found.lastgroup if found else None
        if found is None or role is None:
            continue
        kind = next(one for one in ("standing", "bureau", "secretary", "chairman") if found[one])
        right = next((had[kind] for body, had in _RIGHT if body.match(found[role]) and kind in had), None)
        if right is not None:
            facts = {"here": " ".join(found.group().split()), "right": right}
            yield Finding("layout", "warning", Span(*found.span()), "organ-of", facts)


CHECKS = (check_documents_not_issued, check_organs_not_had)
