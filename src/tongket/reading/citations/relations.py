"""What one cited document does to another, as the words between their citations say (quan hệ giữa các văn bản).

    A "về việc" "thực hiện" B          A implements B
    A "sơ kết ... năm thực hiện" B     A reviews B
    "Thực hiện" A ", ... ban hành" B   B implements A
    A "ban hành kèm theo" B            B promulgates A
    A "sửa đổi, bổ sung" B             A amends B
    A "được thay thế bằng" B           B replaces A

Only two citations of one sentence can be tied; a further document of the same list is tied like the first. Where no
word says what the tie is, a document named inside another's title is merely cited by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tongket.model.documents import Citation, Relation, RelationKind

_LONGEST = 320
_MARKUP = re.compile(r"\*+|</?\w[^<>]*>")
_BLANKS = re.compile(r"\s+")
_STOP = re.compile(r"[;:]|[.!?](?:\s|$)|\n\s*\n|\n\s*[-–—_*]{3,}\s*\n")
_LIST = re.compile(r"\s*+(?:[,;]|,?\s*+(?:và|cùng|hoặc)(?:\s+các)?)?\s*+(?:[Ss]ố\s*+)?")

# What stands just before the second document and makes the first act on it; the first that fits counts
_FORWARD: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("reviews", re.compile(r"(?:[Ss]ơ kết|[Tt]ổng kết)(?:[^,;]{0,40}(?:thực hiện|triển khai))?$")),
    ("replaces", re.compile(r"thay thế(?: cho)?$")),
    ("repeals", re.compile(r"(?:bãi bỏ|hủy bỏ|huỷ bỏ)(?: [^,;]{0,40})?$")),
    (
        "amends",
        re.compile(
            r"(?:[Ss]ửa đổi(?:,? (?:và )?bổ sung)?|[Đđ]iều chỉnh|bổ sung)(?: (?:một số )?(?:điều|khoản|nội dung))?$"
        ),
    ),
    ("answers", re.compile(r"(?:trả lời|phúc đáp|theo (?:đề nghị|yêu cầu) (?:tại|của))$")),
    (
        "makes-concrete",
        re.compile(
            r"(?:cụ thể h[óo][aá]|[Qq]uy định chi tiết(?: [^,;]{0,60})?"
            r"|hướng dẫn(?: thi hành| thực hiện| triển khai)?(?: [^,;]{0,40})?)$"
        ),
    ),
    ("implements", re.compile(r"(?:[Tt]riển khai|[Tt]hực hiện|[Qq]uán triệt|[Tt]hi hành)$")),
    ("promulgates", re.compile(r"[Bb]an hành$")),
    ("based-on", re.compile(r"(?:[Cc]ăn cứ|[Tt]rên cơ sở|theo)$")),
)
# What stands there where the second acts on the first: 'được thay thế bằng', 'hết hiệu lực theo'
_BACKWARD: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("amends", re.compile(r"được (?:điều chỉnh|sửa đổi)(?:,? bổ sung)?(?: (?:một số điều|bởi|bằng|tại|theo))*$")),
    ("replaces", re.compile(r"(?:được |bị )?thay thế (?:bởi|bằng)$|nay được thay (?:thế )?(?:bởi|bằng)$")),
    ("repeals", re.compile(r"(?:hết hiệu lực|(?:được |bị )?bãi bỏ) (?:bởi|bằng|theo|tại)$")),
    ("makes-concrete", re.compile(r"được (?:cụ thể h[óo][aá]|quy định chi tiết|hướng dẫn) (?:bởi|bằng|tại)$")),
)
_FILLERS = re.compile(
    r"(?:\s+(?:của|các|những|nội dung|tốt|có hiệu quả|nghiêm túc|một số điều|biện pháp|và)"
    r"|(?:\s+(?:nghị quyết|chỉ thị|kết luận),)+)*$"
)
_ATTACHED = re.compile(r"(?:[Bb]an hành\s+)?kèm theo$")
_BESIDE = re.compile(
    r"(?<!khai )(?<!triệt )(?:^|\s)(?:và|gắn với|cùng với|cùng|với)(?:\s+(?:việc|thực hiện|triển khai|tiếp tục))*$"
)
_SUBJECT_ISSUES = re.compile(r",\s+(?!về\b)[^,]{3,90}(?:ban hành|xây dựng)$|^,?\s*(?:đã\s+)(?:ban hành|xây dựng)$")
_CARRIES_OUT = re.compile(r"thực hiện|triển khai|quán triệt|cụ thể")
_RESTS_ON = re.compile(r"(?:căn cứ|trên cơ sở|theo|tại)$")


def read_relations(text: str, citations: Sequence[Citation]) -> tuple[Relation, ...]:
    """The ties between neighbouring citations of ``text`` (the source's), as indexes into ``citations``.

    Not taken: documents of different sentences, and two documents merely named one after the other.
    """
    relations: list[Relation] = []
    heads: dict[int, int] = {}  # of a document in a list: the first of the list
    for first, second in pairwise(range(len(citations))):
        between = _between(text, citations[first], citations[second])
        if between is None:
            continue
        if _LIST.fullmatch(between) and not _is_next_of_kind(citations, relations, second):
            heads[second] = heads.get(first, first)
        if relations and relations[-1].object == first and second in heads:
            found = [(relations[-1].kind, relations[-1].subject, second)]
        else:
            found = list(_tie(between, citations, range(heads.get(first, first), second), second))
        for kind, subject, of in found:
            start = min(citations[subject].start, citations[of].start)
            relations.append(Relation(kind, subject, of, start, citations[second].end))
    return tuple(relations)


def _is_next_of_kind(citations: Sequence[Citation], relations: Sequence[Relation], second: int) -> bool:
    """Whether ``second`` is of the kind of the subject before: 'Kế hoạch A thực hiện Đề án B và Kế hoạch C'."""
    if not relations or relations[-1].object != second - 1:
        return False
    subject, of = citations[relations[-1].subject], citations[relations[-1].object]
    return citations[second].type == subject.type != of.type


def _between(text: str, first: Citation, second: Citation) -> str | None:
    """The words between two citations of one sentence, clean of markup; None where they are further apart."""
    if second.start < first.end or second.start - first.end > _LONGEST or first.in_footnote != second.in_footnote:
        return None
    words = text[first.end : second.start]
    if _STOP.search(words):
        return None
    return _BLANKS.sub(" ", _MARKUP.sub("", words)).strip(' “”"(')


def _tie(
    between: str, citations: Sequence[Citation], before: range, second: int
) -> Iterator[tuple[RelationKind, int, int]]:
    """The ties that the words say, if any: the kind, who acts, and on what. ``before``: the list in front of them."""
    first = before[-1]
    said = _what_is_said(between)
    if said.backward is not None:
        yield said.backward, second, first
        return
    if said.is_beside:
        return
    role = citations[before[0]].role
    if said.subject_issues:
        if _CARRIES_OUT.search(role):
            yield from (("implements", second, directive) for directive in before)
        elif _RESTS_ON.search(role):
            yield from (("based-on", second, ground) for ground in before)
        return
    in_title = _is_in_title(citations[first], citations[second])
    if said.forward is not None and (in_title or said.is_short):
        yield said.forward, first, second
    elif in_title:
        yield "cites", first, second


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words between two citations can say; the first that they do counts."""

    backward: RelationKind | None  # what the second does to the first
    is_beside: bool = False
    subject_issues: bool = False
    forward: RelationKind | None = None  # what the first does to the second
    is_short: bool = False


@lru_cache(maxsize=1024)
def _what_is_said(between: str) -> _Said:
    bare = _FILLERS.sub("", f" {between}").strip()
    if _ATTACHED.search(bare):
        return _Said("promulgates")
    backward = next((kind for kind, words in _BACKWARD if words.search(between)), None)
    if backward is not None:
        return _Said(backward)
    forward = next((kind for kind, words in _FORWARD if words.search(bare)), None)
    subject_issues = _SUBJECT_ISSUES.search(between) is not None
    return _Said(None, _BESIDE.search(between) is not None, subject_issues, forward, len(bare) < _SHORT)


_SHORT = 60  # characters: a verb behind more is of another document


def _is_in_title(outer: Citation, inner: Citation) -> bool:
    """Whether ``inner`` stands in the title of ``outer``."""
    if outer.title_start is None or outer.title_end is None:
        return False
    return outer.title_start <= inner.start < outer.title_end
