"""What is called the only one, or the only level, and more of it elsewhere (chỉ có, duy nhất, chỉ thực hiện ở cấp …).

    'chỉ tổ chức được 01 hội nghị phản biện', then 'đã chủ trì 04 hội nghị phản biện'; 'cấp xã chưa thực hiện giám sát',
    then 'cấp xã giám sát 09 cuộc'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.alike_in_part import matter_of, which_of
from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.model.findings import Finding
from tongket.model.reports import Report

_EVENTS = r"(?:hội nghị|cuộc|buổi|lớp|đợt|hội thi|chuyên đề|lần|mô hình|sản phẩm|câu lạc bộ|hợp tác xã)"
_ONLY = re.compile(
    rf"(?<!\w)(?:[Cc]hỉ|[Mm]ới chỉ|[Mm]ới)(?: mới)?(?: tổ chức| có| thực hiện| mở| xây dựng| thành lập| duy nhất|"
    rf" được){{1,4}} (?P<number>0?1|một)"
    rf" (?P<unit>{_EVENTS})(?P<of>(?: [^\W\d_]+){{0,6}})"
)
_COUNT = re.compile(rf"(?<![\d./,])(?P<number>\d{{1,3}})(?: lượt)? (?P<unit>{_EVENTS})(?P<of>(?: [^\W\d_]+){{0,6}})")
_SOLE = re.compile(
    r"(?<!\w)(?:[Cc]hỉ(?: duy nhất| có)?|[Dd]uy nhất)(?: có)? (?P<unit>thôn|bản|chi hội|chi bộ|chi đoàn|trường|xã|đơn"
    r" vị|Chi hội|Chi bộ)"
    r" (?P<name>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){0,3}?) (?P<said>(?:có|đạt|xây dựng được|hoàn thành|tổ chức)(?:"
    r" [^\W\d_]+){1,8})"
)
_SHARE = re.compile(
    r"(?<![\d./,])(?P<part>\d{1,3})(?:/\d{1,3})? (?P<unit>thôn|bản|chi hội|chi bộ|chi đoàn|trường|xã|đơn"
    r" vị)(?P<said>(?: [^\W\d_]+){1,10})"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:tham gia|dự|phối hợp|cùng|năm (?:trước|20\d\d)|cùng kỳ|kế hoạch|cấp trên|các chi|lũy kế|giai đoạn|mỗi"
    r"|nhiệm kỳ"
    r"|quý|tháng|thêm|huyện tổ chức|tỉnh tổ chức)(?!\w)"
)
_MOST = 40  # claims that are held against all sentences
_NEGATED = re.compile(r"(?<!\w)(?:chưa|không)(?!\w)")
_LEVEL_NOT = re.compile(
    r"(?<!\w)(?P<level>[Cc]ấp (?:xã|huyện|tỉnh|thôn)|[Cc]ác (?:chi bộ|chi hội|thôn|xã)) (?:còn |vẫn )?(?:chưa|không)"
    r" (?:tổ chức|thực hiện|triển khai|có"
    r"|kiểm tra|giám sát)(?P<said>[^.;,\n]{0,60})"
)
_LEVEL_DID = re.compile(
    r"(?<!\w)(?P<level>[Cc]ấp (?:xã|huyện|tỉnh|thôn)|[Cc]ác (?:chi bộ|chi hội|thôn|xã))(?: đã)?(?P<said>(?:"
    r" [^\W\d_]+){1,8}? )(?!0+ )\d{1,3} "
    r"(?P<unit>cuộc|buổi|hội nghị|lượt|đảng viên|lớp|vụ|đợt)(?P<of>(?: [^\W\d_]+){0,4})"
)


def check_only_one(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for the only one of some events, of which another sentence counts more.

    Not flagged: events of another matter or level; what others held; other times.
    """
    told = sentences(report)
    alone = ((one, one.search(_ONLY)) for one in told if one.now)
    for one, found in islice((each for each in alone if each[1]), _MOST):
        if found is None or one.search(_OTHERS):
            continue
        matter = matter_of(_VERB.split(found["of"])[0])
        if not matter:
            continue
        for other in told:
            if other is one or not other.now or other.search(_OTHERS) or which_of(one.text) != which_of(other.text):
                continue
            more = next((it for it in other.finds(_COUNT) if _is_more(it, found, matter)), None)
            if more is not None:
                yield told_otherwise(report.text, one.place_of(found), other.place_of(more))
                break


_VERB = re.compile(r" (?:hoạt động|được|đã|có|đạt|phát huy|thu hút|với|do|tại|ở|trên)(?!\w)")


def _is_more(it: re.Match[str], found: re.Match[str], matter: frozenset[str]) -> bool:
    behind = matter_of(_VERB.split(it["of"])[0])
    return int(it["number"]) > 1 and it["unit"] == found["unit"] and matter <= behind and len(behind - matter) <= 1


def check_sole_unit(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for the only unit that has something, which a share elsewhere gives to
    several.
    """
    told = sentences(report)
    alone = ((one, one.search(_SOLE)) for one in told if one.now)
    for one, found in islice((each for each in alone if each[1]), _MOST):
        if found is None or one.search(_NEGATED):
            continue
        matter = matter_of(found["said"])
        for other in told:
            if other is one or not other.now or other.search(_NEGATED) or other.search(_OTHERS):
                continue
            for it in other.finds(_SHARE):
                same = it["unit"] == found["unit"].lower() and int(it["part"]) > 1
                if same and matter and matter <= matter_of(it["said"]) and len(matter_of(it["said"]) - matter) <= 1:
                    yield told_otherwise(report.text, one.place_of(found), other.place_of(it))
                    break


def check_levels_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a level is said to have done nothing of a matter, and its number is
    told.
    """
    told = sentences(report)
    denied = ((one, found) for one in told if one.now for found in one.finds(_LEVEL_NOT))
    for one, found in islice(denied, _MOST):
        about = matter_of(_before(one, found)) | matter_of(found["said"]) | matter_of(found[0].split(" ", 2)[-1])
        for other in told:
            if other is one or not other.now or other.search(_OTHERS):
                continue
            did = next((it for it in other.finds(_LEVEL_DID) if it["level"].lower() == found["level"].lower()), None)
            if did is None or _NEGATED.search(did[0]):
                continue
            words = matter_of(f"{did['said']} {did['unit']} {did['of']}")
            if len((about & words) - _EMPTY) >= 1 and len(words - about) <= _NEW:
                yield told_otherwise(report.text, one.place_of(found), other.place_of(did))
                break
        else:
            yield from _in_columns(report, one, found, about)


def _in_columns(report: Report, one: Sentence, found: re.Match[str], about: frozenset[str]) -> Iterator[Finding]:
    """Where the column of a level counts what the level is said to have done nothing of."""
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        columns = [at for at, title in enumerate(table.header) if title.lower().strip() == found["level"].lower()]
        for (row, column), cell in cells.items():
            words = matter_of(table.rows[row].label) - _EMPTY
            if column in columns and cell.amount > 0 and words and len(words & about) >= min(_NEW, len(words)):
                quoted = f"{table.rows[row].label}, {table.header[column]}: {cell.shown()}"
                yield told_otherwise(report.text, one.place_of(found), cell.at, quoted)
                return


_NEW = 2
_EMPTY = frozenset(("buoi", "vu", "dot", "lop", "hoi", "nghi"))


def _before(one: Sentence, found: re.Match[str]) -> str:
    return one.text[: found.start()]


CHECKS = (check_only_one, check_sole_unit, check_levels_denied)
