"""Phrases that a slip leaves in words of their own (cụm từ thiếu tiếng): 'tạo điều thuận lợi', 'trở lên phổ biến'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.words import Phrase, Words, phrases


def broken_phrases(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A phrase of ``phrases.txt`` without a syllable, or with another in its place.

    Not flagged: where the first syllable ends another word ('đề xuất đầu tư'), or the last begins one ('đúng định kỳ'),
    amounts ('5 tỷ tham gia'), capitals inside the phrase.
    """
    known = phrases()
    for run in runs:
        if known.keys().isdisjoint(run.pairs):
            continue
        for i in [i for i, pair in enumerate(run.pairs) if pair in known]:
            one = next((one for one in known[run.pairs[i]] if _is_here(one, run, i, table)), None)
            if one is None or (
                not i and one.wrong[0] in _UNITS and text[max(run.start - 2, 0) : run.start - 1].isdigit()
            ):
                continue
            last = i + len(one.wrong) - 1
            here = " ".join(run.shown[i : last + 1])
            right = one.right[0].upper() + one.right[1:] if here[0].isupper() else one.right
            case = "left-out" if one.is_short else "slip"
            yield Finding("spelling", "warning", run.span(i, last), case, {"here": here, "right": right})


_UNITS = frozenset({"tỉ", "đồng"})


def _is_here(one: Phrase, run: Running, i: int, table: Words) -> bool:
    """Whether the phrase stands at word ``i``, and neither end of it belongs to another word."""
    words, end = run.words, i + len(one.wrong)
    if words[i:end] != one.wrong or not all(map(str.islower, run.shown[i + 1 : end])):
        return False
    if i and not run.shown[i].islower():
        return False
    before = run.held[i] and (one.is_short or not run.held[i - 1]) and words[i] not in table.grammar
    behind = one.is_short and one.is_last and end < len(words) and run.held[end] and not run.held[end - 1]
    return not before and not behind


# What stands behind the last of several that are named, where it is no other word.
_GOES_ON = (
    r"(?=\s(?:được|của|trong|năm|và|có|đã|cho|tại|ở|theo|còn|chưa|là|để|với|từ|trên|luôn|các|những|gương mẫu|tích cực"
    r"|liên quan|trực thuộc|thuộc)(?!\w)|[.;])"
)
_PAIRS = (
    ("thi đua", "khen", "khen thưởng"),
    ("cơ quan", "đơn", "đơn vị"),
    ("cán bộ", "đảng", "đảng viên"),
    ("cán bộ", "công", "công chức"),
    ("công chức", "viên", "viên chức"),
    ("lãnh đạo", "chỉ", "chỉ đạo"),
    ("tuyên truyền", "vận", "vận động"),
    ("khó khăn", "vướng", "vướng mắc"),
    ("tồn tại", "hạn", "hạn chế"),
    ("chủ trương", "chính", "chính sách"),
    ("nhiệm vụ", "giải", "giải pháp"),
    ("quốc phòng", "an", "an ninh"),
    ("kiểm tra", "giám", "giám sát"),
    ("đoàn kết", "thống", "thống nhất"),
)
_SECOND = {f"{one}, {half}": whole for one, half, whole in _PAIRS}
_SECOND_HALF = re.compile(rf"(?<!\w)(?i:{'|'.join(_SECOND)})(?!\w){_GOES_ON}")
_FIRST_HALF = re.compile(
    r"(?<!\w)(?:(?P<office>[Cc]ơ)(?=, đơn vị)|(?P<staff>[Cc]án)(?=, (?:công chức|đảng viên|chiến sĩ|hội viên))"
    r"|(?P<rivalry>[Tt]hi)(?=, khen thưởng))"
)
_FIRST = {"office": "cơ quan", "staff": "cán bộ", "rivalry": "thi đua"}
_DOES = "tham gia|dự|hoàn thành|được xếp|chấp hành|đăng ký|hưởng ứng|cam kết|học tập|nghiên cứu|được cử|đi học|nghỉ hưu"
# So many of the Party are its members, and so few 'đồng' no money.
_COUNTED = re.compile(rf"(?:(?<=[\d%] )(?P<here>đảng)|(?:(?<= \d )|(?<= \d\d ))đồng)(?= (?:{_DOES})(?!\w))")
_AGAIN = re.compile(
    r"(?:(?<!\w)(?:các|những|nhiều|về|của|có|được)|\d) (?P<one>[^\W\d_]{1,7} [^\W\d_]{1,7}), "
    r"(?:[^\W\d_]{1,7} [^\W\d_]{1,7}, )?(?P=one)"
    r"(?=[,.;]|\s(?:của|về|và|được|đã|cho|để|tại)(?!\w))"
)


def torn_members(text: str) -> Iterator[Finding]:
    """Half of one of two that are named together ('thi đua, khen được quan tâm', 'các cơ, đơn vị'), members without
    'viên' ('95% đảng tham gia'), and a matter that is named twice ('chỉ thị, nghị quyết, chỉ thị').

    Not flagged: halves that share the other ('lãnh, chỉ đạo', 'công, viên chức').
    """
    for match in finds(_SECOND_HALF, text):
        _, half = match[0].split(", ")
        yield _left_out(half, _SECOND[match[0].lower()], match.end() - len(half))
    for match in finds(_FIRST_HALF, text):
        yield _left_out(match[0], _FIRST[str(match.lastgroup)], match.start())
    for match in finds(_COUNTED, text):
        yield _left_out(match[0], "đảng viên" if match["here"] else "đồng chí", match.start())
    for match in finds(_AGAIN, text):
        here = text[match.start("one") : match.end()]
        facts = {"here": here, "right": here.rpartition(", ")[0]}
        yield Finding("spelling", "warning", Span(match.start("one"), match.end()), "doubled", facts)


def _left_out(here: str, right: str, at: int) -> Finding:
    shown = right[0].upper() + right[1:] if here[0].isupper() else right
    return Finding("spelling", "warning", Span(at, at + len(here)), "left-out", {"here": here, "right": shown})
