"""What all are said to keep or to have done in time, and some did late or left off, told in other words elsewhere.

    '100% công đoàn cơ sở tổ chức đại hội đúng tiến độ', then 'Có 03 CĐCS phải lùi thời gian tổ chức đại hội'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise, words_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.statements.all_apart import is_not_of_all
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all
from tongket.vietnamese.unicode import CAPITALS, key

_UNITS = (
    "công đoàn cơ sở|tổ chức cơ sở đảng|tổ chức đảng|chi đảng bộ|chi bộ|đảng bộ|chi hội|chi đoàn|tổ dân phố|khu dân cư"
    "|khu phố|thôn|bản|ấp|làng|xã|phường|thị trấn|huyện|địa phương|hợp tác xã|doanh nghiệp|trường học|trường|trạm y tế"
    "|đơn vị|cơ quan|phòng, ban|ban, ngành|hộ kinh doanh|dự án|công trình|nhà thầu|hồ sơ|văn bản|đơn thư|kiến nghị"
    "|nhiệm vụ|đảng viên|hội viên|đoàn viên|cán bộ|công chức"
    "|cuộc giám sát|cuộc kiểm tra|cuộc thanh tra|báo cáo|hội nghị|lớp tập huấn|kỳ họp|phiên họp|gói thầu"
)
_WHO = nouns_of_all(_UNITS)
_ALL = re.compile(
    rf"(?:(?<![\d./,])(?P<part>\d{{1,5}})\s?/\s?(?P<whole>\d{{1,5}})(?![\d/])|100\s?%(?: số)?|[Tt]ất cả(?: các| \d+)?"
    rf"|[Tt]oàn bộ(?: các| số| \d+)*|(?<!\w)[Cc]ác(?= [^.,;:()\n]{{3,60}} (?:đều|được) ))\s(?P<unit>{_WHO})(?!\w)"
    rf"(?:(?:,| và) (?:{_UNITS})(?!\w))*(?P<said>[^.;:()\n]{{8,140}})"
)
_IN_TIME = re.compile(
    r"(?<!\w)(?:đúng|kịp|bảo đảm|đảm bảo)(?: theo)? (?:tiến độ|thời hạn|thời gian|hạn|kế hoạch|thời)(?!\w)"
    r"|(?<!\w)(?:trước|không quá) (?:thời )?hạn(?!\w)|(?<!\w)đúng và trước hạn"
)
_KEPT = re.compile(
    r"(?<!\w)(?:duy trì|hằng|hàng) ?(?:năm|quý|tháng|tuần|ngày)?(?!\w)|(?<!\w)(?:định kỳ|thường xuyên|đều đặn|nền nếp"
    r"|nề nếp|liên tục|thường kỳ)(?!\w)"
)
_LATE = re.compile(
    r"(?<!\w)(?:chậm(?! lại)|trễ|muộn|quá hạn|lùi (?:thời|lại|sang|đến|ngày)|hoãn|không kịp|chưa kịp|sau thời hạn"
    r"|gia hạn"
    r"|(?:không|chưa) (?:đúng|bảo đảm|đảm bảo) (?:tiến độ|thời hạn|thời gian|hạn|kế hoạch)|chưa (?:hoàn thành|xong"
    r"|tổ chức"
    r"|nộp|gửi|báo cáo|thực hiện|triển khai))(?!\w)"
)
_LEFT_OFF = re.compile(
    r"(?<!\w)(?:bỏ|gián đoạn|ngắt quãng|thất thường|(?:không|chưa)(?: duy trì| tổ chức| thực hiện| được| bảo đảm"
    r"| đảm bảo)*"
    r"(?: việc| chế độ| nền nếp| nề nếp| đầy đủ| thường xuyên| đều| đúng (?:định kỳ|kỳ|ngày|quy định))*)(?!\w)"
)
_SOME = re.compile(
    rf"(?:(?<![\d./,])(?!0+ )(?P<number>\d{{1,4}})|(?<!\w)(?:[Mm]ột số|[Mm]ột vài|[Vv]ài|[Nn]hiều|[Mm]ột|[Cc]òn|[Cc]ó"
    rf"|[Rr]iêng))\s(?:số )?(?P<unit>{_WHO}|[A-ZĐ]{{3,6}})(?!\w)|(?i:(?<!\w)(?P<named>{_UNITS}))"
    rf"(?: [^\W\d_]+){{0,3}}?(?: [{CAPITALS}]\w*| \d{{1,2}}(?![\d/%]))"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Đđ]ề nghị|[Mm]ục tiêu|[Cc]hỉ tiêu|[Yy]êu cầu|[Tt]rước đây"
    r"|nhiệm kỳ trước|[Nn]ăm trước"
    r"|[Nn]guy cơ|[Tt]ránh|[Kk]hông để|[Kk]hông có|[Kk]hông còn|[Nn]ếu|[Kk]hắc phục tình trạng|[Cc]hấm dứt)(?!\w)"
)
_VERBS = re.compile(
    r"\s*(?:(?:đều|đã|được|cơ bản|luôn|hiện)\s)*(?:tổ chức|duy trì|thực hiện|hoàn thành|nộp|báo cáo|xây dựng"
    r"|ban hành|sinh hoạt"
    r"|đại hội|triển khai|ký|đăng ký|có|gửi|lập|kiểm điểm|họp|tham gia|học|chấp hành|đóng|thu|cập nhật|công khai"
    r"|niêm yết"
    r"|giải quyết|xử lý|trả lời|khai giảng|tiến hành|thi công|bàn giao|giải ngân|quyết toán|phát|trực|giao ban)(?!\w)"
)
_MANNER = frozenset(
    key(
        "đúng kịp tiến độ thời hạn gian hạn kế hoạch bảo đảm đảm duy trì hằng hàng năm quý tháng tuần ngày định kỳ "
        "thường "
        "xuyên đều đặn nền nếp liên tục trước hoàn thành tốt nghiêm túc đầy đủ tổ chức thực hiện quy định chế độ "
        "việc kỳ tiến hành triển khai"
    ).split()
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\w)[Nn]hững năm")
_LEAST = 2
_MOST = 100  # claims that are held against every sentence
_LATER = 60  # letters behind a unit in which it is told to be late


@dataclass(frozen=True, slots=True)
class _Claim:
    """What all of a unit are said to have done: its place, the unit, which of them, and the words of the matter."""

    sentence: Sentence
    place: Span
    unit: str
    of: frozenset[str]
    matter: frozenset[str]
    in_time: bool
    kept: bool


def check_kept_by_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have done something in time, or to keep it, and some by
    number or name are told elsewhere to have been late with it, or to have left it off.

    Not flagged: aims, other times; units of another kind; what shares fewer than two words with what all did.
    """
    told = sentences(report)
    claims = list(islice(_claims(report, told), _MOST))
    for other in told if claims else ():
        if other.search(_AHEAD):
            continue
        for claim in claims:
            found = _exception(claim, other) if other is not claim.sentence else None
            if found is not None:
                claims.remove(claim)
                yield told_otherwise(report.text, claim.place, Span(found.start, other.place.end))
                break


