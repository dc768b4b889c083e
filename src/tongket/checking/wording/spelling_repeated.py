"""The same said twice in one sentence (lặp ý): 'Hàng năm, ... xem xét hàng năm', '..., nhất là ... vẫn còn xảy ra';
and a verb on either side of a bracket: 'đạt (38/54 km) đạt 71%'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span

_OFTEN = re.compile(r"(?<!\w)(?:[Hh][àằ]ng (?P<time>năm|tháng|quý|tuần|ngày)|(?P<term>[Đđ]ịnh kỳ))(?!\w)")
# Verbs of which 'hàng năm' tells how often; behind other words it may belong to a noun ('báo cáo hằng năm').
_ACTS = re.compile(
    r"(?<!\w)(?:xem xét|rà soát|kiểm tra|đánh giá|tổng kết|sơ kết|tổ chức|thực hiện|triển khai|tiến hành|duy trì"
    r"|cập nhật|điều chỉnh|bổ sung|bố trí|công bố|phát động)\s$"
)
# Nouns beside which such a verb is a part of a name: 'kế hoạch kiểm tra hàng năm'.
_NAMED = re.compile(
    r"(?:công tác|kế hoạch|kết quả|báo cáo|việc|chương trình|phương án|hội nghị|nhiệm vụ|nội dung|chỉ tiêu|đợt|cuộc|kỳ)"
    r"\s(?:\w+\s){1,4}$"
)
_OPENING = re.compile(r"(?:^|[.;:!?\n][ \t]*|[-+*–][ \t]+)$")
_BEFORE = 60  # characters within which the verb and its noun stand
# The predicate of a clause, which may stand again at the end of what 'nhất là' names of its subject.
_SAID = re.compile(r"(?<!\w)(?:vẫn|còn|đã|đang|chưa|được|bị)(?: \w+){2,4}$")
# A verb, how well it is done, and the same verb as the noun of what is done.
_DONE_TWICE = re.compile(
    r"(?<!\w)(triển khai|thực hiện|tổ chức|tiến hành|tăng cường|đẩy mạnh|nâng cao|phát huy|chú trọng|duy trì)"
    r"(?: (?:tốt|có hiệu quả|hiệu quả|nghiêm túc|nghiêm|đầy đủ|kịp thời))? (?:việc|công tác) \1(?!\w)"
)
# A word of grammar on either side of how something is done: 'phối hợp với chặt chẽ với'.
_BESIDE_MANNERS = re.compile(
    r"(?<!\w)(?P<one>với|cho|về|của|tại|bằng) (?:chặt chẽ|thường xuyên|đồng bộ|kịp thời|hiệu quả|nhịp nhàng|tích cực"
    r"|nghiêm túc|trực tiếp) (?P=one)(?!\w)"
)
_ABOVE_ALL = re.compile(r", (?:nhất|đặc biệt) là ")
_ENDS = re.compile(r"[.;:!?]")
# Verbs and words of grammar that a clause has once, on either side of a bracket.
_BESIDE_BRACKETS = re.compile(
    r"(?<!\w)(?P<one>đạt|là|được|đã|với|của|cho|tại|trên|chiếm|gồm|bằng|và|do|các|những|từ|đến|để|theo) "
    r"\([^()\n]{1,60}\) (?P<two>(?P=one))(?!\w)"
)
_FAR = 170  # characters to the same word in one sentence


def said_twice(text: str) -> Iterator[Finding]:
    """Hints at a time that opens a sentence and stands behind its verb again, at a predicate that is said of all and
    again of those that 'nhất là' names, and at 'triển khai tốt việc triển khai'.

    Not flagged: a time that belongs to a noun ('báo cáo hằng năm'), two sentences, two times.
    """
    level = text.replace("\n", " ")
    yield from _predicates(level)
    for match in finds(_DONE_TWICE, level):
        yield _hint(match[1], Span(match.end() - len(match[1]), match.end()))
    for first in finds(_OFTEN, text):
        if not _OPENING.search(text[max(first.start() - 4, 0) : first.start()]):
            continue
        for other in _OFTEN.finditer(level, first.end(), first.end() + _FAR):
            between = level[first.end() : other.start()]
            if _ENDS.search(between):
                break
            before = between[-_BEFORE:]
            act = _ACTS.search(before) if first["time"] == other["time"] else None
            if act and not _NAMED.search(before[: act.end()]):
                yield _hint(other[0], Span(*other.span()))
                break


def doubled_beside(text: str) -> Iterator[Finding]:
    """A verb or a word of grammar before a bracket and again behind it ('đạt (38/54 km) đạt 71%'), or before and behind
    how something is done ('phối hợp với chặt chẽ với').
    """
    for match in finds(_BESIDE_MANNERS, text):
        facts = {"here": match[0], "right": match[0].partition(" ")[2]}
        yield Finding("spelling", "warning", Span(*match.span()), "doubled", facts)
    if ") " not in text:
        return
    for match in finds(_BESIDE_BRACKETS, text):
        facts = {"here": match[0], "right": match[0][: -len(match["one"]) - 1]}
        yield Finding("spelling", "warning", Span(*match.span()), "doubled", facts)


def _predicates(level: str) -> Iterator[Finding]:
    for match in finds(_ABOVE_ALL, level):
        said = _SAID.search(level[max(match.start() - _BEFORE, 0) : match.start()])
        if said is None:
            continue
        rest = _ENDS.split(level[match.end() : match.end() + _FAR], maxsplit=1)[0]
        clause = rest.split(", ")[0]
        if clause.endswith(f" {said[0]}") and len(clause) < len(level) - match.end():
            end = match.end() + len(clause)
            yield _hint(said[0], Span(end - len(said[0]), end))


def _hint(said: str, place: Span) -> Finding:
    return Finding("spelling", "info", place, "repeated", {"here": said})
