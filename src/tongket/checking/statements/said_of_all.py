"""What is said of all, or denied of all, and told otherwise of some elsewhere (nói của tất cả, chỗ khác nói khác).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import are_of_one_level, is_of_smaller, subject_of, told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start, line_end
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.statements.denials import group_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key
from tongket.vietnamese.years import YEAR

_SMALL = (
    "nào có các của và về việc trong được cho với theo tại là đã do một những thuộc vụ ra đối bị phải để xảy đều "
    "còn cuộc trường hợp vẫn thì mà cũng đến từ"
)
_STOP = frozenset(key(word) for word in _SMALL.split(" "))
_HEDGED = re.compile(
    r"[Pp]hấn đấu|[Bb]ảo đảm|[Đđ]ảm bảo|[Yy]êu cầu|[Mm]ục tiêu|[Cc]hỉ tiêu|[Kk]iên quyết|[Qq]uyết tâm|nhằm|sẽ|[Nn]ếu"
    r"|[Đđ]ến (?:hết )?năm|[Kk]ế hoạch|[Đđ]ề nghị"
)
_OTHER_TIME = re.compile(
    r"[Nn]ăm trước|[Cc]ùng kỳ|[Tt]rước đây|[Tt]rước khi|[Kk]ỳ trước|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|nhiệm kỳ trước|những năm"
    r"|[Gg]iảm còn|[Nn]guy cơ|[Pp]hòng(?: ngừa|,| chống)|[Nn]găn|[Tt]ránh|có thể|[Pp]hấn đấu|[Nn]ếu|[Dd]ự kiến|sẽ"
    r"|[Cc]ả nước|[Tt]oàn quốc|(?:[Kk]iểm tra|[Gg]iám sát) (?:việc|thi hành|chấp hành)"
)
_NEGATED = re.compile(r"(?<!\w)(?:[Kk]hông|[Cc]hưa|chấm dứt|hết)(?!\w)")
_ALL_ALONG = re.compile(r"[Nn]ăm qua|nhiệm kỳ|[Gg]iai đoạn|những năm|từ trước|từ khi")
_SENTENCE = re.compile(r"[^.;\n]+(?:[.;](?!\s)[^.;\n]+)*")


@dataclass(frozen=True, slots=True)
class Claim:
    """What stands at ``place``: of whom it is said, and what; the words of either that count."""

    place: Span
    subject: frozenset[str]
    said: frozenset[str]


# Literal text comes first and what may stand before it after that: the engine then jumps from one to the next.
_ALL = tuple(map(re.compile, (r"ất cả(?<=[Tt]ất cả)", r"oàn bộ(?<=[Tt]oàn bộ)", r"100\s?%")))
_OF_AS_MANY = re.compile(r"/(?<=\d/)(?P<whole>[0-9]{1,4})(?![\d/])")
_OF_ALL = re.compile(
    r"(?: số| các| \d+)* (?P<subject>[^.;:()\d\n]{3,60}?) (?:(?:đều|đã|có|được) )+(?P<said>[^.,;:()\n]{6,90})"
)
_YET = re.compile(r"chưa ")
_OF_SOME = re.compile(
    r"[0-9](?<![\d/.,].)(?<!0(?=\s))[0-9]{0,3}+ (?P<subject>[^\d.;:\n()]{2,40}?)(?: ?\([^()\n]{1,80}\))?"
    r" (?:vẫn |còn )?chưa (?P<said>[^.,;()\n]{6,90})"
)
_BEFORE, _BEHIND = 140, 100  # letters of the longest statement before 'chưa', and behind


_OF_ONE = re.compile(
    r"(?<!\w)(?:Riêng (?P<subject>[^.,;:()\n]{3,50}?)"
    r"|(?P<named>(?:Thôn|Xã|Bản|Chi bộ|Trường|Tổ|Khu phố|Ấp) [A-ZĐ\d][^.,;:()\n]{0,50}?))"
    r" (?:vẫn |còn )?(?:chưa|không) (?P<said>[^.,;()\n]{6,90})"
)


def check_exceptions_to_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the sentence behind a statement of all names who has not: 'Toàn bộ 14 chi
    bộ đã tổ chức đại hội. Riêng chi bộ thôn 7 chưa tổ chức đại hội.'

    Not flagged: exceptions in the same sentence, further away, or from something else.
    """
    claims = list(islice(_claims(report, _of_all(report.text)), _MOST))
    for found in finds(_OF_ONE, report.text) if claims else ():
        subject, said = _words(found["subject"] or found["named"]), _words(found["said"])
        for claim in claims:
            near = 0 <= found.start() - claim.place.end <= _BEFORE
            same_level = are_of_one_level(report.text[claim.place.start : claim.place.end], found[0])
            if near and same_level and len(said) >= _LEAST - 1 and said <= claim.said and claim.subject & subject:
                yield told_otherwise(report.text, claim.place, Span(*found.span()))
                break


