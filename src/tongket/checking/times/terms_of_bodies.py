"""Terms of the bodies that all offices share (nhiệm kỳ): the National Assembly, people's councils, the Party.

A case of ``period-mismatch``, whose page stands with the dates. Sources: the resolutions on the elections of the
National Assembly and of people's councils, which are held on one day since 2011; the Party's congresses, which the
committees of places hold in the year before that of the centre.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import roman
from tongket.vietnamese.unicode import CAPITALS

_OF_THE_ASSEMBLY = {"XI": 2002, "XII": 2007, "XIII": 2011, "XIV": 2016, "XV": 2021, "XVI": 2026}
_OF_THE_PARTY = {"IX": 2001, "X": 2006, "XI": 2011, "XII": 2016, "XIII": 2021, "XIV": 2026}
"""The year in which each term began."""
_COUNCILS = ((1999, 2004), (2004, 2011), (2011, 2016), (2016, 2021), (2021, 2026), (2026, 2031))
_AS_ELECTED = (2004, 2009)  # the term that was made longer, by the years for which it was elected
_FIVE = 5

_YEARS = r",? \(?(?:nhiệm kỳ|NHIỆM KỲ)\s+(?P<since>(?:19|20)\d\d)\s*[-–]\s*(?P<until>(?:19|20)\d\d)(?![\d/])"
_ASSEMBLY = re.compile(
    r"(?<!\w)Quốc hội (?:nước[^,;.]{{0,50}} )?[Kk]h[óo][áa] (?P<term>[XVI]+)"
    r"(?: và (?:(?:bầu cử )?đại biểu )?(?:HĐND|[Hh]ội đồng nhân dân)(?: [^\W\d_]+){0,3})?" + _YEARS
)
_CONGRESS = re.compile(
    r"(?<!\w)Đại hội (?:(?:đại biểu |Đảng )?toàn quốc )?(?:lần thứ )?(?P<term>[XVI]+) (?:của )?Đảng"
    + r"(?: Cộng sản Việt Nam)?"
    + _YEARS
)
_COUNCIL = re.compile(
    rf"(?<!\w)(?:HĐND|[Hh]ội đồng nhân dân)(?: [^\W\d_]+){{0,6}}(?:,? [Kk]h[óo][áa] [XVI\d]+)?{_YEARS}"
)
_OFFICE = re.compile(
    rf"(?<!\w)(?:UBND|[ỦU][ỷy] ban nhân dân)(?: các cấp| (?:tỉnh|huyện|xã|phường|thị trấn|thành phố)"
    rf"(?: [{CAPITALS}]\w*){{0,3}})?{_YEARS}"
)
_COMMITTEE = re.compile(
    r"(?<!\w)(?:Đại hội (?:đại biểu )?)?(?:Đảng bộ|(?<!Đảng bộ, )Đảng (?:ủy|uỷ)) (?:tỉnh|thành phố|huyện|quận|thị xã"
    r"|xã|phường|thị trấn|đặc khu)"
    rf"(?: (?!và|với|cùng|chỉ|lãnh|HĐND|UBND|Hội|MTTQ|thực)[^\W\d_]+){{0,5}}(?:,? (?:lần thứ|kh[óo][áa])"
    rf" [IVXL\d]+)?{_YEARS}"
)
_ORGANISATION = re.compile(
    r"(?<!\w)(?<!Chi )(?<!chi )(?:[ỦU][ỷy] ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Hội Nông dân|Hội (?:Liên hiệp"
    r" Phụ nữ|LHPN)"
    r"|Hội (?:Cựu chiến binh|CCB)|Liên đoàn Lao động|Công đoàn) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
    rf"(?: [{CAPITALS}]\w*){{0,3}}(?:,? (?:lần thứ|kh[óo][áa]) [IVXL\d]+)?{_YEARS}"
)


_PATTERNS = (_ASSEMBLY, _CONGRESS, _COUNCIL, _OFFICE, _COMMITTEE, _ORGANISATION)


def check_terms_of_bodies(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the years of a term are none of the body that is named: 'HĐND xã, nhiệm kỳ 2020 -
    2025', 'Quốc hội khóa XV, nhiệm kỳ 2016 - 2021', 'Đại hội Đảng bộ huyện, nhiệm kỳ 2021 - 2026'.

    Not flagged: a year more or less for congresses of the Party, whose years are told in two ways ('2000 - 2005', '2001
    - 2005'); committees of cells and offices, whose terms are shorter; councils beside a committee, whose term it may
    be; terms before 1999; recognised text.
    """
    if is_recognised(report) or "nhiệm kỳ" not in report.text.lower():
        return
    text = report.text.replace("\n", " ")  # lines may be broken anywhere
    for pattern in _PATTERNS:
        for found in finds(pattern, text):
            since, until = int(found["since"]), int(found["until"])
            if pattern is _COUNCIL and _OF_PARTY.search(text, max(found.start() - _BEFORE, 0), found.end()):
                continue
            right = _right(pattern, found, since, until)
            if right:
                printed = " ".join(found[0].split()).replace("(", "")
                facts = {"printed": printed, "right": right}
                yield Finding("period-mismatch", "warning", Span(*found.span()), "term", facts)


