"""Some of a group, told in a sentence of their own as more than all of it (bộ phận nhiều hơn toàn thể).

'Huyện còn 412 hộ nghèo ... có 436 hộ nghèo là người dân tộc thiểu số': the noun with a word more names some of those
that the noun alone names. A case of ``implausible-magnitude``, whose page stands with the magnitudes. Where one
sentence lists parts ('trong đó', 'gồm'), other checks hold them against their whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.stops import line_end
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_UNIT = (
    r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|thôn|bản|ấp|hội|chi hội|đảng bộ|chi bộ|trường|công ty"
    r"|công đoàn|đoàn)"
)
_COUNT = r"(?<![\d.,/])(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,4})"
# What stands for years and is counted whole; of what comes and goes (hồ sơ, đơn, vụ) several numbers may be told.
_NOUN = (
    r"(?P<noun>hộ (?:cận nghèo|nghèo)|hộ|hội viên|đảng viên|đoàn viên|giáo viên|học sinh|cán bộ|công chức|viên chức"
    r"|doanh nghiệp|hợp tác xã|trang trại|chi bộ|chi hội|chi đoàn|thôn|trẻ em|người có công|người cao tuổi)"
)
_ALL = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.;,] ))(?P<subject>(?:(?:[Tt]oàn|[Cc]ả|[Hh]iện(?: nay)?,?|[Đđ]ến nay,?|[Tt]rên địa bàn) )*"
    rf"(?P<unit>(?i:{_UNIT}))(?: (?:nhà|ta|dân|nữ|chiến|binh|cao|tuổi|xã|phường|trường|thôn"
    rf"|[{CAPITALS}]\w*)){{0,5}}(?: (?:hiện|đang|nay))*) (?:có|còn)"
    rf"(?: tổng số| tổng cộng)? {_COUNT} {_NOUN}(?=[.,;(])(?!\s?\()",
    re.MULTILINE,
)
_SOME = re.compile(
    rf"(?<!\w)(?:có|còn|là|[Hh]iện|nay) {_COUNT} {_NOUN}(?P<more> (?:là |có |đạt |thuộc |người |nữ|nam|dân tộc|theo đạo"
    r"|trẻ|già|neo đơn|chính sách|giỏi|khá|trên chuẩn|do |đăng ký |đã (?:có|được|đăng ký|nộp|ký) "
    r"|được (?:công nhận|cấp|bình)|ký cam kết|của (?:chi bộ|hội|chi hội|chi đoàn|xã|trường)"
    r"|trong (?:xã|hội|chi))[^.,;()\n]{0,60})"
)
_SENTENCES, _LETTERS = 2, 400  # behind the whole, in which the part is told
_ANOTHER = re.compile(
    r"(?<!\w)(?:[Nn]ăm (?:trước|ngoái|(?:19|20)\d\d)|[Tt]rong (?:năm|kỳ|quý|tháng)|[Qq]uý|[Tt]háng|[Cc]ùng kỳ|[Tt]rước"
    r"|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|[Ll](?:ũ|uỹ)y kế|[Gg]iai đoạn|[Kk]ế hoạch|[Pp]hấn đấu|[Dd]ự kiến|tăng|giảm|lượt"
    r"|chuẩn mới|đa chiều|[Nn]goài ra|khác|cả nước|cả (?:hai|ba)|[Cc]ụm|[Ll]iên)(?!\w)"
)
_OTHER_UNIT = re.compile(rf"(?<!\w)(?i:{_UNIT})(?!\w)(?: (?P<name>[{CAPITALS}\d]\w*))?")


def check_subsets_told(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where those of a group who are something besides are more than the group, told of
    a whole unit right before: 'Đảng bộ có 214 đảng viên. Đến nay có 241 đảng viên nữ'.

    Not flagged: groups of another unit, time or standard; those that the first number already narrows; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    for whole in finds(_ALL, text):
        end = _end(text, whole.end())
        for part in _SOME.finditer(text, whole.end(), end):
            if part["noun"] != whole["noun"] or tasks.touch(Span(*part.span())) or not _is_of_same(text, whole, part):
                continue
            some, of = parse_number(part["number"]), parse_number(whole["number"])
            if some is not None and of is not None and some > of:
                place = Span(part.start("number"), part.end("noun"))
                related = Span(whole.start("number"), whole.end("noun"))
                said = " ".join(text[part.start("noun") : part.end()].split())
                facts = {"label": said, "amount": shown(some), "whole": whole["noun"], "of": shown(of)}
                yield Finding("implausible-magnitude", "warning", place, "subset", facts, (related,))
                break


_OPENS = re.compile(r"\n+(?=\s*(?:[-+*•]|\d{1,2}[.)]|[IVX]{1,4}[.)]|[a-zđ]\)|[A-Z]\.))")


def _end(text: str, at: int) -> int:
    """Where the paragraph ends behind the one of a place, or before a heading or a point."""
    first = line_end(text, at, _LETTERS)
    second = line_end(text, first + 1, _LETTERS) if first < min(at + _LETTERS, len(text)) else first
    second = line_end(text, second + 1, _LETTERS) if second == first + 1 else second  # an empty line between
    opens = _OPENS.search(text, first, second)
    return opens.start() if opens else second


def _is_of_same(text: str, whole: re.Match[str], part: re.Match[str]) -> bool:
    """Whether a part is told of the unit and the time of its whole, a sentence or two behind it."""
    between = text[whole.end() : part.start()]
    if len(re.findall(r"[.;](?=\s)", between)) > _SENTENCES:
        return False
    if any(_ANOTHER.search(said) for said in (whole["subject"], between, part["more"])):
        return False
    opens = max(between.rfind(mark) for mark in (". ", "; "))
    lead = between[opens + 1 :] if opens >= 0 else between
    named = [(one[0].split()[0].lower(), one["name"]) for one in _OTHER_UNIT.finditer(lead)]
    return all(unit == whole["unit"].lower() and (not name or name in whole["subject"]) for unit, name in named)


CHECKS = (check_subsets_told,)
