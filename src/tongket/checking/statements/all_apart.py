"""What is said of all units and told otherwise of some elsewhere in the report (nói tất cả, chỗ khác còn thiếu).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. All: '12/12 thôn có ...', '100%
khu dân cư ...', 'không còn thôn nào chưa có ...'. Some: 'còn 02 thôn chưa có ...', 'thôn A và thôn B chưa có ...'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from tongket.checking.evidence.expressions import OTHER_WAY
from tongket.checking.evidence.same_acts import do_otherwise
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_UNITS = (
    r"thôn|bản|ấp|làng|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn|huyện|địa phương|đơn vị|cơ quan"
    r"|chi bộ|chi hội|chi đoàn|chi đảng bộ|trường học|trường|lớp|trạm y tế|trạm|doanh nghiệp|hợp tác xã|HTX"
    r"|tổ chức đảng|đảng bộ|công đoàn cơ sở|CĐCS|cơ sở|hộ nghèo|hộ|hội viên|đảng viên|đoàn viên|cán bộ|công chức"
    r"|viên chức|giáo viên|học sinh|trẻ em|người dân|người cao tuổi|người có công|gia đình|công trình|dự án"
    r"|tuyến đường|tàu cá|phương tiện|chợ|hồ|đập"
)
_UNIT = rf"(?P<unit>{_UNITS})(?!\w)"
_WHO = rf"(?P<unit>(?i:{nouns_of_all(_UNITS)}))(?!\w)"
_MORE_UNITS = rf"(?P<units>(?:(?:,| và) (?:{_UNITS})(?!\w))*)"  # '100% cơ quan, đơn vị'
_SAID = r"(?P<said>[^.,;:()\n]{5,110})"
_ALL = re.compile(
    rf"(?:(?<![\d./,])(?P<part>0?\d{{1,4}})\s?/\s?(?P<whole>0?\d{{1,4}})(?![\d/])|100\s?%(?: số)?"
    rf"|[Tt]ất cả(?: các| \d+)?|[Tt]oàn bộ(?: các| số| \d+)*|(?<!\w)[Mm]ọi|(?<!\w)[Cc]ả \d+"
    rf"|(?<!\w)[Cc]ác(?= [^.,;:()\n]{{3,40}} đều )) {_WHO}{_MORE_UNITS}(?: (?:đều|đã|được))* {_SAID}"
)
_NOT_OF_ALL = re.compile(r"(?<!\w)(?:[Hh]ầu hết|[Pp]hần lớn|[Đđ]a số|[Pp]hần nhiều|[Gg]iúp|[Đđ]ể)(?: số)? $")
_NONE_WITHOUT = re.compile(
    rf"(?<!\w)[Kk]hông (?:còn|có) {_UNIT}(?P<of>(?: [^\W\d_]+){{0,3}}?) nào(?: bị)? (?:chưa|không|khuyết|thiếu) {_SAID}"
)
_NOT = r"(?:chưa|không(?! còn)|khuyết)"
_LACKS = re.compile(r"chưa|không|khuyết")
_NAMED = rf"(?:[{CAPITALS}]\w*|\d{{1,2}})"
_SOME_NOT = re.compile(
    rf"(?:(?<![\d./,])(?!0+ )\d{{1,4}}|(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Cc]òn)) {_WHO}(?P<more>[^.,;:\d\n]{{0,60}}?)"
    rf" (?:(?:vẫn|còn|hiện|đang|nay) )*(?P<no>{_NOT}) {_SAID}"
)
_NAMED_NOT = re.compile(
    rf"(?i:(?<!\w){_UNIT})(?P<more>(?: [^\W\d_]+){{0,2}}? {_NAMED}(?:,? [^\W_]+){{0,6}}?)"
    rf"(?: (?:vẫn|còn|hiện|đang|nay))* (?P<no>{_NOT}) {_SAID}"
)
_CIRCUMSTANCES = re.compile(
    r" (?:do|vì|để|nên|trong|từ|nhưng|mà|đến|theo|khi|so với|vào|tại|trên địa bàn|phải)(?!\w).*$"
)
_LEADING = re.compile(r"^(?:(?:có|được|tổ chức được|đạt|thực hiện|còn) )+")
_EVERY_YEAR = re.compile(r"(?<!\w)(?:[Hh]ằng năm|[Hh]àng năm|mỗi năm|liên tục)(?!\w)")
_LEAST = 2
_MOST = 200  # statements of all: a report has a dozen, and each is held against those of some
OF_A_KIND = re.compile(
    r"(?:(?:đang|thuộc|diện|trong|là|ở|tại|vùng|cấp|bậc|lớp|khối|đủ|từ|dưới|trên|lĩnh vực|không chuyên trách) \S+"
    r"|nữ|nam|mới|cũ)(?!\w)"
)  # behind a unit: which of them are meant
_NUMBERS = re.compile(r"(?<![\d.,/])\d+(?![\d.,/%])")
_SYNONYMS = {"địa phương": {"xã", "phường", "thị trấn", "huyện", "thôn"}, "đơn vị": {"xã", "phường", "huyện"}}


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said of all: the units, which of them, the words that are said, those of the sentence around."""

    place: Span
    units: frozenset[str]
    kind: str
    said: frozenset[str]
    around: frozenset[str]
    opening: str
    sentence: Sentence
    always: bool


