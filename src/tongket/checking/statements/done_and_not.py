"""What is told as done in one place and as not yet done, or still going on, in another (nơi ghi đã, nơi ghi chưa).

    'Cầu treo bản Pá Hốc đã được nghiệm thu', then 'Cầu treo bản Pá Hốc chưa được nghiệm thu do thiếu hồ sơ'; 'đường đã
    thông xe', then 'đang giải phóng mặt bằng'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import Sentence, are_of_one_level, sentences, told_otherwise
from tongket.checking.evidence.same_matter import keys_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_FINISHED = "hoàn thành|bàn giao|đưa vào sử dụng|đưa vào khai thác|nghiệm thu|khánh thành|thông xe|quyết toán"
_ACTS = (
    f"{_FINISHED}|thành lập|kiện toàn|ban hành|phê duyệt|thẩm định|công nhận|chi trả|thanh toán|cấp phát|khởi công"
    f"|ký kết"
    "|giải ngân|khắc phục|sửa chữa|xây dựng|lắp đặt|bồi thường|công khai|niêm yết|bố trí|tuyển dụng|bổ nhiệm"
    "|trả lời|thu hồi"
    "|giải quyết|xử lý|trang bị|công bố|tổng kết|sơ kết|quy hoạch|số hóa|thông qua|kết nối|di dời|giải tỏa|mua sắm"
)
_DONE = re.compile(
    rf"(?<!\w)[Đđ]ã (?:được |chính thức |cơ bản )?(?P<act>{_ACTS})(?!\w)(?:(?:, | và )(?P<also>{_ACTS})(?!\w))?"
)
_NOT = re.compile(rf"(?<!\w)[Cc]hưa (?:được )?(?P<act>{_ACTS})(?!\w)")
_GOING_ON = re.compile(
    r"(?<!\w)đang (?:được )?(?:tiếp tục |triển khai )?(?P<act>thi công|xây dựng|giải phóng mặt bằng"
    r"|san lấp mặt bằng)(?!\w)"
)
_MARK = re.compile(rf"[,:()]\s?|\s[–-]\s(?![{CAPITALS}])|(?<!\w)(?:nhưng|song|tuy nhiên)\s", re.IGNORECASE)
_CUT = re.compile(
    r"(?<!\w)(?:do|vì|để|nên|từ|trong|vào|nhằm|theo|tại|mà|với|khi|phục vụ|(?:đến|cho đến) (?:nay|hết))(?!\w).*$"
)
_WHO = re.compile(
    r"(?<!\w)(?:ủy ban nhân dân|hội đồng nhân dân|UBND|HĐND|chủ tịch|đảng ủy|ban thường vụ|ban chấp hành|đơn vị"
    r"|nhà trường|công tác|đến nay|hiện nay|(?:trên )?địa bàn|toàn xã|trong năm|cơ bản|tiếp tục|chính thức"
    r"|dứt điểm)(?!\w)",
    re.IGNORECASE,
)
_EMPTY = keys_of(
    "xã phường huyện tỉnh thôn bản ấp các của đã được xong việc vẫn còn đều đang và cho là kịp đối với về cũng này chưa"
    " những ở có thì hết trên hiện nay toàn bộ tất cả"
)
_OF_SOME = re.compile(
    r"(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Mm]ột vài|[Pp]hần lớn|[Hh]ầu hết|[Đđ]a số|[Rr]iêng|[Tt]rừ|[Cc]ác (?:thôn|xã"
    r"|đơn vị|chi bộ|cơ sở"
    r"|trường|địa phương|bản)|[Gg]iai đoạn|[Hh]ạng mục|[Đđ]ợt|[Pp]hần|còn lại|[Nn]ếu|[Kk]hi|[Dd]ự kiến"
    r"|[Vv]iệc chưa)(?!\w)"
)
_WORK_OF = re.compile(rf"\W*(?:[Vv]iệc|[Cc]ông tác) (?P<act>{_ACTS})(?!\w)")  # 'Việc số hóa hồ sơ chưa hoàn thành'
_WHERE = re.compile(r"(?<!\w)(?:ở|tại|của|thuộc) các [^\W\d_]+")
_OTHER_ACT = re.compile(rf"(?<!\w)[Đđ]ã (?:được )?(?:{_ACTS}|thi công)(?: xong)?(?!\w)")
_COUNTED = re.compile(r"(?<!số )(?<!thôn )(?<!khu )(?<!tổ )(?<!bản )(?<!xóm )(?<!ấp )(?<![\d/])\d+")
_LEAST = 3  # words that name a thing, where no name is among them
_MOST = 300


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells of an act: the acts, the words that name what it was done to."""

    sentence: Sentence
    place: Span
    acts: frozenset[str]
    thing: frozenset[str]


def check_done_and_not(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where an act is told as done, and another sentence says of the very same thing
    that it is not done yet, or that the work still goes on.

    Not flagged: other things, parts, turns and levels; numbers of them; what some have not done; other times.
    """
    told = sentences(report)
    done = [one for sentence in told for one in _told(sentence, _DONE)][:_MOST]
    if not done:
        return
    for sentence in told:
        for pattern in (_NOT, _GOING_ON):
            for other in _told(sentence, pattern):
                claim = next((one for one in done if _denies(one, other, ongoing=pattern is _GOING_ON)), None)
                if claim is not None:
                    done.remove(claim)
                    yield told_otherwise(report.text, claim.place, other.place)


def _told(sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[_Told]:
    for found in sentence.finds(pattern) if sentence.now else ():
        low = max((mark.end() for mark in _MARK.finditer(sentence.text, 0, found.start())), default=0)
        low = low if sentence.text[low : found.start()].strip() else _before(sentence.text, low)
        stop = _MARK.search(sentence.text, found.end())
        behind = _CUT.sub("", sentence.text[found.end() : stop.start() if stop else len(sentence.text)])
        said = f"{sentence.text[low : found.start()]} {behind}"
        if _OF_SOME.search(_WHERE.sub(" ", said)) or _COUNTED.search(said):
            continue
        acts = frozenset(act for act in (found["act"], found.groupdict().get("also")) if act)
        if pattern is _NOT and found["act"] == "hoàn thành" and (work := _WORK_OF.match(said)):
            acts, said = acts | {work["act"]}, said[work.end() :]
        thing = keys_of(_WHO.sub(" ", _OTHER_ACT.sub(" ", said))) - _EMPTY
        if len(thing) >= _LEAST:
            place = Span(sentence.place.start + low, sentence.place.start + found.end() + len(behind))
            yield _Told(sentence, place, acts, thing)


def _before(text: str, at: int) -> int:
    """Where the clause before begins: 'Nhà văn hóa thôn A, đã hoàn thành'."""
    marks = [mark.end() for mark in _MARK.finditer(text, 0, max(at - 1, 0)) if text[mark.end() : at].strip(" ,:()")]
    return marks[-1] if marks else 0


_WORKS = frozenset(_FINISHED.split("|"))
_BEGUN = frozenset(("khởi công", "xây dựng", "lắp đặt"))  # what comes before a work is finished


def _denies(one: _Told, other: _Told, *, ongoing: bool) -> bool:
    if one.sentence is other.sentence or one.thing != other.thing:
        return False
    if not are_of_one_level(one.sentence.text, other.sentence.text):
        return False
    if ongoing or other.acts & _BEGUN:
        return bool(one.acts & (_WORKS | other.acts))
    return bool(one.acts & other.acts)


CHECKS = (check_done_and_not,)
