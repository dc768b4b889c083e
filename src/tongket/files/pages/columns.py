"""Lines that stand side by side: the two columns of a letterhead, of the end of a document, of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tongket.files.pages.lines import Line, is_apart, make_line, words_text
from tongket.files.pages.margins import Margins
from tongket.model.pages import Word

_HEAD_LINES = 14  # lines of the first page among which a letterhead begins
_GUTTER = 2.0  # points: columns of a letterhead come as close as that
_LATER_HEAD_LINES = 2  # lines further on (an annex, a sample) that a letterhead takes to show
_CLOSE = 0.6  # of the size: words no further apart stand in one column, but for what begins the right one
_WIDE_GUTTER = 14.0  # points between columns that nothing but their gap tells
_COLUMN_LINES = 8  # lines side by side that make columns of running text
_COLUMN_SHARE = 0.34  # of the text's width: a column of running text is wider than that
_PAIR_GAP = 2.2  # of the size: the gap between two signatures, or two heads of a joint document, at least
_SAME_LEFT = 3.0  # points
_WRAPPED = 1.5  # of the size: a line that goes on in its column stands so close below
_NAME_ASIDE = 60.0  # points that a name may begin left of the lines above it
_TALL_GAP = 2.6  # lines: more room below ends a letterhead
_PAIRS = 2  # lines side by side that make a pair of columns
_SIGNED_GAP = 9.0  # lines: so much room is left for a signature and a seal
_MOTTO = re.compile(
    r"C\w?\wNG\s?H\w{1,3}\s?X\w{1,2}\s?H\w{1,3}I|ĐẢNG CỘNG SẢN VIỆT|Đ\wc\s?l\wp\s?[-–—]\s?T\w\s?do"
    r"|ĐOÀN TNCS HỒ CHÍ MINH"
)
_DATED = re.compile(r"\w[^,;:.]{1,40},\s*ng\wy\b.{0,8}\s?th\wng\b")
_RECIPIENTS = re.compile(r"(?:N\wi nh\wn|NƠI NHẬN|Nơi gửi)\s*:?")
_AUTHORITY = re.compile(r"(?:T\s?/\s?M|TM|K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|Q)\b\s*\.?\s*[^\W\d_a-z]{2}")
_POST = re.compile(r"(?:CHỦ TỊCH|PHÓ|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|BỘ TRƯỞNG|THỦ TƯỚNG|NGƯỜI|XÁC NHẬN)\b")
_FILED = re.compile(r"[-–+]?\s*L\wu\b")
_NAME = re.compile(r"(?:\(?[Đđ]ã ký\)?|(?:[^\W\d_a-z][^\W\d_]*\.?\s?){2,7})")
_OUTSIDE = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|Biểu|BIỂU)\b|(?:[IVX]{1,4}\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s[^\W\d_a-zà-ỹđ]"  # or a heading
)

Kind = Literal["head", "tail", "columns", "pair"]


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that stand in two columns, each from top to bottom, and how many lines of the page they come from."""

    kind: Kind
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    count: int


def find_band(lines: Sequence[Line], at: int, margins: Margins, *, first_page: bool) -> Band | None:
    """The band that begins with line ``at``; None where that is a line of running text."""
    head = _head_gutter(lines[at : at + (_HEAD_LINES if first_page and at == 0 else _LATER_HEAD_LINES)], margins)
    if head is not None and (band := _grow(lines, at, head, margins, "head")) is not None:
        return band
    line = lines[at]
    if _is_tail(line, lines[at + 1 :], margins):
        gutter = _tail_gutter(lines, at, margins)
        if gutter is not None:
            return _grow(lines, at, gutter, margins, "tail")
    gap = widest_gap(line, margins)
    if gap is not None and gap[1] - gap[0] >= _WIDE_GUTTER:
        band = _grow(lines, at, gap, margins, "columns")
        if band is not None and _is_running(band, margins):
            return band
        if gap[1] - gap[0] >= _PAIR_GAP * line.size:
            return _grow(lines, at, gap, margins, "tail" if _two_sign(line, gap[1]) else "pair")
    return None


