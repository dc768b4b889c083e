"""What all are said to have or to do, and some are told to lack, each in words of its own (tất cả … riêng … chưa).

    '100% thôn có nhà văn hóa', then 'Riêng thôn Nà Khoang chưa xây được nhà văn hóa'; '100% hồ sơ được giải quyết đúng
    hạn', then 'có 07 hồ sơ đất đai trả chậm'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import (
    Sentence,
    are_of_one_kind,
    are_of_one_level,
    sentences,
    told_otherwise,
    words_of,
)
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.same_acts import GOES_TO_SCHOOL, without_verbs
from tongket.checking.statements.all_apart import OF_A_KIND, is_not_of_all
from tongket.checking.statements.denied_in_other_words import Denied, counted
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.matters import words_for
from tongket.registry.unit_words import nouns_of_all
from tongket.vietnamese.unicode import CAPITALS, key

_UNITS = (
    "phòng học|khoản thu|khoản chi|khách hàng|cơ sở giáo dục|cơ sở|hộ kinh doanh|mẫu nước|mẫu|thôn|bản|ấp|làng|khóm"
    "|khu phố|tổ dân phố|khu dân cư|xã, phường"
    "|xã|phường|thị trấn|huyện|địa phương|đơn vị|cơ quan"
    "|chi bộ|chi đảng bộ|tổ chức cơ sở đảng|tổ chức đảng|đảng bộ|đảng ủy|chi hội|chi đoàn|công đoàn cơ sở|trường học"
    "|trường|điểm trường|lớp|trạm y tế|trạm|doanh nghiệp|hợp tác xã|hộ nghèo|hộ dân|hộ gia đình|hộ|hội viên|đảng viên"
    "|đoàn viên|cán bộ|công chức|viên chức|giáo viên|học sinh|sinh viên|học viên|trẻ em|trẻ|người lao động"
    "|công nhân|công dân|thanh niên|phụ nữ|bệnh nhân|người dân|người cao tuổi|người có công|gia đình"
    "|công trình|dự án|tuyến đường|tàu cá|phương tiện|chợ|hồ|đập|hồ sơ|văn bản|kiến nghị|ý kiến|đơn thư|đơn|nhiệm vụ"
)
_MORE_UNITS = rf"(?P<units>(?:(?:,| và) (?:{_UNITS})(?!\w))*)"
_UNIT = rf"(?P<unit>{_UNITS})(?!\w){_MORE_UNITS}"
_WHO = f"(?i:{nouns_of_all(_UNITS)})"
_EVERY = (
    r"(?:(?<![\d./,])(?P<part>\d{1,5})\s?/\s?(?P<whole>\d{1,5})(?![\d/])|100\s?%(?: số| các)?|[Tt]ất cả(?: các| \d+)?"
    r"|[Tt]oàn bộ(?: các| số| \d+)*|(?<!\w)[Mm]ọi|(?<!\w)[Cc]ả (?:\d+|hai|ba|bốn)"
    r"|(?<!\w)[Cc]ác(?= [^.,;:()\n]{3,50} đều ))"
)
_OF_EVERY = ("/", "100", "cả ", "Cả ", "oàn bộ", "ọi ", " đều ")  # one of which each of them holds
_CLAIM = re.compile(rf"{_EVERY} (?P<unit>{_WHO})(?!\w){_MORE_UNITS}(?P<said>[^.;:()\n]{{4,120}})")
_CLAIM_BEHIND = re.compile(rf"(?i:(?<!\w){_UNIT})(?P<of>(?: [^\W\d_]+){{0,4}}?) 100\s?% (?P<said>[^.;:()\n]{{4,110}})")
_NAME = rf"(?:[{CAPITALS}]\w*|\d{{1,2}}(?![\d/%.,]))"
_SOME = re.compile(
    rf"(?:(?<![\d./,])(?!0+ )\d{{1,4}}|(?<![\d./,])\d{{1,2}}(?:,\d+)?\s?%|(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Cc]òn"
    rf"|[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Vv]ài)) (?:số )?"
    rf"(?P<unit>{_WHO}|em|cháu|đồng chí)(?!\w)|(?i:(?<!\w)(?P<named>{_UNITS}))(?: [^\W\d_]+){{0,2}}? {_NAME}"
)
_LACKS = re.compile(r"(?<!\w)(?P<no>chưa|không(?! còn| chuyên| có trường hợp)|thiếu)(?!\w) (?P<said>[^.,;:()\n]{3,90})")
_FAR = 120  # letters between those who lack something and the word that says so
_CUT = re.compile(r" (?:do|vì|để|nên|nhưng|mà|theo|khi|so với|vào|tại|phải|trong khi|từ|nhằm|trước)(?!\w).*$")
_FILLING = re.compile(
    r"(?<!\w)(?:đều|đã|được|xong|kịp|dứt điểm|hết|hiện|vẫn|đang|đầy đủ|cơ bản|việc|công tác|của mình"
    r"|(?:có )?văn bản(?= trả lời)|nào|thêm|riêng|năm (?:nay|này|học|\d{4})(?: ?- ?\d{4})?)(?!\w)"
)
_NEGATED = re.compile(r"(?<!\w)(?:chưa|không)(?!\w)")
_SENT = re.compile(r"(?<=cử)(?: (?:cán bộ|người|đại biểu|đảng viên|giáo viên|công chức))+(?!\w)")
_ANY_VERB = re.compile(
    r"(?<!\w)(?:đều|đã|được|có|đạt|hoàn thành|tổ chức|xây dựng|thực hiện|giữ|duy trì|ký|đăng ký|tham gia|lập"
    r"|cử(?! tri)|nộp|vào|ra"
    r"|thành lập|ban hành|công khai|niêm yết|triển khai|trả lời|giải quyết|sử dụng|dùng|kiểm điểm|sinh hoạt"
    r"|bố trí)(?!\w)"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Đđ]ề nghị|[Mm]ục tiêu|[Cc]hỉ tiêu|(?<!đạt )[Yy]êu cầu|[Bb]ảo đảm|[Đđ]ảm bảo"
    r"|[Kk]ế hoạch"
    r"|phải|cần|đến hết năm|[Tt]rước đây|[Nn]ăm trước|[Đđ]ầu năm)(?!\w)"
)
_WHERE = re.compile(
    r"(?<!\w)(?:(?:trong|trên|ở|tại|thuộc)(?: địa bàn)?(?: toàn)?(?: xã| huyện| tỉnh| phường| thị trấn| thành phố"
    r"| đơn vị)"
    r"|trên địa bàn|trực thuộc|sinh sống|dân cư)(?!\w)"
)
_WHOSE = re.compile(r"(?<!\w)(?:của|do)(?!\w).*$")
_LATER = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Đđ]ề nghị|[Mm]ục tiêu|[Tt]rước đây|[Nn]ăm trước|[Đđ]ầu năm)(?!\w)"
)
_ALIKE = {  # of whom another noun may tell
    "em": ("học sinh", "trẻ em", "trẻ"),
    "cháu": ("học sinh", "trẻ em", "trẻ"),
    "đồng chí": ("đảng viên", "cán bộ", "công chức", "viên chức"),
    "hộ": ("hộ dân", "hộ gia đình", "gia đình", "người dân"),
    "hộ dân": ("hộ", "hộ gia đình"),
    "hộ gia đình": ("hộ", "hộ dân"),
    "trường": ("trường học",),
}
_MOST = 150
_NEAR = 12  # letters behind a unit that say which kind of it: 'hộ cận nghèo'


@dataclass(frozen=True, slots=True)
class _Claim:
    """What all of some units have or do: which of them, the row of the verb, and the words behind it in their order."""

    sentence: Sentence
    place: Span
    units: frozenset[str]
    of: frozenset[str]
    whose: frozenset[str]
    row: int | None
    said: tuple[str, ...]


def check_all_but_some(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all units are said to have or do what a sentence elsewhere denies of some
    by number or name, in other verbs of the same meaning.

    Not flagged: aims and other times; units of another kind or level; what some lack that is more than all have.
    """
    told = sentences(report)
    claims = [claim for one, found in _said_of_all(report) for claim in _claims(one, found)][:_MOST]
    for other in told if claims else ():
        if not other.now or other.search(_LATER) or not other.search(_LACKS):
            continue
        some = list(other.finds(_SOME))
        for claim in claims if some else ():
            found = _exception(claim, other, some) if other is not claim.sentence else None
            if found is not None:
                claims.remove(claim)
                yield told_otherwise(report.text, claim.place, found)
                break


