"""All that are said to have got something, and some who wait for it by another sentence (đều đã … còn người chờ).

    '22 quần chúng ưu tú đều đã được kết nạp trong năm', then '05 quần chúng ưu tú chuyển sang kết nạp năm sau'; 'các
    nguồn ủng hộ đã chuyển hết cho các hộ', then 'nguồn ủng hộ còn dư 218 triệu đồng'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. What stands right behind is in
``exceptions_told``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, are_of_one_kind, is_of_part, sentences, told_otherwise
from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ACTS = (
    "kết nạp|nghiệm thu|quyết toán|bàn giao|khởi công|cấp giấy|bổ nhiệm|công nhận|giải ngân|phê duyệt|nhập ngũ"
    "|khen thưởng|chuyển đảng chính thức|đưa vào sử dụng|di dời|tái định cư|chi trả|xét tuyển|tuyển dụng"
)
_ALL_DID = re.compile(
    rf"(?<!\w)đều (?:đã )?(?:được )?(?P<act>{_ACTS})(?!\w)"
    rf"|100\s?%(?P<who>[^.,;:()\d\n]{{3,60}}?) (?:đã |đều )+(?:được )?(?P<act2>{_ACTS})(?!\w)"
)
_WAITS = re.compile(
    rf"(?<![\d./,])(?P<number>(?!0+ ){NUMBER}) (?P<who>[^\W\d_]+(?: [^\W\d_]+){{0,4}}?) (?:còn |đang |phải |chuyển )*"
    r"(?:chờ|đợi|chuyển sang|để lại|gác lại|xem xét|hoàn thiện hồ sơ|sẽ được|sẽ|dự kiến)(?!\w)(?P<rest>[^.;\n]{0,110})"
)
_LATER = re.compile(
    r"(?<!\w)(?:năm (?:sau|tới|20\d\d)|thời gian tới|đợt (?:sau|tới)|quý (?:I|tới|sau)|kỳ (?:sau|tới))(?!\w)"
)
_FILLING = keys_of(
    "số tổng các những đã được đều là có và của cho trong năm người đồng chí trường hợp giới thiệu đảng xem xét toàn"
    " tất cả bộ nay kỳ xã phường huyện tỉnh đảng bộ hội nguồn kinh phí tiền khoản quỹ vốn từ do với về hết hiện đến"
    " ngày còn"
)
_LEAST, _MOST = 1, 60


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said of all: which act, and the words that name who or what."""

    sentence: Sentence
    place: Span
    act: str
    words: frozenset[str]


def check_waiting(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have got something in the time of the report, and another
    sentence counts some of them for whom it is put off to a later time.

    Not flagged: other people or things; acts of another name; tasks.
    """
    tasks = tasks_of(report)
    told = [one for one in sentences(report) if not tasks.touch(one.place)]
    claims = list(islice((it for one in told if one.now for it in _all_did(report, one)), _MOST))
    for other in told if claims else ():
        for found in other.finds(_WAITS):
            later = _LATER.search(found["rest"])
            mine = keys_of(other.text[: found.end("who")])
            for claim in claims if later else ():
                alike = claim.words <= mine and are_of_one_kind(claim.words, mine)
                if alike and claim.act in other.small and claim.sentence is not other:
                    yield told_otherwise(report.text, claim.place, other.place_of(found))
                    claims.remove(claim)
                    break


def _all_did(report: Report, one: Sentence) -> Iterator[_Claim]:
    for found in one.finds(_ALL_DID):
        said = found["who"] or re.split(r"[,;:]\s", one.text[: found.start()])[-1]
        words = keys_of(said) - _FILLING
        if len(words) > _LEAST and not is_of_part(report, re.sub(r"^\W*\d+", "", said)):
            yield _Claim(one, one.place_of(found), (found["act"] or found["act2"]).lower(), words)


_FUNDS = (
    r"(?:nguồn (?:ủng hộ|vận động|kinh phí|vốn|tiền|xã hội hóa)|kinh phí(?: [^\W\d_]+){0,3}?|kế hoạch vốn|quỹ"
    r"(?: [^\W\d_“”\"]+){0,4}?|số tiền(?: [^\W\d_]+){0,3}?|các nguồn|nguồn(?: [^\W\d_]+){1,3}?|tiền ủng hộ)"
)
_SPENT = re.compile(
    rf"(?<!\w)(?P<what>{_FUNDS})(?P<when> năm \d{{4}})?(?: (?:đã|được|đều))+ (?:chuyển|chi|giải ngân|phân bổ|cấp"
    r"|sử dụng|hỗ trợ|trao)(?: trả)? hết(?!\w)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"(?<!\w)(?P<what>{_FUNDS})(?!\w)(?P<between>[^.;\n]{{0,120}}?)(?<!\w)"
    rf"(?:còn dư|còn lại|còn tồn(?: quỹ)?|tồn quỹ|dư)"
    rf"(?: là| khoảng| trên)? (?P<number>(?!0+ ){NUMBER}) (?:triệu |tỷ |nghìn )?đồng(?!\w)",
    re.IGNORECASE,
)
_PAID = re.compile(
    rf"(?<!\w)(?P<what>{_FUNDS})(?P<when> năm \d{{4}})?,? (?:đã )?(?:giải ngân|chi|phân bổ)(?: được)?"
    rf" (?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER}) (?:triệu |tỷ |nghìn )?đồng",
    re.IGNORECASE,
)
_GENERAL = keys_of("các nguồn quỹ kinh phí kế hoạch vốn số tiền năm được đã vận động có")


def check_all_spent(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a fund is said to be spent or handed over to the last, and another
    sentence tells how much of it is left.

    Not flagged: funds of other names; what was left at the end of an earlier year.
    """
    told = [one for one in sentences(report) if one.now]
    spent = list(islice(((one, found) for one in told if (found := one.search(_SPENT))), _MOST))
    rests = ((one, it) for one in told if (it := _rest(one))) if spent else ()
    left = list(islice(rests, _MOST))
    for one, found in spent:
        name = keys_of(found["what"]) - _GENERAL
        if is_of_part(report, one.text[: found.start()]):
            continue
        rest = next((it for it in left if it[0] is not one and _is_of_fund(name, it[1])), None)
        if rest is not None:
            yield told_otherwise(report.text, one.place_of(found), rest[0].place_of(rest[1]))


def _rest(one: Sentence) -> re.Match[str] | None:
    """Where a sentence tells what is left of a fund, or that not all of it was paid."""
    found = one.search(_LEFT) or one.search(_PAID)
    if found is None or "đầu năm" in one.small or "năm trước" in one.small:
        return None
    whole = found.groupdict().get("whole")
    return None if whole is not None and whole == found["part"] else found


def _is_of_fund(name: frozenset[str], left: re.Match[str]) -> bool:
    """Whether what is left is of a fund of that name; where it has none, of one that has none either."""
    own = keys_of(left["what"]) - _GENERAL
    return name <= own | keys_of(left.groupdict().get("between") or "") if name else not own


CHECKS = (check_waiting, check_all_spent)
