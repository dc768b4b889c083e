"""All that are said to have done something, and the one right behind of which 'riêng' says that it is still to come.

    '12/12 thôn đã tổ chức xong hội nghị. Riêng thôn Đồng Cốc dự kiến tổ chức vào ngày 28/11'

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. What some lack in words of its own
is in ``all_but_some``; here the act lies ahead, or goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all
from tongket.vietnamese.unicode import CAPITALS, key

_UNITS = (
    r"khu dân cư|khu phố|tổ dân phố|thôn|bản|ấp|xóm|làng|khóm|buôn|xã, phường|xã|phường|thị trấn|huyện|chi bộ|đảng bộ"
    r"|chi hội|chi đoàn|công đoàn cơ sở|trường học|trường|trạm y tế|trạm|hợp tác xã|doanh nghiệp|đơn vị|cơ quan"
    r"|địa phương|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|giáo viên|học sinh|hộ dân|hộ gia đình"
    r"|hộ nghèo|hộ"
)
_ONES = "đồng chí|trường hợp|người|em"  # as some of any people are called
_WHO = nouns_of_all(_UNITS)
_ALL = re.compile(
    rf"(?<!\w)(?:(?P<part>\d{{1,4}})\s?/\s?(?P<whole>\d{{1,4}})|100\s?%(?: số| các)?|[Tt]ất cả(?: các| \d+)?"
    rf"|[Tt]oàn bộ(?: các| \d+)?) (?P<unit>{_WHO})(?!\w)[^.;:()\n]{{0,60}}?(?<!\w)(?:đều |cơ bản )?"
    r"(?:đã|đều|hoàn thành)(?!\w)(?P<said>(?:(?!, (?:riêng|chỉ còn|còn \d|trừ)(?!\w))[^.;()\n]){4,130})"
)
_APART = re.compile(
    rf"[.;,]?\s*(?:Riêng|Còn|Trong đó,? riêng|Chỉ còn|Tuy nhiên,?(?: riêng| còn)?|riêng|còn|chỉ còn)"
    rf"(?: lại)?(?: (?:\d{{1,3}}|ở|tại"
    rf"|một))?,? (?P<unit>(?i:{_ONES}|{_WHO}))(?!\w)(?P<name> (?:[^\W\d_]+ )?[{CAPITALS}\d][^.;,\n]{{0,40}}"
    rf"|[^.;,\n]{{0,30}})?[^.;\n]{{0,120}}?(?<!\w)(?P<ahead>dự kiến|sẽ|đang (?:chờ|chuẩn bị|hoàn thiện|thi công)"
    rf"|hoãn|lùi|tạm hoãn"
    r"|chưa)(?!\w)(?P<act>[^.;\n]{3,90})"
)
_PEOPLE = ("cán bộ", "công chức", "viên chức", "đảng viên", "hội viên", "đoàn viên", "giáo viên", "học sinh")
_HOUSEHOLDS = ("hộ dân", "hộ gia đình", "hộ nghèo", "hộ")
_ALIKE = {
    "khu dân cư": ("thôn", "bản", "tổ dân phố", "khu phố", "ấp"),
    "trường học": ("trường",),
    **dict.fromkeys(_PEOPLE, tuple(_ONES.split("|"))),
    **dict.fromkeys(_HOUSEHOLDS, ("hộ", "trường hợp")),
}
_CAUSE = re.compile(r" (?:sau khi|do|vì|khi|để|nên|mà|theo|vào|trong)(?!\w).*$")
_REACH = 320
_NO_EXCEPTION = re.compile(r"(?<!\w)(?:trừ|ngoài ra|giai đoạn 2|đợt 2|bước 2|lần (?:2|hai|thứ))(?!\w)", re.IGNORECASE)
_EMPTY = frozenset(
    key("đã được đều các của và về việc trong ở tại năm ngày tháng vào theo cho với xong do là một có").split()
)


def check_exceptions(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all units are said to have done something, and the sentence right behind
    tells of one of them that it will do, or has not done, the very same.

    Not flagged: shares that are not whole; another act than that of all; what is called an exception before; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    for claim in _ALL.finditer(text):
        if (claim["part"] and int(claim["part"]) != int(claim["whole"])) or tasks.touch(Span(*claim.span())):
            continue
        apart = _APART.match(text, claim.end(), min(claim.end() + _REACH, len(text)))
        if apart is None or _NO_EXCEPTION.search(text, clause_start(text, claim.start()), apart.end()):
            continue
        unit = apart["unit"].lower()
        if unit != claim["unit"] and unit not in _ALIKE.get(claim["unit"], ()):
            continue
        if _is_same_act(claim["said"], _CAUSE.sub("", apart["act"])):
            yield told_otherwise(text, Span(claim.start(), claim.end()), Span(apart.start("unit"), apart.end()))


def _is_same_act(said: str, act: str) -> bool:
    """Whether what one has yet to do is what all did: it opens with words of that, and names little more."""
    if _FURTHER.search(act) or ({*_TURN.findall(said)} - {*_TURN.findall(act)} and _TURN.search(act)):
        return False
    done, ahead = _words(said), [word for word in re.findall(r"\w+", key(_TIME.sub(" ", act))) if word not in _EMPTY]
    opening = ahead[:_OPENING]
    return (
        bool(opening) and set(opening) <= done and len({word for word in ahead if not word.isdigit()} - done) <= _MORE
    )


_FURTHER = re.compile(r"(?<!\w)(?:mới|thêm|bổ sung|tiếp|nâng cấp|mở rộng)(?!\w)")
_TURN = re.compile(r"(?:quý|đợt|lần|giai đoạn|học kỳ|vòng|bước) (?:thứ )?(?:[IVX]+|\d+|[^\W\d_]+)")
_TIME = re.compile(
    r"(?<!\w)(?:trong |vào |sang |đến |đầu |cuối )*(?:tháng|tuần|quý|năm|ngày) (?:sau|tới|này|[\d/IVX-]+)"
)
_OPENING, _MORE = 2, 2  # syllables that name an act; those that it may have besides


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", key(text)) if word not in _EMPTY and not word.isdigit())


_HAD = r"(?:đủ|đầy đủ|bố trí|kiện toàn|thành lập|trang bị|có)"
_EVERYWHERE = re.compile(rf" (?:ở|tại) (?:tất cả|toàn bộ|100\s?%)(?: số| các)? (?P<unit>{_WHO})(?!\w)")
_HAD_THERE = re.compile(
    r"(?P<thing>[^.,;:()\n\d]{8,80}?)(?:, [^.,;:()\n\d]{4,40})? (?:đã |đều |được )+"
    rf"[^.;()\n\d]{{0,30}}?(?<!\w){_HAD}(?!\w)[^.;()\n\d]{{0,40}}$"
)
_EARLIER = re.compile(r"(?<!\w)(?:đầu (?:năm|nhiệm kỳ|kỳ)|(?:năm|kỳ) trước|trước (?:đây|khi))(?!\w)", re.IGNORECASE)
_LACKED_SOMEWHERE = re.compile(
    rf"(?<![\d./,])(?!0+ )(?P<number>\d{{1,3}}) (?P<unit>{_WHO})(?!\w)(?: (?:còn|hiện|vẫn))? (?:chưa|thiếu|không)"
    rf"(?: {_HAD}| được)* (?P<thing>[^.,;:()\n\d]{{5,60}})"
)


def check_had_everywhere(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is said to be had in all units, and so many units lack the very
    same elsewhere: 'tủ sách được trang bị ở tất cả các xã', then '05 xã còn thiếu tủ sách'.

    Not flagged: units of another kind; what the second names more closely than the first; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    claims = [one for one in _claims(text) if not tasks.touch(one[0])][:_MOST]
    for lack in _LACKED_SOMEWHERE.finditer(text) if claims else ():
        thing = _words(_CAUSE.sub("", lack["thing"]))
        if len(thing) < _NAMED or _EARLIER.search(text, clause_start(text, lack.start()), lack.end()):
            continue
        claim = next((one for one in claims if one[1] == lack["unit"] and thing <= one[2]), None)
        if claim is not None:
            claims.remove(claim)
            yield told_otherwise(text, claim[0], Span(*lack.span()))


def _claims(text: str) -> Iterator[tuple[Span, str, frozenset[str]]]:
    """Where something is said to be had in all units, in which, and the words that name it."""
    for found in finds(_EVERYWHERE, text):
        low = clause_start(text, found.start())
        had = _HAD_THERE.search(text[low : found.start()])
        if had is not None:
            yield Span(low + had.start(), found.end()), found["unit"], _words(had["thing"])


_MOST = 200  # claims: a report has a dozen, and each is held against all that is lacked
_NAMED = 3  # syllables that name what is had

CHECKS = (check_exceptions, check_had_everywhere)
