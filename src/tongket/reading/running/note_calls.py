"""Marks in round brackets, '(1)': which of them call a note, and which number what a sentence lists (dấu chú thích)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROUND = re.compile(r"\((\d{1,2})\)(?=[\s.,;:)]|$)", re.MULTILINE)
_BLANK = " \u00a0"
_LISTS = ",;:.–-"
# What stands before a mark that names a point, a column or a number: 'tại điểm (1)', 'ba (3) nội dung'.
_NAMING = frozenset(
    re.findall(
        r"\S+",
        "điểm khoản mục ý số cột dòng hàng bước nhóm phần biểu mẫu lục nội_dung tiêu_chí nhiệm_vụ công_thức"
        " một hai ba bốn năm sáu bảy tám chín mười",
    )
)
# No note hangs on one of these: what follows is an item of a list, or what the mark names.
_LINKING = frozenset(re.findall(r"\S+", "và hoặc đến tới với gồm là như tại theo ở của các những để trong về thì từ"))


def round_calls(text: str) -> Iterator[re.Match[str]]:
    """The marks that may call a note, in order; group 1 is the number.

    One that touches the word before it does. One behind a blank does unless its line lists things by such marks
    ('gồm (1) họp; (2) ký kết'), or the word before names what the mark stands for ('điểm (1)').
    """
    seen, is_list = 0, False  # up to where lines were looked at, and what the last of them was
    for found in _ROUND.finditer(text):
        at = found.start()
        before = text[at - 1 : at]
        if before.isalpha() or before in (")", "%", "”"):
            yield found
        elif before and before in _BLANK and _hangs_on_word(text, at):
            if at >= seen:
                end = text.find("\n", at)
                low, seen = text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
                is_list = _is_list(text, low, seen)
            if not is_list:
                yield found


def _hangs_on_word(text: str, at: int) -> bool:
    """Whether a word that may carry a note stands before the blank at the left of ``at``."""
    before = text[max(at - 24, 0) : at - 1]
    if not (before[-1:].isalpha() or before[-1:] in (")", "%", "”")):
        return False
    words = [word.lower() for word in before.split()[-2:]]
    return words[-1] not in _NAMING | _LINKING and "_".join(words) not in _NAMING


def _is_list(text: str, low: int, high: int) -> bool:
    """Whether a line numbers what it lists: some mark stands before its item, not behind a word."""
    for found in _ROUND.finditer(text, low, high):
        before = text[max(low, found.start() - 24) : found.start()].rstrip()
        if not before or not text[found.end() : found.end() + 2].strip()[:1].isalpha():
            continue
        if before[-1] in _LISTS or before.split()[-1].lower() in _LINKING:
            return True
    return False
