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
from tongket.model.reports import Report

_ENDS = r"""["”]?(?= ?(?:[.,;:)]|$| năm | trong năm | \())"""  # else it is of one task: 'nhiệm vụ thu ngân sách'
_GRADES = tuple(
    tuple(re.compile(rf"(?<!\w){grade}{_ENDS}", re.IGNORECASE) for grade in scale)
    for scale in (
        (
            "hoàn thành xuất sắc(?: nhiệm vụ)?",
            "hoàn thành tốt(?: nhiệm vụ)?",
            "(?<!không )hoàn thành nhiệm vụ",
            "không hoàn thành nhiệm vụ",
        ),
        ("tập thể lao động xuất sắc", "tập thể lao động tiên tiến"),
    )
)
_WHO = (
    r"(?P<who>[Tt]ập thể UBND(?: xã| phường)?|UBND (?:xã|phường)|[Đđ]ảng bộ(?: xã| phường| huyện)?"
    r"|[Cc]hi bộ(?! [A-ZĐ\d]| thôn| các)|[Nn]hà trường|[Tt]rường(?! [A-ZĐ])|[Ll]ãnh đạo xã|[Cc]hính quyền xã|[Cc]ơ quan"
    r"|[Ủủ]y ban MTTQ(?: Việt Nam)?(?: xã)?)"
)
_YEAR = re.compile(r"(?<![\d./-])(?P<year>20\d\d(?: ?- ?20\d\d)?)(?![\d./-]\d)")
_TOLD = re.compile(
    rf"(?<!\w){_WHO}(?!\w)[^.;:\n]{{0,60}}?(?<!\w)(?:được|đạt|xếp loại|công nhận|đánh giá|là|danh hiệu|hoàn thành)"
)
_NO = re.compile(
    r"(?<!\w)(?:các|mỗi|\d+ |trực thuộc|phấn đấu|đăng ký|đề nghị|tự|mục tiêu|trở lên|dự kiến|nếu|thôn|tổ chức đảng"
    r"|cá nhân|đồng chí|đảng viên|cán bộ|công chức|viên chức|hội viên|công đoàn viên)(?!\w)|\d ?%"
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
            at = next((index for index, grade in enumerate(grades) if one.search(grade)), None)
            if at is None:
                continue
            name = (found["who"].lower().replace("tập thể ", ""), year["year"].replace(" ", ""), scale)
            before = told.setdefault(name, (at, one))
            if before[0] != at:
                yield told_otherwise(report.text, one.place, before[1].place)
                told[name] = (at, one)


CHECKS = (check_grades_apart,)
