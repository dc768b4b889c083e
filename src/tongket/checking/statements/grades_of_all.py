"""A grade that all are said to have reached, and one of them that is told with a lower grade (xếp loại … trở lên).

    'Các chi bộ đều hoàn thành tốt nhiệm vụ trở lên, trong đó chi bộ Trường Mầm non xếp loại hoàn thành nhiệm vụ'

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. The grades of officers, Party
cells and pupils stand in one order wherever they are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import sentences, told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all

_DUTY = r"(?: nhiệm vụ)?"
_SCALES: tuple[tuple[str, ...], ...] = (  # from the highest down
    tuple(f"{said}{_DUTY}" for said in ("hoàn thành xuất sắc", "hoàn thành tốt", "hoàn thành", "không hoàn thành")),
    ("giỏi", "khá", "(?:trung bình|đạt yêu cầu)", "(?:yếu|kém|không đạt)"),
    ("vững mạnh xuất sắc", "vững mạnh", "khá", "(?:trung bình|yếu|kém)"),
)
_GRADES = "|".join(grade for scale in _SCALES for grade in scale)
_ALL_OF_GRADE = re.compile(
    r"(?<!\w)(?:đều|100\s?%|[Tt]ất cả|[Tt]oàn bộ)[^.;\n]{0,50}?"
    rf" (?P<grade>{_GRADES}) trở lên(?!\w)(?P<behind>[^\n]{{0,260}})"
)
_ONE = r"(?:(?:xếp|bị xếp|phân|đánh giá|chỉ đạt|đạt)(?: loại| mức| ở mức)*|loại) "
_NO_HIGHER = r"(?! tốt| xuất sắc| giỏi| trở lên)(?!\w)"
_GRADED = re.compile(r"(?<!\w)(?:học lực|hạnh kiểm|rèn luyện|học tập|môn)(?!\w)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?<!\w)(?:cán bộ|công chức|viên chức|đảng viên|chi bộ|đảng bộ|chính quyền|mặt trận|chi hội|chi đoàn|hội viên"
    r"|đoàn viên|học sinh|giáo viên|đơn vị|thôn)(?!\w)",
    re.IGNORECASE,
)
_WHO = 60  # letters before a grade that say whose it is
_NO_MEMBER = re.compile(r"(?<!\w)(?:không (?:có|còn)|năm (?:trước|20\d\d)|phấn đấu|trừ)(?!\w)", re.IGNORECASE)


def check_grades_of_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have a grade or a higher one, and the words behind, up to
    the end of the next sentence, give one of them a lower grade.

    Not flagged: grades that nobody has ('không có chi bộ yếu'); other years; grades of others, or in another matter
    (học lực, hạnh kiểm).
    """
    for found in finds(_ALL_OF_GRADE, report.text):
        said = " ".join(found["grade"].lower().split())
        for scale in _SCALES:
            at = next((index for index, grade in enumerate(scale) if re.fullmatch(grade, said)), None)
            lower = scale[at + 1 :] if at is not None else ()
            one = re.search(rf"{_ONE}(?:{'|'.join(lower)}){_NO_HIGHER}", found["behind"]) if lower else None
            if one is not None and not _is_of_others(report.text, found, one):
                place = Span(found.start("behind") + one.start(), found.start("behind") + one.end())
                yield told_otherwise(report.text, Span(found.start(), found.start("behind")), place)
                break


def _is_of_others(text: str, found: re.Match[str], one: re.Match[str]) -> bool:
    """Whether a lower grade is of none of those of whom all are told, or in another matter than theirs."""
    between = found["behind"][: one.end()]
    said = text[max(found.start() - _WHO, 0) : found.end("grade")]
    own, others = (set(map(str.lower, _OTHERS.findall(words))) for words in (said, between))
    matters = (set(map(str.lower, _GRADED.findall(words))) for words in (said, between))
    strangers = bool(own and others) and own.isdisjoint(others)
    return bool(_NO_MEMBER.search(between)) or strangers or len(set.union(*matters)) > 1


_COUNTED = rf"(?P<who>(?i:{nouns_of_all()}))(?!\w)"
_RATED = r"(?<!\w)(?:xếp|phân|đánh giá|công nhận|đạt|loại)(?: loại| mức| ở mức| tiêu chuẩn)* "
_EACH = re.compile(
    r"(?:(?<![\d./,])(?P<part>\d{1,4})\s?/\s?(?P<whole>\d{1,4})|100\s?%(?: số| các)?|[Tt]ất cả(?: các)?|[Tt]oàn bộ)"
    rf" {_COUNTED}[^.,;:()\d\n]{{0,60}}?{_RATED}(?P<grade>{_GRADES}){_NO_HIGHER}"
)
_SOME = re.compile(
    rf"(?<![\d./,])(?!0+ )\d{{1,4}} {_COUNTED}[^.,;:()\n]{{0,60}}?{_RATED}(?P<grade>{_GRADES}){_NO_HIGHER}"
)


def check_grades_of_each(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of a kind are said to have a grade, and another sentence counts some
    of them with a lower one: '16/16 chi hội đạt vững mạnh', then 'còn 03 chi hội chỉ xếp loại khá'.

    Not flagged: other years; aims; grades in another matter (học lực, hạnh kiểm).
    """
    told = [one for one in sentences(report) if one.years is not None]
    every = [(one, found) for one in told for found in one.finds(_EACH) if found["part"] == found["whole"]]
    some = [(one, found) for one in told for found in one.finds(_SOME)] if every else []
    for one, found in every[:_MOST]:
        fewer = ((other, lower) for other, lower in some if other is not one and _is_lower(found, lower))
        for other, lower in fewer:
            matters = {tuple(sorted(map(str.lower, _GRADED.findall(said.text)))) for said in (one, other)}
            if one.is_of_one_time_with(other) and one.years == other.years and len(matters) == 1:
                yield told_otherwise(report.text, one.place_of(found), other.place_of(lower))
                break


_MOST = 100  # statements of all: a report has a few


def _is_lower(every: re.Match[str], some: re.Match[str]) -> bool:
    """Whether a grade of some is below that of all of the same kind, in one scale."""
    if every["who"].lower() != some["who"].lower():
        return False
    grades = [" ".join(one["grade"].lower().split()) for one in (every, some)]
    for scale in _SCALES:
        ranks = [next((at for at, known in enumerate(scale) if re.fullmatch(known, said)), None) for said in grades]
        if None not in ranks:
            return ranks[0] < ranks[1]  # type: ignore[operator]  # neither is None
    return False


CHECKS = (check_grades_of_all, check_grades_of_each)
