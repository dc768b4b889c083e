"""All that are said to have done something, and a share or a rest elsewhere that tells of fewer (100% … mới 06/08).

    'Các kiến nghị sau giám sát được giải quyết 100%', then 'đã giải quyết 06/08 kiến nghị'; 'Tỷ lệ trẻ 5 tuổi ra lớp
    100%', then 'còn 6 trẻ 5 tuổi chưa ra lớp'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import Sentence, are_of_one_kind, sentences, told_otherwise, words_of
from tongket.checking.evidence.same_matter import are_of_one_matter, keys_of, matter_of, which_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BEHIND = re.compile(
    r"(?P<said>[^.;:()\n%]{8,110}?)(?:,? (?:đạt|là|bằng|tỷ lệ|đạt tỷ lệ))* 100 ?%(?=[.;,)]|$| (?:số|kế))"
)
_BEFORE = re.compile(r"(?<![\d,.])100 ?% (?:số |các )?(?P<said>[^.;:()\n%]{8,110})")
_ALL = re.compile(r"(?:[Tt]ất cả|[Tt]oàn bộ)(?: các| số)* (?P<said>[^.;:()\n%]{8,110})")
_NO_CLAIM = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|phấn đấu|mục tiêu|so với|công suất|tăng|giảm|chưa|không|hỗ trợ|vốn|đối ứng"
    r"|kinh phí|mức|quá hạn|trễ|chậm|nghèo|vắng)(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<![\d./,])(?P<part>\d{1,4})\s?/\s?(?P<whole>\d{1,4})(?![\d/.,]*\d)(?!/)")
_REST = re.compile(
    r"(?<!\w)(?:[Cc]òn|[Vv]ẫn còn|[Hh]iện còn|[Cc]ó|[Tt]rong đó có|[Rr]iêng) (?!0+ )(?P<number>\d{1,4})"
    r" (?P<who>[^.;:,()\n]{2,40}?)(?: chưa| không| chậm| quá hạn| trễ)(?!\w)(?P<lack>[^.;:()\n]{0,80})"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:năm (?:trước|20\d\d)|cùng kỳ|kế hoạch|chỉ tiêu|giai đoạn|nhiệm kỳ|phấn đấu|đang trong thời hạn"
    r"|trong hạn|chưa đến hạn|chuyển (?:kỳ|sang)|ngày \d{1,2}|vượt)(?!\w)",
    re.IGNORECASE,
)
_OF_THEN = re.compile(  # other times; years of documents are none
    r"(?<!\w)(?:năm (?:trước|20\d\d)|cùng kỳ|giai đoạn|nhiệm kỳ|sẽ|phấn đấu|mục tiêu|dự kiến|đề nghị"
    r"|yêu cầu|nếu|đầu (?:năm|kỳ|nhiệm kỳ)|trước (?:đây|khi)|tiếp tục|kế hoạch|chỉ tiêu"
    r"|(?:bảo đảm|đảm bảo) (?:cho |để )?(?:100|tất cả|mọi|các)|cả nước|toàn quốc)(?!\w)",
    re.IGNORECASE,
)
_MOST = 100


def check_all_and_rest(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have done what a share or a rest elsewhere tells of fewer.

    Not flagged: other times, plans, money; matters that share fewer than two words, or differ in more than one.
    """
    tasks = tasks_of(report)
    told = [one for one in sentences(report) if one.now or not (one.search(_OF_THEN) or tasks.touch(one.place))]
    claims = [claim for one in told for claim in _claims(one)][:_MOST]
    for other in told if claims else ():
        fewer = "/" in other.text or other.search(_REST) or other.search(_SOME_NOT)
        if not fewer or other.search(_OTHERS):
            continue
        for claim in claims:
            sentence, place, said = claim
            found = _fewer(said, other) if other is not sentence else None
            if found is not None and are_of_one_kind(words_of(said), words_of(other.text)):
                claims.remove(claim)
                yield told_otherwise(report.text, place, found)
                break