def check_said_of_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have done what some have not: 'toàn bộ công chức đã có chữ
    ký số', then '02 công chức chưa có chữ ký số'.

    Not flagged: aims and tasks; what was so at the beginning or another year; claims that share fewer than three words.
    """
    claims = list({(one.subject, one.said): one for one in _claims(report, _of_all(report.text))}.values())[:_MOST]
    if not claims:
        return
    for other in _claims(report, _of_some(report.text)):
        for claim in claims if len(other.said) >= _LEAST else ():
            same = other.said <= claim.said and other.subject & claim.subject
            if same and other.subject <= claim.subject | claim.said and _is_of_now(report.text, other.place):
                yield told_otherwise(report.text, claim.place, other.place)
                break


_IN_TIME = re.compile(
    r"(?: số| các)* (?P<subject>[^\W\d]+ [^\W\d]+) (?P<said>[^.,;:()\n]{4,110}?) (?:đúng|kịp)"
    r" (?:tiến độ|thời hạn|thời gian|hạn|kế hoạch|thời)(?!\w)"
)
_FIELD = re.compile(r"lĩnh vực (\w+ \w+)")
_KIND = re.compile(
    r"hồ sơ (?!(?:được|đều|đã|giải quyết|tiếp nhận|thủ tục|TTHC|của|trả|xử lý|hành chính|phát sinh)(?!\w))(\w+ \w+)"
)
_LATE = re.compile(r"(?<!\w)(?:chậm|trễ|muộn|quá hạn)(?!\w)")


def check_in_time(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have been in time, and some were late: '36/36 chi bộ tổ
    chức đại hội đúng tiến độ', then 'Chi bộ Nà Pàn chậm đại hội gần một tháng'.

    Not flagged: aims and tasks; the past; lateness of nobody in particular.
    """
    claims = list(islice(_claims(report, _of_all(report.text, _IN_TIME)), _MOST))
    for late in finds(_LATE, report.text) if claims else ():
        start = clause_start(report.text, late.start())
        last = min(late.end() + _BEHIND, len(report.text))
        end = min((at for mark in _STOPS if (at := report.text.find(mark, late.end(), last)) >= 0), default=last)
        place = Span(start, end)
        said = report.text[place.start : place.end]
        for claim in claims if _IS_TOLD.search(said, 0, late.start() - start) else ():
            if not place.touches(claim.place) and _is_late(report.text, claim, said) and _is_of_now(report.text, place):
                yield told_otherwise(report.text, claim.place, place)
                break


def _is_late(text: str, claim: Claim, said: str) -> bool:
    """Whether what is told of as late is of those who were all in time, and of the field that they are of."""
    kind = _KIND.search(text, claim.place.start, claim.place.end)
    if kind is not None and kind[1] not in said:
        return False  # '100% hồ sơ hộ tịch' of all dossiers
    field, other = _FIELD.search(text, claim.place.start, claim.place.end), _FIELD.search(said)
    words = _words(said)
    if not claim.subject <= words or (field and (other is None or field[1] != other[1])):
        return False
    return len(claim.said & words) >= _LEAST - 1 or words - claim.subject <= claim.said | _LATENESS


_LATENESS = frozenset(key("chậm trễ muộn quá hạn tiến độ thời").split())
_STOPS = (". ", ";", "\n")
_MOST = 200  # statements that are looked for: a report has a dozen
_LEAST = 3  # words that two statements share