def go_on_with_tail(lines: Sequence[Line], before: Band, margins: Margins) -> Band | None:
    """What goes on at the head of a page of the end of a document, ``before``: recipients, or the name of who signs."""
    if not lines:
        return None
    low = max((line.right for line in before.left), default=margins.left)
    high = min((line.left for line in before.right), default=margins.right)
    first = _part(lines[0], low, high)
    text = lines[0].text
    is_name = lines[0].left >= high - _NAME_ASIDE and _NAME.fullmatch(text) is not None
    if (
        first is None
        or _OUTSIDE.match(text)
        or not (text.startswith(("-", "–", "+")) or (first[0] is None and is_name))
    ):
        return None
    return _grow(lines, 0, (low, high), margins, "tail", open_columns=True)


def widest_gap(line: Line, margins: Margins) -> tuple[float, float] | None:
    """The widest gap between two words of a line in the middle part of the column."""
    width = margins.right - margins.left
    low, high = margins.left + 0.15 * width, margins.left + 0.85 * width
    best: tuple[float, float] | None = None
    reach = line.words[0].right
    for word in line.words[1:]:
        if word.left > reach and low <= (reach + word.left) / 2 <= high:
            gap = (reach, word.left)
            if best is None or gap[1] - gap[0] > best[1] - best[0]:
                best = gap
        reach = max(reach, word.right)
    return best


def _head_gutter(lines: Sequence[Line], margins: Margins) -> tuple[float, float] | None:
    """The room left of the motto or the date, for a letterhead in ``lines``."""
    width = margins.right - margins.left
    for line in lines:
        if not (_MOTTO.search(line.text) or _DATED.search(line.text)):
            continue
        reach = line.words[0].right
        for index, word in enumerate(line.words):
            if index and not is_apart(line.words[index - 1], word):
                continue
            text = _from(line, index)
            if _is_motto(text) and word.left > margins.left + 0.2 * width:
                return (reach if index else margins.left + 0.1 * width), word.left
            if index and _DATED.match(text) and word.left - reach >= _CLOSE * line.size:
                return reach, word.left
            reach = max(reach, word.right)
    return None


def _is_motto(text: str) -> bool:
    return bool(_MOTTO.match(text))


def _is_tail(line: Line, below: Sequence[Line], margins: Margins) -> bool:
    """Whether a line begins the end of a document: recipients at the left, or who signs at the right."""
    text = line.text
    if _RECIPIENTS.match(text):
        return True
    if line.left > margins.left + 0.3 * (margins.right - margins.left):
        signs = bool(_AUTHORITY.match(text) or _POST.match(text)) and text.isupper()
        return signs and any(_RECIPIENTS.match(one.text) for one in below[:5])
    return False


def _two_sign(line: Line, edge: float) -> bool:
    """Whether two bodies sign side by side."""
    sides = [words_text(one) for one in _halves(line, edge) if one]
    return len(sides) == 2 and all(text.isupper() and (_AUTHORITY.match(text) or _POST.match(text)) for text in sides)


