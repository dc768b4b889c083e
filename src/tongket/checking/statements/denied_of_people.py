"""What nobody is said to have done or met with, and somebody did by another word of the same matter (không có … nào).

    'không có đoàn viên nào bị xử lý kỷ luật', then 'còn 02 đoàn viên vi phạm quy chế trực, bị khiển trách'; 'không có ý
    kiến nào phản ánh về chất lượng nước', then 'chất lượng nước ... qua đường dây nóng 23 cuộc'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. ``denied_in_other_words`` holds
what
is counted right before its matter; here other words may stand between, and a name in the place of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.alike_in_part import matter_of, which_of
from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_MEMBERS = (
    "đảng viên|đoàn viên|hội viên|cán bộ|công chức|viên chức|giáo viên|học sinh|người lao động|nhân viên|hộ|thành viên"
)
_NOBODY = (
    rf"(?<!\w)(?:[Kk]hông|[Cc]hưa) (?:có|để xảy ra)(?: trường hợp)?(?: một)? (?P<who>{_MEMBERS})"
    rf"(?:, (?:{_MEMBERS}))*(?: nào)?(?: bị| phải)?(?: xử lý| thi hành)? "
)
_MISDEEDS = re.compile(rf"{_NOBODY}(?:kỷ luật|vi phạm(?! pháp luật)|khiển trách|cảnh cáo)(?P<of>[^.;,\n]{{0,50}})")
_PUNISHED = r"(?:khiển trách|cảnh cáo|khai trừ|cách chức|buộc thôi việc|kỷ luật (?:khiển trách|cảnh cáo|khai trừ))"
_SOMEBODY = (
    rf"(?:(?<![\d./,])(?!0+ )\d{{1,3}} (?:đồng chí )?(?P<many>{_MEMBERS})"
    rf"|(?:[Đđ]ồng chí|[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|[Ee]m) [{CAPITALS}]\w*)"
)
_WAS_PUNISHED = (
    re.compile(rf"{_SOMEBODY}[^.;\n]{{0,80}}?(?<!\w){_PUNISHED}(?!\w)"),
    re.compile(
        r"(?<!\w)(?:đã|[Tt]hi hành kỷ luật|kỷ luật)(?: thi hành kỷ luật)? "
        rf"{_PUNISHED}(?!\w)[^.;\n]{{0,30}}?{_SOMEBODY}"
    ),
)
_COMPLAINTS = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: có| nhận được| tiếp nhận| phát sinh)+ (?:một )?(?:ý kiến|đơn|khiếu nại|phản ánh"
    r"|góp ý|khách hàng)"
    r"(?: nào)?(?: góp ý| phản ánh| khiếu nại)?(?P<of>[^.;\n]{0,70})"
)
_COMPLAINED = re.compile(
    r"(?<!\w)(?:(?<![\d./,])(?!0+ )\d{1,4} (?:cuộc gọi|ý kiến|đơn|lượt|hộ|phản ánh|khách hàng)[^.;\n]{0,40}?"
    r"(?:phản ánh|khiếu nại|góp ý|đường dây nóng)|đường dây nóng (?!0+ )\d{1,4} (?:cuộc|lượt|ý kiến))[^.;\n]{0,60}"
)
_DISEASE = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa) (?:có|xảy ra|xuất hiện|phát sinh) (?:dịch|dịch bệnh|ổ dịch)(?: nào)?(?: xảy ra)?(?:"
    r" trên| ở) "
    r"(?P<of>gia súc|gia cầm|đàn gia súc|đàn vật nuôi|vật nuôi|người|cây trồng)"
)
_SICK = re.compile(
    r"(?<!\w)(?:[Tt]iêu hủy|[Tt]iêu huỷ|[Cc]hết|mắc)(?!\w)[^.;\n]{0,40}?(?<![\d./,])(?!0+ )\d[\d.]* con (?P<beast>lợn"
    r"|heo|bò|trâu|gà|vịt)"
    r"[^.;\n]{0,40}?(?:mắc|bị|do|dịch|bệnh)(?!\w)"
)
_BEASTS = {"gà": "gia cầm", "vịt": "gia cầm"}
_OTHERS = re.compile(
    r"(?<!\w)(?:năm (?:trước|20\d\d)|cùng kỳ|đề nghị|sẽ|nguyên|trước đây|cấp trên|tỉnh khác|diễn tập)(?!\w)"
)
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Denial:
    sentence: Sentence
    place: Span
    who: str
    of: str


def check_denied_of_people(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where discipline, complaints or diseases are denied of all and told of some.

    Not flagged: other times and others than those of whom it is denied; complaints about another matter.
    """
    told = [one for one in sentences(report) if one.now]
    for claim, answers, fits in (
        (_MISDEEDS, _WAS_PUNISHED, _is_one_of),
        (_COMPLAINTS, (_COMPLAINED,), _is_about),
        (_DISEASE, (_SICK,), _is_such_a_beast),
    ):
        denials = ((one, found) for one in told for found in one.finds(claim))
        for one, found in islice(denials, _MOST):
            denial = _Denial(one, one.place_of(found), found.groupdict().get("who") or "", found["of"])
            for other in told:
                if other is one or other.search(_OTHERS):
                    continue
                answer = next((it for pattern in answers for it in other.finds(pattern)), None)
                if answer is not None and fits(denial, other, answer):
                    yield told_otherwise(report.text, denial.place, other.place_of(answer))
                    break