def _of_all(text: str, pattern: re.Pattern[str] = _OF_ALL) -> Iterator[tuple[int, re.Match[str]]]:
    """Statements of all, with where each begins: of '12/12 thôn' too, which is as many as there are."""
    places = [
        (words.start() - (not words[0][0].isdigit()), words.end()) for pattern in _ALL for words in finds(pattern, text)
    ]
    for words in _OF_AS_MANY.finditer(text):
        start = words.start() - len(words["whole"])
        if text.startswith(words["whole"], max(start, 0)) and text[max(start - 1, 0)] not in "0123456789.,/":
            places.append((start, words.end()))
    for start, end in sorted(places):
        if found := pattern.match(text, end):
            yield start, found


def _of_some(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for word in finds(_YET, text):
        found = _OF_SOME.search(text, max(word.start() - _BEFORE, 0), word.end() + _BEHIND)
        if found is not None and found.start("said") == word.end():
            yield found.start(), found


def _claims(report: Report, statements: Iterable[tuple[int, re.Match[str]]]) -> Iterator[Claim]:
    tasks = tasks_of(report)
    for at, found in statements:
        place = Span(at, found.end())
        if not tasks.touch(place) and not _HEDGED.search(report.text, clause_start(report.text, at), found.end()):
            yield Claim(place, _words(found["subject"]), _words(found["said"]))


_NONE = re.compile(
    r"[KkCc](?<!\w.)(?:hông|hưa)(?: (?:có|còn|để xảy ra|xảy ra|phát sinh|phát hiện|để)(?: một| bất kỳ| bất cứ)?"
    r" (?P<what>[^.,;:()\n]{6,90})| (?P<act>[^.,;:()\d\n]{6,60}? nào)(?=\s*[.,;)\n]))"
)
SAID_OF_SOME = re.compile(
    r"(?:(?<![\d/])\d{1,3} (?!năm|tháng|quý|ngày)[^\W\d_]"
    r"|(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Vv]ài|[Cc]ó (?:nơi|đơn vị))(?!\w))[^,;:]{0,60}$"
)  # '02 huyện không tổ chức được hội nghị nào' denies nothing of the others
_PART_OF_YEAR = re.compile(r"(?<!\w)(?:[Qq]uý (?:[IV]+|[1-4]|trước)|[Tt]háng \d+)(?!\w)")
_HAPPENS_TO = re.compile(r"(?<!\w)(?:bị|phải|xin|vi phạm)(?!\w)")


_ZERO = re.compile(r":? 0+(?: [^\W\d_]+){0,3}\s?(?:[.,;)]|$)")


def check_denied_of_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence tells with its number or place what another denies: 'chưa để
    xảy ra vụ cháy rừng nào', then 'vụ cháy 1,2 ha rừng tại tiểu khu 412'.

    Not flagged: aims and tasks; other years, unless the denial is of all the years; sentences that deny something
    themselves; what is denied of nobody in particular.
    """
    denials = list(islice(_denials(report), _MOST))
    if not denials:
        return
    own_year = (report.letterhead.date or "")[:4]
    for sentence in _SENTENCE.finditer(report.text):
        said = sentence.group()
        near = [
            one
            for one in denials
            if one.last in said
            and not _NEGATED.search(said, 0, said.rfind(one.last) + _JUST)
            and not _ZERO.match(said, said.rfind(one.last) + len(one.last))
        ]
        number = _NUMBER.match(said)
        told = _IS_TOLD.search(said, number.end() if number else 0)
        if not near or _OTHER_TIME.search(said) or not told or _ON_GROUNDS.match(said):
            continue
        words = _words(said)
        for one in near:
            apart = not sentence.start() <= one.found.start() < sentence.end()
            if (
                apart
                and one.who in said.lower()
                and one.words <= words
                and (not one.subject or len(one.subject & words) >= 2)
                and not _are_of_two_grades(one.found[0], said)
            ):
                years = set(YEAR.findall(said))
                if years <= {own_year} or _ALL_ALONG.search(_around(report.text, one.found)):
                    yield told_otherwise(report.text, Span(*one.found.span()), Span(*sentence.span()))
                    denials.remove(one)


_GRADE = re.compile(
    r"(?<!\w)(?P<of>mức độ|cấp độ|mức|hạng|loại|bậc|giai đoạn|(?=\d sao)) ?(?P<at>\d|[IV]+|[A-D])(?!\w)"
)


def _are_of_two_grades(denied: str, said: str) -> bool:
    """Whether what is denied is of another grade than what is told: 'chưa có sản phẩm nào đạt 4 sao', '3 sao'."""
    grades = [{(found["of"], found["at"]) for found in _GRADE.finditer(one)} for one in (denied, said)]
    return bool(grades[0]) and bool(grades[1]) and not grades[0] & grades[1]


_ON_GROUNDS = re.compile(  # the words of a title tell nothing that happened
    r"\s*(?:Thực hiện|Căn cứ|Theo)\s(?:các\s)?(?:Công văn|Kế hoạch|Hướng dẫn|Nghị quyết|Quyết định|Chỉ thị|Quy định"
    r"|Luật|Chương trình|Thông (?:báo|tư|tri)|Nghị định|Kết luận|Đề cương)(?!\w)"
)
_NUMBER = re.compile(r"\s*(?:[-+*•]\s*)?\(?\d{1,2}(?:\.\d{1,2})*[.)/-]{0,2}\s*(?=[^\W\d_])")  # of a heading or point
_JUST = 15  # letters behind a word in which it may be denied: 'nợ quá hạn không còn'
_IS_TOLD = re.compile(
    r"\d|(?<!\w)(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu phố|[Tt]ổ|[Cc]hi bộ) [A-ZĐ]\w*"
)


@dataclass(frozen=True, slots=True)
class Denial:
    """``words`` that a sentence must all have, the ``last`` of them as printed; ``subject``: of whom it is said;
    ``who``: those whom the denial begins with, as they are called.
    """

    found: re.Match[str]
    words: frozenset[str]
    subject: frozenset[str]
    last: str
    who: str


def _denials(report: Report) -> Iterator[Denial]:
    tasks = tasks_of(report)
    for found in finds(_NONE, report.text):
        start = clause_start(report.text, found.start())
        before = report.text[start : found.start()]
        if (
            tasks.touch(Span(*found.span()))
            or _HEDGED.search(before)
            or SAID_OF_SOME.search(before)
            or _is_of_part(report, before)
            or _NEGATED.search(_without_cause(found["what"] or found["act"]))
        ):
            continue
        what, none, rest = _without_cause(found["what"] or found["act"]).partition(" nào")
        said = rest if len(_words(rest)) >= _LEAST else what + rest
        words = _words(said)
        everyone = re.search(r"(?P<subject>[^,:]{8,80}) đều $", before)
        sure = everyone or none or _HAPPENS_TO.search(what)
        if not sure or len(words) < (_LEAST - 1 if none else _LEAST):
            continue
        kept = [word for word in re.findall(r"\w+", said) if key(word) in words]
        words |= _words(group_of(found["what"] or found["act"]))
        yield Denial(
            found, words, _words(everyone["subject"]) if everyone else frozenset(), kept[-1], subject_of(before)
        )


def _is_of_part(report: Report, before: str) -> bool:
    """Whether a denial is of a month or quarter that is not the report's own, or of one hamlet or class."""
    if is_of_smaller(before):
        return True
    found = _PART_OF_YEAR.search(before)
    return found is not None and found[0].lower() not in (report.letterhead.title or "").lower()


def _without_cause(said: str) -> str:
    return re.split(r" (?:do|vì|để|khi|mà|nhưng|trên địa bàn|trong) ", said, maxsplit=1)[0]


def _is_of_now(text: str, place: Span) -> bool:
    clause = text[clause_start(text, place.start) : line_end(text, place.end, 60)]
    return not _OTHER_TIME.search(clause) and not YEAR.search(clause)


def _around(text: str, found: re.Match[str]) -> str:
    return text[clause_start(text, found.start()) : found.end()]


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", key(text)) if word not in _STOP and not word.isdigit())