@of_last_report
def _said_of_all(report: Report) -> tuple[tuple[Sentence, re.Match[str]], ...]:
    """What the sentences of a report's own time say of all units."""
    return tuple((one, found) for one in sentences(report) if one.now for found in _of_all(one))


def _of_all(one: Sentence) -> Iterator[re.Match[str]]:
    """Where a sentence says something of all units; a share where it is whole."""
    claims = one.finds(_CLAIM) if any(word in one.text for word in _OF_EVERY) else ()
    for found in (*claims, *(one.finds(_CLAIM_BEHIND) if "100" in one.text else ())):
        numbers = found.groupdict()
        whole = not numbers.get("part") or int(numbers["part"]) == int(numbers["whole"])
        if whole and not is_not_of_all(one.text, found.start()):
            yield found


def _claims(one: Sentence, found: re.Match[str]) -> Iterator[_Claim]:
    if _AHEAD.search(one.text, 0, found.start("said")) or _NEGATED.search(found["said"]):
        return
    verb = _ANY_VERB.search(found["said"])
    row, said = _read(found["said"][verb.start() if verb else 0 :])
    if said:
        of = _which(found, verb.start() if verb else 0)
        whose = _WHOSE.search(of)
        units = frozenset((found["unit"].lower(), *re.findall(_UNITS, found["units"])))
        yield _Claim(one, one.place_of(found), units, _keys(of), _keys(whose[0] if whose else ""), row, said)