def check_all_and_some(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all units are said to have or do what some, by number or name, have not or
    do not: 'không còn thôn nào chưa có nhà văn hóa', then 'Còn thôn A và thôn B chưa có nhà văn hóa'.

    Not flagged: aims, other times; what some lack that is more than what all have ('nhà văn hóa chưa đạt chuẩn',
    'mức độ 2'); those of another kind than the claim is of ('học sinh lớp 5').
    """
    told = sentences(report)
    claims = list(islice(_claims(told), _MOST))
    for other in told if claims else ():
        lacks = other.search(_LACKS) is not None
        for found in (*other.finds(_SOME_NOT), *other.finds(_NAMED_NOT)) if lacks else ():
            lacking = _said_words(found["said"]) - words_of(found["unit"])
            claim = next((one for one in claims if _is_denied(one, other, found, lacking)), None)
            if claim is not None:
                claims.remove(claim)
                place = other.place_of(found)
                yield told_otherwise(report.text, claim.place, place)


def _said_words(said: str) -> frozenset[str]:
    """The words of what some have or do, without where, when and why."""
    return words_of(_LEADING.sub("", _CIRCUMSTANCES.sub("", said)))


_SHARE = re.compile(
    rf"(?<![\d./,])(?P<part>0?\d{{1,4}})\s?/\s?(?P<whole>0?\d{{1,4}})(?![\d/]) {_WHO}(?: (?:đều|đã|được))* {_SAID}"
)


def check_all_and_fewer(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of so many have what fewer of them have by another sentence: '12/12
    thôn có nhà văn hóa', then '10/12 thôn có nhà văn hóa'.

    Not flagged: shares of more, or less, than the very same words; other times.
    """
    shares = [(one, found) for one in sentences(report) if one.now for found in one.finds(_SHARE)]
    told: dict[tuple[str, int, frozenset[str]], list[tuple[int, Span]]] = {}
    for one, found in shares:
        part, whole, words = int(found["part"]), int(found["whole"]), _said_words(found["said"])
        if len(words) >= _LEAST and part <= whole and not _NUMBERS.search(found["said"]):
            told.setdefault((found["unit"].lower(), whole, words), []).append((part, one.place_of(found)))
    for (_, whole, _), counted in told.items():
        every = next((place for part, place in counted if part == whole), None)
        fewer = next((place for part, place in counted if part < whole), None)
        if every is not None and fewer is not None:
            yield told_otherwise(report.text, every, fewer)


def _claims(told: tuple[Sentence, ...]) -> Iterator[_Claim]:
    for one in told:
        for found in (*one.finds(_ALL), *one.finds(_NONE_WITHOUT)) if one.years is not None else ():
            numbers = found.groupdict()
            if numbers.get("part") and int(numbers["part"]) != int(numbers["whole"]):
                continue
            if is_not_of_all(one.text, found.start()):
                continue
            place = one.place_of(found)
            said = found["said"]
            if not re.match(r"(?:chưa|không(?! chuyên)|phấn đấu|cần|phải)(?!\w)", said):
                always = bool(_EVERY_YEAR.search(one.text, 0, found.start()))
                units = frozenset((found["unit"].lower(), *re.findall(_UNITS, numbers.get("units") or "")))
                units = units.union(*(_SYNONYMS.get(unit, ()) for unit in units))
                kind = OF_A_KIND.match(said)
                said_of = kind[0].lower() if kind else ""
                yield _Claim(place, units, said_of, words_of(said), words_of(one.text), said, one, always)


def is_not_of_all(text: str, at: int) -> bool:
    """Whether the word before 'các' makes it less than all, or what is to be: 'hầu hết các thôn đều có'."""
    return _NOT_OF_ALL.search(text, max(at - _WORD, 0), at) is not None


_WORD = 12  # letters of such a word


def _is_denied(claim: _Claim, other: Sentence, found: re.Match[str], lacking: frozenset[str]) -> bool:
    """Whether what some lack is what all are said to have; every word of it must stand in the claim."""
    of_time = other.is_of_one_time_with(claim.sentence) or (
        claim.sentence.now and claim.always and not other.search(_AHEAD)
    )
    if other is claim.sentence or not of_time or found["unit"].lower() not in claim.units:
        return False
    numbers = _NUMBERS.findall(_CIRCUMSTANCES.sub("", found["said"]))  # 'mức độ 2' is more than 'mức độ 1'
    if claim.kind not in other.small or not set(numbers) <= set(_NUMBERS.findall(claim.sentence.text)):
        return False
    if found["no"] == "khuyết" and "có" not in claim.sentence.text:
        return False
    if not are_of_one_level(claim.sentence.text, found[0]) or not _whose(found["more"]) <= claim.around:
        return False
    if do_otherwise(claim.opening, found["said"]):
        return False
    act = _ABLE.match(found["said"])
    if act is not None and not claim.opening.startswith(act["act"]):
        return False  # 'xây dựng kế hoạch kiểm tra', and 'chưa kiểm tra được' by the plan
    verb = words_of(" ".join(found["said"].split()[:2]))
    return len(lacking) >= _LEAST and lacking <= claim.around and bool(claim.said & (verb | lacking))


def _whose(more: str) -> frozenset[str]:
    """The words that say whose the units are: 'thuộc thẩm quyền của huyện'."""
    return words_of(more.partition(" của ")[2])


_ABLE = re.compile(r"(?P<act>[^\W\d_]+ [^\W\d_]+) được(?!\w)")
_AHEAD = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Đđ]ề nghị|[Mm]ục tiêu)(?!\w)")

