"""Names of campaigns and movements as they are quoted against those under which they were launched (tên phong trào),
and names in quotation marks against each other.

Cases of ``spelling``, whose page stands with the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tongket.checking.evidence.clauses import clause_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_NAMES = (  # as launched by the Party, the Government, the Front and the organisations
    "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư",
    "Toàn dân xây dựng nông thôn mới, đô thị văn minh",
    "Toàn dân bảo vệ an ninh Tổ quốc",
    "Người Việt Nam ưu tiên dùng hàng Việt Nam",
    "Hàng Việt Nam chinh phục người Việt Nam",
    "Cả nước chung sức xây dựng nông thôn mới",
    "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
    "Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời",
    "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
    "Xây dựng gia đình 5 không, 3 sạch",
    "Nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững",
    "Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc",
    "Cựu chiến binh gương mẫu",
    "Tuổi cao - Gương sáng",
    "Thầy cô giáo là tấm gương đạo đức, tự học và sáng tạo",
    "Xây dựng trường học thân thiện, học sinh tích cực",
)
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"\n]{12,120})[”\"]")
_WORD = re.compile(r"\w+")
_CAMPAIGN = re.compile(r"(?:[Cc]uộc vận động|[Pp]hong trào|CVĐ)[^.;\n]*$")
_REACH = 160  # letters before a name in which it is called a campaign, with others beside it


def check_names_of_campaigns(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` for the name of a campaign with its words in another order ('... nông thôn mới, văn minh đô
    thị'), or with a small letter at its beginning where it is quoted as a name.

    Not flagged: names that are not known, and longer or shorter ones.
    """
    for found in _QUOTED.finditer(report.text):
        words = tuple(_WORD.findall(key(found["name"])))
        name = _by_words().get(tuple(sorted(words)))
        if name is None:
            continue
        first = found.start("name")
        if words != tuple(_WORD.findall(key(name))):
            facts = {"here": " ".join(found["name"].split()), "right": name}
            yield Finding("spelling", "warning", Span(*found.span("name")), "slip", facts)
        elif report.text[first].islower() and _CAMPAIGN.search(report.text, max(first - _REACH, 0), first):
            short = _WORD.match(report.text, first)
            here = short[0] if short else report.text[first]
            facts = {"here": here, "right": here.capitalize()}
            yield Finding("spelling", "info", Span(first, first + len(here)), "capital", facts)


@cache
def _by_words() -> Mapping[tuple[str, ...], str]:
    return {tuple(sorted(_WORD.findall(key(name)))): name for name in _NAMES}


# What was launched anew under another name, in which year, and what the report may then still mean by the old one.
_RENAMED = (
    (
        "học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        2016,  # Chỉ thị 05-CT/TW
    ),
)
_OF_OLD = re.compile(
    r"(?<!\w)(?:trước đây|từng|giai đoạn|tổng kết|sơ kết|lịch sử|qua các năm|chuyển|đổi tên|thay)(?!\w)"
    r"|(?:Chỉ thị|CT)\s(?:số\s)?0?[36]\D|(?:200\d|201[0-6])(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def check_campaigns_renamed(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` for a campaign under the name that it had before it was launched anew, in quotation marks and
    in a document of a later year: 'Học tập và làm theo tấm gương đạo đức Hồ Chí Minh' in a plan of 2019.

    Not flagged: sentences that tell of former years or of the old directive; documents whose year is not known.
    """
    head = report.letterhead
    years = [int(head.date[:4])] if head.date else [int(one[0]) for one in _YEAR.finditer(head.title or "")]
    if not years or report.subject.directives:
        return
    for found in _QUOTED.finditer(report.text):
        words = _WORD.findall(key(found["name"]))
        for old, new, year in _RENAMED:
            if words[-len(_WORD.findall(key(old))) :] != _WORD.findall(key(old)) or min(years) <= year:
                continue
            low, high = clause_of(report.text, *found.span("name"))
            if not _OF_OLD.search(report.text, max(low, found.start() - _REACH), min(high, found.end() + _REACH)):
                facts = {"here": " ".join(found["name"].split()), "right": new}
                yield Finding("spelling", "warning", Span(*found.span("name")), "slip", facts)


_LONG_NAME = re.compile(r"[“\"](?P<name>[^“”\"]{24,300})[”\"]")
_LEAST_WORDS = 7  # of a name, from which two that share all but a few are one
_LOST = 3  # words at most that a writer leaves out
_FIRST, _LAST = 2, 3  # words before and behind the gap
_MOST_NAMES = 300  # a text with more quotes others, and each is held against all


def check_names_quoted_twice(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` where words inside a long name in quotation marks are missing that the text has more often.

    Not flagged: names that are shorter at an end; names of campaigns that are known; other years.
    """
    quoted: dict[tuple[str, ...], list[re.Match[str]]] = defaultdict(list)
    for found in _LONG_NAME.finditer(report.text):
        words = tuple(_WORD.findall(key(found["name"])))
        if len(words) >= _LEAST_WORDS and "\n\n" not in found["name"]:
            quoted[words].append(found)
    usual = [words for words, places in quoted.items() if len(places) > 1] if len(quoted) <= _MOST_NAMES else []
    known = {tuple(_WORD.findall(key(name))) for name in _NAMES} if usual else set()
    for words, places in quoted.items():
        whole = next((one for one in usual if _lacks_words(words, one) and len(quoted[one]) > len(places)), None)
        if whole is None or words in known:
            continue
        right = " ".join(quoted[whole][0]["name"].split())
        for found in places:
            facts = {"here": " ".join(found["name"].split()), "right": right}
            yield Finding("spelling", "warning", Span(*found.span("name")), "left-out", facts)


def _lacks_words(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether ``words`` are ``whole`` without a few that stand together inside it."""
    lost = len(whole) - len(words)
    if not 0 < lost <= _LOST:
        return False
    gaps = (
        at
        for at in range(_FIRST, len(words) - _LAST + 1)
        if words[:at] == whole[:at] and words[at:] == whole[at + lost :]
    )
    at = next(gaps, None)
    return at is not None and not any(word.isdigit() for word in whole[at : at + lost])