_OF_PARTY = re.compile(r"(?<!\w)(?:[Đđ]ảng|[Cc]ấp [uủ][ỷy]|[Cc]hi bộ|[Đđ]ại hội|BCH|BTV)(?!\w)")
_BEFORE = 12  # letters before a council in which a committee is named with it: 'Đảng ủy, HĐND xã nhiệm kỳ ...'


def _right(pattern: re.Pattern[str], found: re.Match[str], since: int, until: int) -> str:
    """The years that the term has, "" where those printed may be right."""
    if pattern is _ORGANISATION:  # five years each, by their statutes
        return "" if until - since == _FIVE or until <= since else f"{since} - {since + _FIVE}"
    if pattern in (_COUNCIL, _OFFICE):
        near = min(_COUNCILS, key=lambda one: (abs(one[1] - until) + abs(one[0] - since), one))
        known = (since, until) in (*_COUNCILS, _AS_ELECTED) or since < _COUNCILS[0][0]
        return "" if known else f"{near[0]} - {near[1]}"
    if pattern is _COMMITTEE:
        began = since - since % _FIVE
        told_so = since in (began, began + 1) and until == began + _FIVE
        return "" if told_so or since < _COUNCILS[0][0] else f"{began} - {began + _FIVE}"
    began = (_OF_THE_ASSEMBLY if pattern is _ASSEMBLY else _OF_THE_PARTY).get(found["term"], 0)
    spare = 1 if pattern is _CONGRESS else 0
    ends = {one for one in (*_OF_THE_ASSEMBLY.values(), began + _FIVE) if one > began} if began else set()
    if not ends or (
        abs(since - began) <= spare and any(abs(until - end) <= spare for end in (min(ends), began + _FIVE))
    ):
        return ""
    return f"{began} - {min(ends)}"


_NUMBER = r"(?P<term>[IVXL]+)(?![\w])"
_OF_PARTY_TERM = re.compile(
    rf"(?:Ban Chấp hành|BCH) Trung ương(?: Đảng)?(?: Cộng sản Việt Nam)?,? \(?[Kk]h[óo][áa] {_NUMBER}"
    rf"|Đại hội (?:đại biểu )?(?:Đảng )?toàn quốc (?:của Đảng )?(?:lần thứ )?{_NUMBER.replace('term', 'congress')}"
    r" (?:của )?Đảng"
)
_OF_ASSEMBLY_TERM = re.compile(rf"Quốc hội (?:nước[^,;.]{{0,50}} )?[Kk]h[óo][áa] {_NUMBER}")


def check_numbers_of_terms(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for a term of the Party's central committee, a national congress of the Party or a term
    of the National Assembly that lies beyond the next one: 'Quốc hội khóa XVIII', 'Đại hội ... lần thứ XIX của Đảng'.

    Not flagged: congresses of other organisations and of places, which count otherwise; recognised text.
    """
    if is_recognised(report):
        return
    year = int((report.letterhead.date or "0")[:4])
    if "Trung ương" not in report.text and "uốc hội" not in report.text and "toàn quốc" not in report.text:
        return
    text = report.text.replace("\n", " ")
    for pattern, terms in ((_OF_PARTY_TERM, _OF_THE_PARTY), (_OF_ASSEMBLY_TERM, _OF_THE_ASSEMBLY)):
        begun = [term for term, since in terms.items() if not year or since <= year]
        if not begun:
            continue
        for found in finds(pattern, text):
            term = found["term"] or found["congress"]
            if roman(term) > roman(begun[-1]) + 1:
                facts = {"printed": " ".join(found[0].split()), "right": begun[-1]}
                yield Finding("period-mismatch", "warning", Span(*found.span()), "term-ahead", facts)


_ANY_TERM = re.compile(r"(?<!\w)nhiệm kỳ (?P<since>20\d\d)\s*[-–]\s*(?P<until>20\d\d)(?![\d/])", re.IGNORECASE)
_FEWEST = 2  # times that the term of five years is told


def check_terms_of_other_lengths(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for a term of four years or six of which one end is that of a term of five years that
    the report tells more often: 'nhiệm kỳ 2021 - 2025' in a report of 'nhiệm kỳ 2020 - 2025'.

    Not flagged: what the terms of the bodies tell already; terms that were made longer; recognised text.
    """
    if is_recognised(report) or "iệm kỳ" not in report.text:
        return
    text = report.text.replace("\n", " ")
    told = [(int(one["since"]), int(one["until"]), one) for one in finds(_ANY_TERM, text)]
    times = Counter((since, until) for since, until, _ in told)
    known = [term for term, count in times.items() if term[1] - term[0] == _FIVE and count >= _FEWEST]
    for since, until, found in told:
        if abs(until - since - _FIVE) != 1 or times[since, until] > 1 or (since, until) in _COUNCILS:
            continue
        near = [term for term in known if (term[0] == since) != (term[1] == until)]
        named = any(one.end() == found.end() for pattern in _PATTERNS for one in finds(pattern, text))
        if len(near) == 1 and not named:
            facts = {"printed": found[0], "right": f"{near[0][0]} - {near[0][1]}"}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "term", facts)


CHECKS = (check_terms_of_bodies, check_numbers_of_terms, check_terms_of_other_lengths)
