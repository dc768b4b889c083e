"""Two grades of one body in one year (một tập thể, một năm, hai mức xếp loại).

    'Năm 2025, chi bộ được công nhận hoàn thành xuất sắc nhiệm vụ', then 'năm 2025 chi bộ xếp loại hoàn thành tốt
    nhiệm vụ'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_GRADES = (
    (
        r"hoàn thành xuất sắc(?: nhiệm vụ)?",
        r"hoàn thành tốt(?: nhiệm vụ)?",
        r"(?<!không )hoàn thành nhiệm vụ",
        r"không hoàn thành nhiệm vụ",
    ),
    (r"[Tt]ập thể lao động xuất sắc", r"[Tt]ập thể lao động tiên tiến"),
)
_WHO = (
    r"(?P<who>[Tt]ập thể UBND(?: xã| phường)?|UBND (?:xã|phường)|[Đđ]ảng bộ(?: xã| phường| huyện)?|[Cc]hi bộ(?!"
    r" [A-ZĐ\d]| thôn| các)"
    r"|[Nn]hà trường|[Tt]rường(?! [A-ZĐ])|[Ll]ãnh đạo xã|[Cc]hính quyền xã|[Cc]ơ quan|[Ủủ]y ban MTTQ(?: Việt Nam)?(?:"
    r" xã)?)"
)
_YEAR = re.compile(r"(?<![\d./-])(?P<year>20\d\d(?: ?- ?20\d\d)?)(?![\d./-]\d)")
_TOLD = re.compile(
    rf"(?<!\w){_WHO}(?!\w)(?P<link>[^.;:\n]{{0,60}}?)(?<!\w)(?:được|đạt|xếp loại|công nhận|đánh giá|là|danh hiệu|hoàn"
    rf" thành)"
)
_NO = re.compile(
    r"(?<!\w)(?:các|mỗi|\d+ |trực thuộc|phấn đấu|đăng ký|đề nghị|tự|mục tiêu|trở lên|dự kiến|nếu|thôn|tổ chức đảng|cá"
    r" nhân"
    r"|đồng chí|đảng viên|cán bộ|công chức|viên chức|hội viên)(?!\w)"
)


def check_grades_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one body has two grades of one scale for one year.

    Not flagged: aims and own proposals; bodies below, members; years that only one of the two names.
    """
    told: dict[tuple[str, str, int], tuple[int, Sentence]] = {}
    for one in sentences(report):
        found = one.search(_TOLD)
        year = one.search(_YEAR)
        if found is None or year is None or len(_YEAR.findall(one.text)) != 1 or one.search(_NO):
            continue
        for scale, grades in enumerate(_GRADES):
            at = next(
                (
                    index
                    for index, grade in enumerate(grades)
                    if re.search(rf"(?<!\w){grade}(?!\w)", one.text, re.IGNORECASE)
                ),
                None,
            )
            if at is None:
                continue
            name = (found["who"].lower().replace("tập thể ", ""), year["year"].replace(" ", ""), scale)
            before = told.setdefault(name, (at, one))
            if before[0] != at:
                yield told_otherwise(report.text, _place(one), _place(before[1]))
                told[name] = (at, one)


def _place(one: Sentence) -> Span:
    return one.place


CHECKS = (check_grades_apart,)