def _claims(one: Sentence) -> Iterator[tuple[Sentence, Span, str]]:
    for pattern in (_BEHIND, _BEFORE, _ALL):
        for found in one.finds(pattern):
            said = found["said"].split(",")[0] if pattern is not _BEHIND else found["said"].split(", ")[-1]
            if not _NO_CLAIM.search(said) and len(matter_of(said)) >= _LEAST and matter_of(said) - _UNITS:
                yield one, one.place_of(found), said


_LEAST = 2
_UNITS = keys_of(
    "khu dân cư thôn bản ấp tổ hộ gia đình người cán bộ công chức viên đảng viên đoàn hội học sinh trẻ em chi trường"
    " lớp"
)  # who did it, which alone tells of no act


def _fewer(said: str, other: Sentence) -> Span | None:
    """Where a sentence tells of fewer than all of the matter of a claim."""
    for found in other.finds(_SHARE):
        part, whole = int(found["part"]), int(found["whole"])
        near = other.text[max(found.start() - _NEAR, 0) : found.end() + _NEAR]
        if (
            0 < part < whole
            and whole > _FEWEST
            and not _FEW.search(near)
            and _is_same_act(said, found, other.text, near)
        ):
            return other.place
    for found in other.finds(_REST):
        who = matter_of(found["who"])
        lack = matter_of(_REASON.split(found["lack"])[0])
        act = lack and lack <= matter_of(said) and len(lack - _UNITS) > 1 and which_of(said) == which_of(found[0])
        same = are_of_one_matter(said, found[0], 1) and _acts(said, found[0])
        if who and who <= matter_of(said) and len(lack - matter_of(said)) <= 1 and (same or act):
            return Span(other.place.start + found.start(), other.place.end)
    for found in other.finds(_SOME_NOT):
        who, lack = matter_of(found["who"]), matter_of(found["lack"])
        shared = (lack & matter_of(said)) - _UNITS
        named = bool(who & matter_of(said) and shared) or (lack <= matter_of(said) and len(shared) > 1)
        if named and len(lack - matter_of(said)) <= _MORE and which_of(said) == which_of(other.text):
            return other.place_of(found)
    return None


_REASON = re.compile(r" (?:do|vì|nên|bởi)(?!\w)")
_MORE = 2
_SOME_NOT = re.compile(
    r"(?P<who>[^.;:,()\n\d]{0,30}?(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Mm]ột vài) [^.;:,()\n\d]{2,40}?) (?:còn |vẫn )?"
    r"(?:chưa|không)(?: thực hiện| được| tổ chức)?"
    r"(?! (?:thực hiện )?(?:tốt|đầy đủ|nghiêm|kịp thời|triệt để|thường xuyên|hiệu quả)) (?P<lack>[^.;:,()\n\d]{2,40})"
)


def _is_same_act(said: str, found: re.Match[str], text: str, near: str) -> bool:
    """Whether a share is of the act of a claim: nothing right before it or behind it names another or narrows it."""
    before = _CLAUSE.split(text[: found.start()].rstrip(" :"))[-1]
    if len(matter_of(before) - matter_of(said)) > 1:
        return False
    behind = _CLAUSE.split(text[found.end() : found.end() + _BEHIND_SHARE])[0]
    if _NEGATED.search(behind) or which_of(said) != which_of(near):
        return False
    return are_of_one_matter(said, near, 0) and _acts(said, near) and matter_of(behind) <= matter_of(said)


_CLAUSE = re.compile(r"[,.;:()]")
_NEGATED = re.compile(r"(?<!\w)(?:chưa|không|còn)(?!\w)")
_BEHIND_SHARE = 120


def _acts(said: str, other: str) -> bool:
    """Whether two statements share more than the name of those who acted."""
    return bool((matter_of(said) & matter_of(other)) - _UNITS)


_NEAR, _FEWEST = 60, 2
_FEW = re.compile(
    r"(?<!\w)(?:điểm|tiêu chí|ngày|tháng|xếp thứ|hạng|nữ|dân tộc|trên tổng|đảng viên nữ)(?!\w)", re.IGNORECASE
)

CHECKS = (check_all_and_rest,)
