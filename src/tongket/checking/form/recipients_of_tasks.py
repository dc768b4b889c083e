"""Bodies that are given a task and do not receive the document (nơi nhận thiếu cơ quan được giao nhiệm vụ).

A case of ``missing-part``, whose page stands with the form. Decree 30/2020/NĐ-CP, annex I, has a document sent to those
who are to carry it out; a list of recipients names them one by one or by groups ('Các sở, ban, ngành').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, SMALL, key, plain

_TYPES = ("Chỉ thị", "Kế hoạch", "Thông báo", "Quyết định", "Chương trình", "Phương án", "Công văn", "Công điện")

# Kinds of bodies by how their names begin, with the groups of recipients that hold them.
_OF_STATE = r"sở,? (?:ban|ngành)|các (?:sở|ban,|ngành)(?!:)|ban,? ngành|thủ trưởng các|sở ngành"
_OF_CENTRE = rf"{_OF_STATE}|cơ quan (?:trung ương|tw)|ngành dọc|lực lượng vũ trang|khối nội chính"
_OF_PARTY = r"ban (?:của )?đảng|ban đảng|các ban (?:của )?(?:tỉnh|thành|huyện|xây dựng)|ban xây dựng đảng|tham mưu"
_OF_PEOPLE = r"đoàn thể|tổ chức chính trị|mặt trận và|hội, đoàn|các hội"
_OF_PRESS = r"báo,? đài|đài,? báo|cơ quan (?:báo|thông)|báo chí|thông tấn"
_OF_TRADE = r"(?:các|c\.) (?:công ty|cty|doanh nghiệp|đơn vị|tổng|tập đoàn)"
_GROUPS = tuple(
    (re.compile(rf"(?:{names})(?!\w)"), re.compile(plain(groups)))
    for names, groups in (
        (r"Ban (?:Tuyên giáo|Dân vận|Tổ chức|Nội chính|Kinh tế (?:Tỉnh|Thành|Huyện))", _OF_PARTY),
        (r"Sở|Thanh tra|Ban (?:Dân tộc|Quản lý|quản lý|Tôn giáo|Thi đua)", _OF_STATE),
        (r"Công an (?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện)", rf"{_OF_CENTRE}|ubnd|ủy ban nhân dân"),
        (r"Cục|Chi cục|Kho bạc|Bảo hiểm|Ngân hàng|Hải quan|Thống kê|Công an|Bộ (?:Chỉ huy|Tư lệnh)", _OF_CENTRE),
        (r"Tòa án|Toà án|Viện [Kk]iểm sát", r"cơ quan (?:trung ương|tw|tư pháp|tố tụng)|nội chính|ngành tư pháp"),
        (r"Tỉnh đoàn|Thành đoàn|Huyện đoàn|Liên đoàn|Hội(?! đồng| nghị| thi| thảo)|Mặt trận|Đoàn Thanh", _OF_PEOPLE),
        (r"(?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận)|các (?:\w+ \w+,? )?(?:chính trị|đoàn thể)", _OF_PEOPLE),
        (r"Báo|Đài", _OF_PRESS),
        (r"Công ty|Tổng [Cc]ông ty|Tập đoàn", _OF_TRADE),
        (r"Phòng", r"các phòng|phòng,? ban|phòng chuyên môn|phòng, cơ quan|các ban, ngành|ubnd|ủy ban nhân dân"),
    )
)
_HEADS = (
    r"Sở|Thanh tra(?!, )|Ban|Cục|Chi cục|Kho bạc|Bảo hiểm|Ngân hàng|Hải quan|Thống kê(?!,| (?:số|tình|các|danh))"
    r"|Công an|Bộ (?:Chỉ huy|Tư lệnh)|Tòa án|Toà án|Viện|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Liên đoàn|Hội|Mặt trận|Đoàn"
    r"|(?:Ủy|Uỷ) ban|UBND|Báo(?! (?:cáo|động|hiệu|tin))|Đài|Công ty|Tổng [Cc]ông ty|Tập đoàn|Phòng(?!,? (?:chống|ngừa))"
    r"|Văn phòng|Trung tâm|các(?: \w+ \w+,)? đoàn thể|các tổ chức chính trị|các"
)
_TO_ALL = re.compile(
    plain(
        r"như (?:trên|điều|mục|phần|khoản|kính gửi)|có tên|liên quan|các (?:cơ quan, )?đơn vị(?:,|;|\s*$| thuộc"
        r"| trực thuộc| trong)|được giao|thành viên|nêu tại|theo danh sách"
    )
)
_ACTS = (
    r"chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|tham mưu|hướng dẫn|rà soát|chỉ đạo|xây dựng|tăng cường|tổ chức"
    r"|thực hiện|theo dõi|bố trí|khẩn trương|căn cứ|triển khai|cung cấp|kiểm tra|chủ động|tiếp tục|tập trung"
    r"|thường xuyên|đẩy mạnh|đăng tải|nghiên cứu|thẩm định|tổng hợp|là|theo|đôn đốc|quan tâm|sớm|cần|phải"
)
_WORD = rf"(?!(?i:{_ACTS})(?!\w)|và (?:{_HEADS})\s)[\w&–-]++"
_NAME = rf"(?:{_HEADS})(?:(?: |, (?=[{CAPITALS}])(?!(?:{_HEADS})\s)){_WORD}){{1,12}}+"  # 'Sở Văn hóa, Thể thao và ...'
_MARK = r"(?:[-–+*•]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)/]?|(?:Giao|Đề nghị|Yêu cầu|Đối với):?)[ \t]+"
_TASK = re.compile(
    rf"(?m)^[ \t]*(?:{_MARK})+(?P<names>{_NAME}(?:(?:,| và|, và) {_NAME})*+)(?=\s*(?:[:(]|$)|\s+(?i:{_ACTS})(?!\w))"
)
_ONE = re.compile(_NAME)


def check_recipients_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a point of a document opens with a body that is to act, and the recipients neither
    name that body nor a group that it may belong to; a note only where the text was recognised from a poor scan, or the
    recipients are not told one by one.

    Not flagged: recipients that are told by another place ('Như Điều 3', 'Các đơn vị có tên trong Kế hoạch'); bodies of
    which it is not known to what group they belong; committees for a purpose and units below.
    """
    at = report.recipients_at
    if at is None or report.letterhead.doc_type not in _TYPES:
        return
    end = min([one.start for one in report.appendices if one.start > at.start] + [at.start + _LONG])
    received = " ".join(report.text[at.start : end].split())
    if _TO_ALL.search(plain(received)):
        return
    own = frozenset(plain(report.letterhead.issuing_body or "").split()) | _COMMON
    text = _WRAPPED.sub(" ", report.text[: at.start])
    seen: set[str] = set()
    missing: list[re.Match[str]] = []
    named = 0
    for task in _TASK.finditer(text):
        for one in _ONE.finditer(text, *task.span("names")):
            groups = next((groups for names, groups in _GROUPS if names.match(one[0])), None)
            if groups is None or key(one[0]) in seen:
                continue
            seen.add(key(one[0]))
            if _is_named(one[0], received, own):
                named += 1
            elif not groups.search(plain(received)):
                missing.append(one)
    by_name = named >= _FEWEST_NAMED and named > len(missing)
    severity: Severity = "warning" if by_name and not is_dirty(report) else "info"
    for one in missing:
        yield Finding(
            "missing-part", severity, Span(*one.span()), "recipient", {"body": " ".join(one[0].split())}, (at,)
        )


_FEWEST_NAMED = 2  # who are to act and stand among the recipients one by one, so that the list shows who is left out
_WRAPPED = re.compile(rf"\n(?=[{SMALL}](?!\w{{0,2}}[.)/]))")  # within a sentence
_LONG = 2500  # letters of a list of recipients, with the signature that stands beside it
_WORDS = re.compile(r"\w+")
_SHORT = re.compile(r"(?<!\w)(?:CA|[A-ZĐ]{3,})(?!\w)")
_COMMON = frozenset(plain("tỉnh thành phố huyện xã phường quận thị nhà nước nhân dân việt nam và công ty").split())


def _is_named(body: str, received: str, own: frozenset[str]) -> bool:
    """Whether recipients name a body: by two words that follow one another in its name, or its first letters."""
    words = _WORDS.findall(plain(body))
    told = set(pairwise(_WORDS.findall(plain(received))))
    if any(pair in told and not own.issuperset(pair) for pair in pairwise(words)):
        return True
    initials = "".join(word[0] for word in words if word != "va")
    return any(plain(one) in initials for one in _SHORT.findall(re.sub(r"[&-]", "", received)))


CHECKS = (check_recipients_of_tasks,)
