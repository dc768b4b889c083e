"""Raised figures of a scan (chỉ số trên): note marks and the square of 'm²', found by their ink.

Recognition takes them for quotation marks, or drops them: 'khẩu1.' is read 'khẩu".', 'km2' 'km'. They are ink that has
paper around it, and paper below it down to the baseline, higher than a quotation mark and lower than a letter.
Lengths are parts of the size of the line's font, where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from tongket.files.scan.areas import areas_of
from tongket.files.scan.rules import Box
from tongket.files.scan.tesseract import Letter, SeenWord

ReadSigns = Callable[[Sequence[Box]], Sequence[str]]
_UPPER, _LOWER = (0.82, 0.26), (0.2, 0.0)  # above the baseline: where a raised figure has ink, and where it has none
_FOOT = 0.2  # above the baseline: no raised figure comes lower
_HIGH = (0.32, 0.53)  # quotation marks are lower, letters higher
_WIDE = (0.06, 0.36)  # of one figure
_NARROW = 0.45  # of its height: of figures only 1 is
_ADVANCE = 0.325  # of one figure, the paper at its sides with it: without that a thin 1 would seem to stand apart
_WIDEST = 0.8  # of all figures of a mark
_APART = 0.14  # the figures of one mark stand no further apart
_AFTER = 0.6  # a mark stands no further behind its word
_NEAR = 0.28  # and its ink is no further from it
_LOOKS = frozenset("\"'“”‘’`´*!?°º^ˆ¹²³0123456789()[]|~")  # what recognition makes of raised figures, words aside
_QUOTES = frozenset("\"'“”‘’`´")
_TALL = 1.3  # of a mark: quotation marks are lower than it, and the box of a mark taken for one is higher
_NO_ROOM = 0.12  # narrower paper holds no letter
_STOPS = frozenset(".,;:")  # the box of one may reach back over a mark that recognition did not see
_SQUARE = {"2": "²", "3": "³"}
_METRES = frozenset({"m", "km", "cm", "dm", "hm"})
_LEAST_SIZE = 12  # dots; smaller letters tell nothing
_SURE = 0.9  # of a raised figure that was read apart


def nothing_raised(boxes: Sequence[Box]) -> Sequence[str]:
    """What is read where nothing can be read: no figures."""
    return [""] * len(boxes)


@dataclass(frozen=True, slots=True)
class _Sign:
    """The ink of a raised mark beside or in the word of that index; ``is_seen``: recognition saw a lone sign there."""

    word: int
    box: Box
    is_seen: bool = False


def with_raised(
    words: Sequence[SeenWord], sizes: Mapping[int, float], ink: Image.Image, read: ReadSigns
) -> list[SeenWord]:
    """``words``, each raised mark a word of its own, 'm²' and 'km²' with their square.

    ``ink`` is the page; ``read`` tells the figures in some boxes of it, '' where there are none.
    """
    signs = [sign for at in range(len(words)) for sign in _signs_of(words, at, sizes[words[at].line], ink)]
    if not signs:
        return list(words)
    told = read([sign.box for sign in signs])
    marks: dict[int, list[tuple[Box, str]]] = {}
    for sign, seen in zip(signs, told, strict=True):
        text = seen or ("1" if sign.is_seen and _is_narrow(sign.box) else "")
        if text:
            marks.setdefault(sign.word, []).append((sign.box, text))
    found = []
    for at, word in enumerate(words):
        pieces = list(_parted(word, marks.get(at, []), sizes[word.line]))
        if pieces[-1].is_mark and _is_lone(words, at):  # a blank follows it, of whatever width: it is of this line
            near = words[at + 1].left - round(_NEAR * sizes[word.line])
            pieces[-1] = replace(pieces[-1], right=max(pieces[-1].right, near))
        found += pieces
    return found


def _signs_of(words: Sequence[SeenWord], at: int, size: float, ink: Image.Image) -> Iterator[_Sign]:
    """The raised marks in a word and up to the next one."""
    word = words[at]
    if _is_lone(words, at):
        inside = ink.crop((word.left, word.top, word.right, word.bottom)).getbbox() if size >= _LEAST_SIZE else None
        box = _figure(ink, word.left + inside[0], word.left + inside[2], word, size) if inside else None
        yield from [_Sign(at, box, is_seen=True)] if box else ()
        return
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].line == word.line else None
    end = word.right + round(_AFTER * size)
    if after is not None and after.left >= word.left:
        end = max(min(end, after.left), word.right)
    left, right = max(word.left, 0), min(end, ink.width)
    if right - left < 2 or size < _LEAST_SIZE:
        return
    high, low = (_rows(ink, left, right, word.baseline, size, band) for band in (_UPPER, _LOWER))
    boxes = [box for run in _free(high, low) if (box := _figure(ink, left + run[0], left + run[1], word, size))]
    for box in _grouped(boxes, size):
        near = any(letter.right + _NEAR * size >= box[0] for letter in word.letters if letter.left < box[0])
        if near and box[0] > word.left and _is_open(word, box) and box[2] - box[0] <= _WIDEST * size:
            yield _Sign(at, box)


def _is_narrow(box: Box) -> bool:
    """Whether ink is as narrow as of all figures only a 1 is: alone and faint, recognition may see nothing in it."""
    return box[2] - box[0] <= _NARROW * (box[3] - box[1])


def _is_lone(words: Sequence[SeenWord], at: int) -> bool:
    """Whether a sign stands by itself before the first word of a line: the mark of a note at the foot of the page."""
    word = words[at]
    if len(word.letters) > 2 or not all(one.text in _LOOKS and not one.text.isdigit() for one in word.letters):
        return False
    goes_on = at + 1 < len(words) and words[at + 1].line == word.line
    return goes_on and (at == 0 or words[at - 1].line != word.line)


def _rows(ink: Image.Image, left: int, right: int, base: float, size: float, band: tuple[float, float]) -> bytes:
    """The ink of each column between two heights above the baseline, as a mean."""
    top, bottom = max(0, round(base - band[0] * size)), min(ink.height, round(base - band[1] * size))
    if bottom <= top:
        return bytes(right - left)
    return ink.crop((left, top, right, bottom)).resize((right - left, 1), Image.Resampling.BOX).tobytes()


def _free(high: bytes, low: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of the columns with ink above and none below."""
    start = -1
    for column, (above, below) in enumerate(zip(high, low, strict=True)):
        if above and not below:
            start = column if start < 0 else start
        elif start >= 0:
            yield start, column
            start = -1
    if start >= 0:
        yield start, len(high)


