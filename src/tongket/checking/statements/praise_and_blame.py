"""One thing praised for what it is blamed to lack (ưu điểm và hạn chế nói ngược nhau).

    'Hoạt động khai thác cát được giám sát chặt chẽ, thường xuyên', then among the limits 'Hoạt động khai thác cát chưa
    được giám sát chặt chẽ'; 'công tác quản lý đất đai chặt chẽ', then 'công tác quản lý đất đai còn lỏng lẻo'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. A limit that is told of some
units, of a time or of a degree goes well with praise of the whole, and most limits are told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, is_of_part, sentences, told_otherwise
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_QUALITIES = (
    "chặt chẽ|thường xuyên|kịp thời|đầy đủ|đồng bộ|sâu rộng|hiệu quả|nghiêm túc|thiết thực|phong phú|kiên quyết"
    "|triệt để|tích cực|quyết liệt|dứt điểm|chủ động|thống nhất|nền nếp|nề nếp|sát thực tế|đa dạng|linh hoạt|rõ ràng"
    "|minh bạch|bài bản|khoa học|toàn diện|nhịp nhàng|thông suốt|liên tục|đều đặn|nhanh chóng|vững chắc|bền vững"
    "|quan tâm|chú trọng|coi trọng|phát huy|đẩy mạnh|rộng khắp|sôi nổi|nghiêm|đúng quy định|đúng hạn|đúng tiến độ|tốt"
    r"|đáp ứng (?:tốt |được )?yêu cầu|đủ|nhanh"
)
_OPPOSITES = {  # each with what it leaves no room for, told without a denial
    "lỏng lẻo|buông lỏng|lơi lỏng": ("chặt chẽ", "nghiêm túc", "nghiêm"),
    "chậm|chậm trễ|kéo dài": ("kịp thời", "nhanh", "dứt điểm", "nhanh chóng", "đúng hạn", "đúng tiến độ"),
    "đơn điệu|nghèo nàn|sơ sài": ("phong phú", "đa dạng", "thiết thực"),
    "hình thức|hiệu quả thấp|hiệu quả chưa cao|kém hiệu quả": ("hiệu quả", "thiết thực"),
    "thiếu": ("đầy đủ", "đủ"),
    "manh mún|chắp vá": ("đồng bộ", "bài bản"),
    "thụ động|bị động|trông chờ, ỷ lại|ỷ lại": ("chủ động", "tích cực"),
    "chồng chéo": ("rõ ràng", "thống nhất", "nhịp nhàng"),
}
_PRAISED = re.compile(rf"(?<=\s)(?:{_QUALITIES})(?!\w)")
_DENIED = re.compile(
    rf"(?<=\s)(?:chưa|không|thiếu)(?: (?:được|có|bảo đảm|đảm bảo|thực hiện|tiến hành|duy trì|sự))*"
    rf" (?P<verbs>(?:[^\W\d_]+ ){{0,4}}?)(?P<what>{_QUALITIES})(?!\w)"
)
_BLAMED = re.compile(
    rf"(?<=\s)(?:còn(?: [^\W\d_]+){{0,2}}? (?P<what>{'|'.join(_OPPOSITES)})"
    r"|(?<!không )(?<!chưa )(?P<plain>lỏng lẻo|hiệu quả thấp|kém hiệu quả|đơn điệu|chồng chéo|manh mún))(?!\w)"
)
_LESS = re.compile(
    r"(?<!\w)(?:một số|một vài|một bộ phận|bộ phận|số ít|vài|có (?:lúc|nơi|mặt|việc|thời điểm|khi|chỗ|nội dung|đơn vị)"
    r"|đôi (?:khi|lúc|chỗ)|nhiều nơi|từng (?:lúc|nơi|bước)|ở (?:thôn|cơ sở|các|nhiều)|cá biệt|thật sự|thực sự|nhiều"
    r"|ngày càng|tương đối|cơ bản|dần|bước đầu|chưa cao|hạn hẹp|trước đây|tuy nhiên|hơn|nhất là|đặc biệt|riêng|giữa năm"
    r"|những (?:lúc|khi|nơi)|đối với|tại|trong việc|khi|nếu|do|mới|rất|quá|lắm|tiếp tục|tăng cường|phải|cần|để"
    r"|nhằm|góp phần|sẽ)(?!\w)",
    re.IGNORECASE,
)
_FILLING = keys_of(
    "công tác việc hoạt động chất lượng mối quan hệ sự tình hình được đã có luôn đều các những và của thực hiện triển"
    " khai tiến hành tổ chức duy trì bảo đảm đảm bảo còn vẫn cho trong năm qua theo một cách cũng là nâng cao về với"
    " giữa đến nay nhìn chung trên địa bàn xã phường toàn cơ chế độ hưởng ứng ngày càng bố trí thường vẫn rất quy định"
    " đi vào thành chuyển biến tiến bộ"
)
_CLAUSE = re.compile(
    r"[;:()]\s?|(?<!\w)(?:song|nhưng|tuy nhiên)\s|,\s(?=(?:nhưng|song|từ đó|qua đó|góp phần|do)(?!\w))"
)
_LEAST = 2  # words that name a thing
_MANY = 3  # words of a name that a few more do not make the name of another thing
_MOST = 300


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a clause says of a thing: the words that name it, the qualities that it has or lacks."""

    sentence: Sentence
    place: Span
    thing: frozenset[str]
    qualities: frozenset[str]