_NO_ONE_BELOW = re.compile(
    rf"(?<!\w)[Kk]hông (?:còn|có) {_UNIT}(?P<of>(?: [^\W\d_]+){{0,3}}?)(?: nào)? (?P<what>[^.;:\d\n]{{0,70}}?)"
    r"(?<!\w)(?P<side>dưới|thấp hơn|trên|cao hơn|vượt(?: quá)?) (?P<bound>\d+(?:,\d+)?)\s?%(?P<behind>[^.;,\n]{0,60})"
)
_ALL_ABOVE = re.compile(
    rf"(?:[Tt]ất cả(?: các| \d+)?|[Tt]oàn bộ(?: các| \d+)?|100\s?%(?: số)?|(?<!\w)[Cc]ác) {_UNIT}"
    r"(?P<of>[^.;:\d\n]{0,40}?)(?: đều) (?P<what>[^.;:\d\n]{0,60}?)(?:(?P<side>trên|từ"
    r"|ít nhất) )(?P<bound>\d+(?:,\d+)?)\s?%(?P<behind>[^.;,\n]{0,60})"
)
_RATE = r"(?<![\d.,])\d{1,3}(?:,\d+)?"
_SOME_RATE = re.compile(
    rf"(?:(?<![\d./,])(?!0+ )\d{{1,4}} {_UNIT}|(?i:(?<!\w){_UNIT.replace('unit', 'named')})(?: (?:{_UNITS}))? {_NAMED})"
    rf"(?P<what>[^.;:%\d\n]{{0,110}}?)(?:(?:đạt|chiếm|là|còn|chỉ|từ|có|dưới"
    rf"|trên) )*(?:(?P<low>{_RATE})(?:\s?%)?(?: đến | - |-)(?:dưới )?)?"
    rf"(?P<high>{_RATE})\s?%[^.;,\n\d]{{0,60}}"
)