def _figure(ink: Image.Image, left: int, right: int, word: SeenWord, size: float) -> Box | None:
    """The box of the ink of some columns, if it has the height and width of a raised figure and stands by itself."""
    if right - left < _WIDE[0] * size:
        return None
    beside = round(0.04 * size) + 1
    base = word.baseline
    box = max(0, left - beside), max(0, round(base - 0.95 * size)), right + beside, round(base - 0.04 * size)
    middle = (left + right) / 2 - box[0]
    for area in areas_of(ink.crop(box)):
        if not area.left <= middle < area.right or area.height < _HIGH[0] * size:
            continue
        found = box[0] + area.left, box[1] + area.top, box[0] + area.right, box[1] + area.bottom
        is_whole = area.left > 0 and area.top > 0 and area.right < box[2] - box[0]
        is_raised = found[3] <= base - _FOOT * size and area.height <= _HIGH[1] * size
        return found if is_whole and is_raised and area.width <= _WIDE[1] * size else None
    return None


def _grouped(boxes: Sequence[Box], size: float) -> list[Box]:
    """Figures that stand beside each other as one: '12'."""
    found: list[Box] = []
    for box in boxes:
        last = found[-1] if found else None
        if last and box[0] - last[2] <= _APART * size:
            found[-1] = last[0], min(last[1], box[1]), box[2], max(last[3], box[3])
        else:
            found.append(box)
    return found


def _is_open(word: SeenWord, box: Box) -> bool:
    """Whether recognition saw nothing there, or what it may make of a raised figure; '%' has such ink, too."""
    return all(letter.text in _LOOKS for letter in _letters_at(word, box))


def _letters_at(word: SeenWord, box: Box) -> list[Letter]:
    """The letters of ``word`` whose middles lie within ``box``, stops aside."""
    within = (one for one in word.letters if box[0] <= (one.left + one.right) / 2 <= box[2])
    return [letter for letter in within if letter.text not in _STOPS]


def _parted(word: SeenWord, marks: Sequence[tuple[Box, str]], size: float) -> Iterator[SeenWord]:
    """``word`` with its marks as words of their own; a square stays with its metre."""
    rest = word
    for box, text in marks:
        taken = _letters_at(rest, box)
        before = tuple(one for one in rest.letters if one not in taken and (one.left + one.right) / 2 < box[0])
        behind = tuple(one for one in rest.letters if one not in taken and one not in before)
        if before and _is_mark_beside(before, box, size):
            before = before[:-1]
        figure = Letter(text, *box, _SURE)
        stem = "".join(one.text for one in before)
        if text in _SQUARE and _unit(stem) in _METRES:
            rest = replace(rest, letters=(*before, replace(figure, text=_SQUARE[text]), *behind))
            continue
        aside = max(0, round((_ADVANCE * len(text) * size - (box[2] - box[0])) / 2))
        if before:  # the mark follows it without a blank, however far the boxes of its letters reach
            yield replace(rest, right=box[0] - aside, letters=before)
        yield replace(
            rest,
            left=box[0] - aside,
            top=box[1],
            right=box[2] + aside,
            bottom=box[3],
            baseline=float(box[3]),
            confidence=_SURE,
            letters=(figure,),
            is_mark=True,
        )
        if not behind:
            return
        rest = replace(rest, left=min(max(box[2], behind[0].left), rest.right), letters=behind)
    yield rest


def _is_mark_beside(before: Sequence[Letter], box: Box, size: float) -> bool:
    """Whether the last letter before a mark is the mark itself, seen beside it: 'km°', 'km)' or 'km3' for 'km²'.

    A quotation mark is too high to be one, another sign has no room between the letter before it and the mark.
    """
    last = before[-1]
    if last.text in _QUOTES and _height(last) > _TALL * (box[3] - box[1]):
        return True
    return last.text in _LOOKS and len(before) > 1 and box[0] - before[-2].right <= _NO_ROOM * size


def _height(letter: Letter) -> int:
    return letter.bottom - letter.top


def _unit(stem: str) -> str:
    """The letters at the end of ``stem``: 'm' of '120m'."""
    return stem[len(stem.rstrip("abcdefghijklmnopqrstuvwxyz")) :]