def _is_one_of(denial: _Denial, other: Sentence, answer: re.Match[str]) -> bool:
    """Whether those who were punished are some of whom it is denied: by their name, or by a number of their kind."""
    return (answer["many"] or denial.who) == denial.who and which_of(denial.sentence.text) == which_of(other.text)


def _is_about(denial: _Denial, other: Sentence, _answer: re.Match[str]) -> bool:
    """Whether a complaint is about the matter of which none is told; where it names none, any is."""
    matter = matter_of(denial.of) - _WHO
    return bool(matter) and len(matter & matter_of(other.text)) >= min(_SHARED, len(matter))


_SHARED = 2
_WHO = matter_of(
    "người dân nhân dân phụ huynh khách hàng công dân cử tri về đối với phản ánh khiếu nại góp ý nào gửi đến"
)


def _is_such_a_beast(denial: _Denial, _other: Sentence, answer: re.Match[str]) -> bool:
    kind = _BEASTS.get(answer["beast"], "gia súc")
    return kind in denial.of or "vật nuôi" in denial.of


_NONE = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: có| còn) (?P<who>trẻ|học sinh|hộ|hội viên|đảng viên|giáo viên|người)(?: nào)? "
    r"(?P<what>[^.,;:()\n\d]{4,40})"
)
_WHERE = re.compile(r" (?:trong|trên|ở|tại|của|so với)(?!\w)")
_PART = re.compile(r"(?<!\w)(?:đầu năm|so với|năm trước|kế hoạch|chỉ tiêu|giảm|tăng|mục tiêu)(?!\w)", re.IGNORECASE)


def check_denied_in_rows(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where none are said to be of a kind that a row or column of a table counts.

    Not flagged: columns of another time than the last; zeros; rows that say more than the words.
    """
    denials = [(one, found) for one in sentences(report) if one.now for found in one.finds(_NONE)][:_MOST]
    if not denials:
        return
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        for one, found in denials:
            what = matter_of(_WHERE.split(found["what"])[0])
            for (row, column), cell in cells.items():
                title = table.header[column] if column < len(table.header) else ""
                label = table.rows[row].label
                of_row = what and what <= matter_of(label) and len(matter_of(label) - what) <= _MORE
                of_column = what and what <= matter_of(title) and len(matter_of(title) - what) <= _MORE
                later = any(at > column for line, at in cells if line == row and not _changes(table.header, at))
                if cell.amount <= 0 or _PART.search(title) or not (of_column or (of_row and not later)):
                    continue
                quoted = f"{label}, {title}: {cell.shown()}"
                yield told_otherwise(report.text, one.place_of(found), cell.at, quoted)
                denials = [each for each in denials if each[1] is not found]
                break


_MORE = 2


def _changes(header: tuple[str, ...], column: int) -> bool:
    """Whether a column tells of a change or remark and no number of the time."""
    title = header[column].lower() if column < len(header) else ""
    return any(word in title for word in ("tăng", "giảm", "so", "ghi chú", "%"))


CHECKS = (check_denied_of_people, check_denied_in_rows)