def _halves(line: Line, edge: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    cut = next(index for index, word in enumerate(line.words) if word.left >= edge)
    return line.words[:cut], line.words[cut:]


def _tail_gutter(lines: Sequence[Line], at: int, margins: Margins) -> tuple[float, float] | None:
    """The room between recipients and signature: some line below holds both, or they stand one beside the other."""
    for line in lines[at : at + 12]:
        gap = widest_gap(line, margins)
        if gap is not None and gap[1] - gap[0] >= 0.9 * line.size and _signs(line, gap[0]):
            return gap
    right = [one for one in lines[at : at + 12] if one.left > margins.left + 0.4 * (margins.right - margins.left)]
    left = [one for one in lines[at : at + 12] if one.right < margins.left + 0.6 * (margins.right - margins.left)]
    if not right or not left:
        return None
    edge, reach = min(one.left for one in right), max(one.right for one in left)
    return (reach, edge) if edge - reach >= _GUTTER else None


def _signs(line: Line, gutter: float) -> bool:
    """Whether what stands right of ``gutter`` may belong to a signature: capitals, or short."""
    words = [word for word in line.words if word.left >= gutter]
    text = words_text(words) if words else ""
    return text.isupper() or (0 < len(text) <= 45)


def _grow(
    lines: Sequence[Line],
    at: int,
    gutter: tuple[float, float],
    margins: Margins,
    kind: Kind,
    *,
    open_columns: bool = False,
) -> Band | None:
    """The band from line ``at`` on: down to the first line that crosses the gutter, or belongs to neither column."""
    low, high = gutter
    left: list[Line] = []
    right: list[Line] = []
    both = 0
    index = at
    while index < len(lines):
        line = lines[index]
        parted = _part(line, low, high)
        if parted is None or (index > at and _ends(kind, line, parted, left, right, lines[index - 1], margins)):
            break
        one, other = parted
        if one is not None:
            left.append(one)
            low = max(low, one.right)
        if other is not None:
            right.append(other)
            high = min(high, other.left)
        both += one is not None and other is not None
        index += 1
    if open_columns and (left or right):
        return Band(kind, tuple(left), tuple(right), index - at)
    if not left or not right or (kind == "columns" and both < _COLUMN_LINES) or (kind == "pair" and both < _PAIRS):
        return None
    return Band(kind, tuple(left), tuple(right), index - at)


def _part(line: Line, low: float, high: float) -> tuple[Line | None, Line | None] | None:
    """The parts of a line left and right of the gutter; None where a word stands across it."""
    reach = float("-inf")
    best, cut = _GUTTER, -1
    for index, word in enumerate((*line.words, None)):
        edge = float("inf") if word is None else word.left
        inner = word is not None and index > 0
        if not inner or edge - reach >= _CLOSE * line.size or _is_motto(_from(line, index)):
            room = min(edge, high) - max(reach, low)
            if room >= best:
                best, cut = room, index
        if word is not None:
            reach = max(reach, word.right)
    if cut < 0:
        return None
    one, other = line.words[:cut], line.words[cut:]
    return make_line(one) if one else None, make_line(other) if other else None


def _from(line: Line, index: int) -> str:
    return words_text(line.words[index:])


def _ends(
    kind: Kind,
    line: Line,
    parted: tuple[Line | None, Line | None],
    left: Sequence[Line],
    right: Sequence[Line],
    above: Line,
    margins: Margins,
) -> bool:
    """Whether ``line`` stands outside the columns: far below them, or in the middle of the page."""
    room = line.baseline - above.baseline
    if room > (_SIGNED_GAP if kind == "tail" else _TALL_GAP) * max(line.size, above.size) * 1.2:
        return True
    one, other = parted
    if one is not None and other is not None:
        return False
    if kind == "pair":
        return True
    if kind == "tail":
        filed = other is None and left and _FILED.match(left[-1].text) and left[-1].text.endswith((".", ";"))
        return bool(_OUTSIDE.match(line.text) or (filed and line.text[0] not in "-–+" and not line.text[0].islower()))
    if kind == "columns":
        return False
    own = left if one is not None else right
    if not own or (abs(line.left - own[-1].left) <= _SAME_LEFT and room <= _WRAPPED * line.size):
        return False
    away = abs(line.centre - sum(part.centre for part in own) / len(own))
    return abs(line.centre - margins.centre) < min(away, 2 * line.size)


def _is_running(band: Band, margins: Margins) -> bool:
    """Whether both columns hold running text: most of their lines are about as wide as the column."""
    for column in (band.left, band.right):
        width = max(line.right for line in column) - min(line.left for line in column)
        full = sum(line.width > 0.8 * width for line in column)
        if width < _COLUMN_SHARE * (margins.right - margins.left) or full * 2 < len(column):
            return False
    return True