def check_praise_and_blame(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a thing is praised for a quality in one place, and in another said to lack
    it, with nothing said of some, of a time or of a degree.

    Not flagged: things named in other words; what is hoped for; blame and praise of one sentence.
    """
    tasks = tasks_of(report)
    told = [one for one in sentences(report) if not tasks.touch(one.place) and not one.search(_AHEAD)]
    blamed = list(islice((it for one in told for it in _blamed(report, one)), _MOST))
    praised = list(islice((it for one in told for it in _praised(report, one)), _MOST)) if blamed else []
    for one in blamed:
        for other in praised:
            alike = one.thing == other.thing or (
                one.thing < other.thing and len(one.thing) > _MANY >= len(other.thing - one.thing) + 1
            )
            if alike and one.sentence is not other.sentence and one.qualities & other.qualities:
                yield told_otherwise(report.text, one.place, other.place)
                break


_AHEAD = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Nn]ếu|[Đđ]ề nghị|[Mm]ục tiêu|(?<!đạt )(?<!ứng )(?<!ứng tốt )(?<!ứng được )"
    r"[Yy]êu cầu|[Nn]ăm trước|[Tt]rước đây"
    r"|[Gg]iai đoạn trước|[Nn]hiệm kỳ trước|[Tt]rước khi|[Nn]hững năm trước)(?!\w)"
)


def _blamed(report: Report, one: Sentence) -> Iterator[_Judged]:
    """The first thing that a sentence says to lack something, as of the whole; all that it lacks."""
    found = sorted((*one.finds(_DENIED), *one.finds(_BLAMED)), key=lambda it: it.start())
    if not found:
        return
    low = _opens(one.text, found[0].start())
    said = one.text[low : found[0].start()]
    if _LESS.search(one.text, low, found[0].end()) or is_of_part(report, said):
        return
    thing = keys_of(f"{said} {found[0].groupdict().get('verbs') or ''}") - _FILLING
    lacks = frozenset(word for it in found for word in _lacking(it))
    if len(thing) >= _LEAST:
        yield _Judged(one, Span(one.place.start + low, one.place.start + found[-1].end()), thing, lacks)


def _lacking(found: re.Match[str]) -> tuple[str, ...]:
    """The qualities that a thing lacks of which this is said."""
    if found.re is _DENIED:
        return (found["what"],)
    said = found["what"] or found["plain"]
    return next(good for words, good in _OPPOSITES.items() if said in words.split("|"))


def _praised(report: Report, one: Sentence) -> Iterator[_Judged]:
    """What a clause praises a thing for, all qualities of its row."""
    for first in one.finds(_PRAISED):
        low = _opens(one.text, first.start())
        said = one.text[low : first.start()]
        if (
            _LACKS.search(said)
            or _LESS.search(_MANY_GAINS.sub("", said))
            or is_of_part(report, said)
            or _PRAISED.search(said)
        ):
            continue
        thing = keys_of(said) - _FILLING
        if len(thing) >= _LEAST:
            stop = _CLAUSE.search(one.text, first.end())
            rest = one.text[first.start() : stop.start() if stop else len(one.text)]
            kept = {it[0] for it in _PRAISED.finditer(f" {rest}") if not _LACKS.search(rest[: max(it.start() - 1, 0)])}
            place = Span(one.place.start + low, one.place.start + first.start() + len(rest))
            yield _Judged(one, place, thing, frozenset(kept))


_MANY_GAINS = re.compile(r"(?<!\w)có nhiều (?=chuyển biến|tiến bộ|đổi mới)")
_LACKS = re.compile(r"(?<!\w)(?:chưa|không|thiếu|còn|hạn chế|khó|ít)(?!\w)", re.IGNORECASE)


def _opens(text: str, at: int) -> int:
    """Where the clause of a place begins."""
    marks = list(_CLAUSE.finditer(text, 0, at))
    return marks[-1].end() if marks else 0


CHECKS = (check_praise_and_blame,)