def check_none_beyond(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where no unit is said to be below a rate, or above one, and some are: 'không có
    chi bộ nào sinh hoạt dưới 85% đảng viên tham gia', then 'còn 03 chi bộ ... chỉ đạt từ 70 đến 78%'.

    Not flagged: rates of something else, which share fewer words; aims.
    """
    told = [one for one in sentences(report) if one.now and "%" in one.text]
    claims = [(one, found) for one in told for found in (*one.finds(_NO_ONE_BELOW), *one.finds(_ALL_ABOVE))][:_MOST]
    rates = [(one, found) for one in told for found in one.finds(_SOME_RATE)] if claims else []
    for one, claim in claims:
        said = words_of(f"{claim['of']} {claim['what']} {claim['behind']}") - words_of(claim["unit"])
        others = ((other, found) for other, found in rates if other is not one) if len(said) >= _LEAST else ()
        beyond = next((other.place_of(found) for other, found in others if _is_beyond(found, claim, said)), None)
        if beyond is not None:
            yield told_otherwise(report.text, one.place_of(claim), beyond)


def _is_beyond(found: re.Match[str], claim: re.Match[str], said: frozenset[str]) -> bool:
    """Whether a rate of some is below, or above, what is said of all: of the same unit and matter."""
    if (found["unit"] or found["named"]).lower() != claim["unit"].lower():
        return False
    below = claim.re is _ALL_ABOVE or claim["side"] not in ("trên", "cao hơn", "vượt", "vượt quá")
    bound, rate = parse_number(claim["bound"]), parse_number(found["low"] or found["high"] if below else found["high"])
    if bound is None or rate is None or (rate >= bound if below else rate <= bound):
        return False
    words = words_of(found[0])
    return are_of_one_kind(words, said) and len(words & said) >= max(_LEAST, (2 * len(said) + 2) // 3)


_MOVES = re.compile(r"tăng|giảm")
_ALL_MOVED = re.compile(
    rf"(?:(?<![\d./,])(?P<part>0?\d{{1,4}})\s?/\s?(?P<whole>0?\d{{1,4}})(?![\d/])|100\s?%(?: số)?"
    rf"|[Tt]ất cả(?: các| \d+)?|[Tt]oàn bộ(?: các| \d+)?|(?<!\w)[Cc]ác) {_UNIT}(?: (?P<even>đều))?"
    r"(?: có)?(?: (?P<what>[^.,;:\d\n]{4,40}))? (?P<way>tăng|giảm)(?P<behind> [^.,;:()\d\n]{4,60})?"
)
_SOME_MOVED = re.compile(
    rf"(?i:(?<!\w){_UNIT}) (?P<more>{_NAMED}[^.;:\d\n]{{0,60}}?)(?<!\w)(?:có |(?=số |tỷ lệ ))"
    r"(?P<what>[^.,;:\d\n]{4,50}?) (?P<way>tăng|giảm)(?!\w)"
    rf"|(?<![\d./,])(?!0+ )\d{{1,3}} {_UNIT.replace('unit', 'unit2')} (?:có |để )?(?P<what2>[^.,;:\d\n]{{4,50}}?)"
    r" (?P<way2>tăng|giảm)(?!\w)"
)


def check_all_moved(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all units are said to have had less of something, and some had more: '7/7
    địa phương giảm số người chết', then 'xã A và xã B có số người chết tăng'.
    """
    told = [one for one in sentences(report) if one.now and one.search(_MOVES)]
    claims = [(one, found) for one in told for found in one.finds(_ALL_MOVED) if _is_of_all(found)][:_MOST]
    moves = [(one, found) for one in told for found in one.finds(_SOME_MOVED)] if claims else []
    for one, claim in claims:
        said = words_of(f"{claim['what'] or ''} {claim['behind'] or ''}")
        others = ((other, found) for other, found in moves if other is not one)
        against = next((other.place_of(found) for other, found in others if _moves_against(found, claim, said)), None)
        if against is not None:
            yield told_otherwise(report.text, one.place_of(claim), against)


def _is_of_all(claim: re.Match[str]) -> bool:
    """Whether a statement is of all units: 'các' says so with 'đều', a share where it is whole."""
    if claim["part"]:
        return int(claim["part"]) == int(claim["whole"])
    return claim["even"] is not None or not claim[0].lower().startswith("các")


def _moves_against(found: re.Match[str], claim: re.Match[str], said: frozenset[str]) -> bool:
    """Whether some of the units moved the other way in the same thing."""
    unit = (found["unit"] or found["unit2"]).lower()
    same_units = unit == claim["unit"].lower() or unit in _SYNONYMS.get(claim["unit"].lower(), ())
    what = words_of(found["what"] or found["what2"])
    other_way = (found["way"] or found["way2"]) == OTHER_WAY[claim["way"]]
    return other_way and same_units and len(what) >= _LEAST - 1 and what <= said and are_of_one_kind(what, said)


CHECKS = (check_all_and_some, check_all_and_fewer, check_none_beyond, check_all_moved)