def _which(found: re.Match[str], verb: int) -> str:
    """What says which of the units are meant: behind them, up to the verb."""
    kind = OF_A_KIND.match(found["said"].strip())
    before = found.groupdict().get("of") or ""
    return _WHERE.sub(" ", f"{before} {found['said'][:verb]} {kind[0] if kind else ''}")


def _keys(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", key(said)))


def _read(said: str) -> tuple[int | None, tuple[str, ...]]:
    """The row of the verb that opens what is said, and the words behind it, without where, when and why."""
    said = _SENT.sub("", " ".join(_FILLING.sub(" ", _CUT.sub("", said.partition(",")[0])).split()))
    row, said = without_verbs(said)
    return row, tuple(re.findall(r"\w+", key(_FILLING.sub(" ", said))))


def _exception(claim: _Claim, other: Sentence, several: Sequence[re.Match[str]]) -> Span | None:
    """Where a sentence denies of some, each named there, what is said of all."""
    for some in several:
        unit = (some["unit"] or some["named"]).lower()
        if unit not in claim.units and not claim.units.intersection(_ALIKE.get(unit, ())):
            continue
        lack = _LACKS.search(other.text, some.end(), some.end() + _FAR + 90)
        if lack is None or lack.start() - some.end() > _FAR or _of_others(other.text, some.end(), lack.start()):
            continue
        row, said = _read(lack["said"])
        if _are_the_same(claim, other, some) and _is_of(claim, row, said, lack["no"]):
            return Span(other.place.start + some.start(), other.place.start + lack.end())
    return None


def _of_others(text: str, low: int, high: int) -> bool:
    """Whether a number of other units stands in between, of which the denial may be."""
    return any(found["unit"] for found in _SOME.finditer(text, low, high))


def _are_the_same(claim: _Claim, other: Sentence, some: re.Match[str]) -> bool:
    """Whether a sentence may tell of the units that all are meant: of their kind, level and owner."""
    words = _keys(other.text)
    of = claim.of if " của " in other.text or " do " in other.text else claim.of - claim.whose
    one_level = are_of_one_level(claim.sentence.text, other.text)
    near = words_of(other.text[some.start() : some.end() + _NEAR])
    return of <= words and one_level and are_of_one_kind(claim.of, near)


def _is_of(claim: _Claim, row: int | None, said: tuple[str, ...], no: str) -> bool:
    """Whether what some lack begins like what all have and names nothing more."""
    if claim.row is not None and row is not None and claim.row != row:
        return False
    if row == GOES_TO_SCHOOL and claim.row == row:
        return True
    if no == "thiếu" and claim.row != 0:
        return False
    alike = said[:_HEAD] == claim.said[:_HEAD] and (len(said) >= _HEAD or said == claim.said)
    return alike and set(said) <= set(claim.said) | claim.of


_HEAD = 2  # syllables that name what is had or done

_DENIES = (  # what is said of all, and what it leaves none to be
    (re.compile(r"(?:đúng|trước)(?: và (?:đúng|trước))? (?:thời )?hạn|đúng thời gian quy định"), words_for("trễ hạn")),
    (re.compile(r"được lên lớp|lên lớp(?! học)|chuyển lớp"), words_for("lưu ban")),
    (
        re.compile(r"(?:trình độ|bằng) (?:từ )?đại học"),
        frozenset(
            f"{name} {degree}" for name in ("trình độ", "bằng") for degree in ("sơ cấp", "trung cấp", "cao đẳng")
        ),
    ),
    (
        re.compile(r"(?:trình độ|bằng) (?:từ )?cao đẳng"),
        frozenset(("trình độ sơ cấp", "trình độ trung cấp", "bằng trung cấp")),
    ),
    (re.compile(r"đạt yêu cầu(?! cao)"), frozenset(("không đạt yêu cầu", "chưa đạt yêu cầu"))),
    (re.compile(r"chấp hành tốt|không vi phạm"), frozenset(("vi phạm",))),
)


def check_none_left(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what is said of all leaves none of another kind, and a number of these is
    told: '100% hồ sơ giải quyết đúng hạn', 'có 07 hồ sơ trả chậm'; '100% giáo viên có trình độ đại học', '04 giáo viên
    trình độ cao đẳng'.
    """
    told = sentences(report)
    every = (denial for one, found in _said_of_all(report) for denial in _left(one, found))
    for denial in islice(every, _MOST):
        places = (counted(report.text, denial, other) for other in told)
        other = next((place for place in places if place is not None), None)
        if other is not None:
            yield told_otherwise(report.text, denial.place, other)


def _left(one: Sentence, found: re.Match[str]) -> Iterator[Denied]:
    """What a statement of all leaves none to be, denied of those whom it is said of."""
    for said, denied in _DENIES:
        attained = said.search(found["said"])
        if attained is None or _DENIED.search(found["said"]) or _AHEAD.search(one.text, 0, found.end()):
            continue
        verb = _ANY_VERB.search(found["said"])
        opens = verb.start() if verb and verb.start() < attained.start() else attained.start()
        of = _WHERE.sub(" ", found["said"][:opens])
        place = Span(one.place.start + found.start(), one.place.start + found.start("said") + attained.end())
        which = _keys(of)
        yield Denied(one, place, frozenset((found["unit"].lower(),)), denied, which, "")


_DENIED = re.compile(r"(?<!\w)(?:chưa|không(?! vi phạm))(?!\w)")

CHECKS = (check_all_but_some, check_none_left)