def _claims(report: Report, told: tuple[Sentence, ...]) -> Iterator[_Claim]:
    for one in told:
        for found in one.finds(_ALL) if one.now or _names_a_year_in_documents(report, one) else ():
            if is_not_of_all(one.text, found.start()):
                continue
            if (found["part"] and int(found["part"]) != int(found["whole"])) or one.search(_AHEAD):
                continue
            said = _first_clause(found["said"])
            verb = _VERBS.search(said)
            in_time, kept = _IN_TIME.search(said) is not None, _KEPT.search(said) is not None
            matter = words_of(said[verb.start() :]) - _MANNER if verb else frozenset()
            matter = matter or (words_of(found["unit"]) if " " in found["unit"] else matter)
            if verb is None or not (in_time or kept) or not matter:
                continue
            place = Span(one.place.start + found.start(), one.place.start + found.start("said") + len(said))
            yield _Claim(one, place, found["unit"].lower(), words_of(said[: verb.start()]), matter, in_time, kept)


def _names_a_year_in_documents(report: Report, one: Sentence) -> bool:
    """Whether the only years of a sentence are those of the documents it cites, which make it tell of no other time."""
    if tasks_of(report).touch(one.place) or one.search(_AHEAD):
        return False
    said = one.text
    for cited in cited_between(report, one.place.start, one.place.end):
        start, end = cited.start, max(cited.end, cited.date_end or 0, cited.title_end or 0)
        said = said.replace(report.text[start : min(end, one.place.end)], "")
    return said != one.text and _YEAR.search(said) is None


def _first_clause(said: str) -> str:
    """What is said of all up to the comma behind which something else begins."""
    parts = said.split(",")
    for at in range(1, len(parts) + 1):
        clause = ",".join(parts[:at])
        if _IN_TIME.search(clause) or _KEPT.search(clause):
            return clause
    return parts[0]


def _exception(claim: _Claim, other: Sentence) -> Span | None:
    """Where a sentence tells that some of the units of a claim did not, or not in time."""
    if not (other.now or claim.kept):
        return None
    words = words_of(other.text)
    shared = claim.matter & words
    if not claim.of <= words or len(shared) < min(_LEAST, len(claim.matter)):
        return None
    for found in other.finds(_SOME):
        if not _is_unit(found["unit"] or found["named"], claim.unit):
            continue
        told = [one for one in (_LATE, _LEFT_OFF) if (claim.in_time if one is _LATE else claim.kept)]
        if any(_is_told(one, other.text, found, claim) for one in told):
            return Span(other.place.start + found.start(), other.place.end)
    return None


def _is_told(how: re.Pattern[str], text: str, unit: re.Match[str], claim: _Claim) -> bool:
    """Whether it is told behind a unit that it was late, or that it left off what all are said to keep."""
    for found in how.finditer(text, unit.end()):
        behind = text[found.end() :]
        near = words_of(text[unit.start() : found.end() + _LATER])
        if how is _LATE and claim.matter & near:
            return True
        if how is _LEFT_OFF and (words_of(" ".join(behind.split()[:_LAST])) & claim.matter or _is_irregular(found[0])):
            return True
    return False


def _is_irregular(said: str) -> bool:
    return re.search(r"gián đoạn|ngắt quãng|thất thường|thường xuyên|đều|đầy đủ|định kỳ|đúng", said) is not None


_LAST = 4  # words behind 'không' in which the matter is named


def _is_unit(said: str, unit: str) -> bool:
    """Whether a unit is named in full, or by its first letters: 'CĐCS' for 'công đoàn cơ sở'."""
    return said.lower() == unit or said == "".join(word[0] for word in unit.split()).upper()


CHECKS = (check_kept_by_all,)
