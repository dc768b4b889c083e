"""Slips in words in capitals (lỗi gõ trong tiêu đề): 'CỘNG HOA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'THÀNH PHỒ', 'DÂN VÂN'.

Headings and letterheads hold names, which may have any syllable. A slip is told by a formula whose other syllables all
stand there, or by the one common word that it is made of, where no name can stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tongket.checking.wording.spelling_nonwords import Slip, heard_alike
from tongket.vietnamese.syllables import is_of_one_letter, is_struck, slips
from tongket.vietnamese.words import Words, bare_letters, formulas, headings, printed

_NONE: frozenset[str] = frozenset()
_SHORTEST = 3  # syllables of a formula
_LONG = 4  # those from which its others tell a syllable whatever it is
# What a name follows, up to the end of the line.
_NAMED_WORDS = (
    "xã phường huyện tỉnh quận thôn ấp bản buôn làng phố trấn tổ khu xóm đường trường thcs thpt tiểu mầm ti hồ sông "
    "đền chùa đình cầu núi suối đảo chợ ông bà anh chị em liệt giáo dự án họ dòng tên"
)
_NAMED = frozenset(_NAMED_WORDS.split(" "))
_SURNAME_WORDS = "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh đoàn trương lương mai"
_SURNAMES = frozenset(_SURNAME_WORDS.split(" "))
_HEADS = frozenset({"PHỐ", "TRẤN"})  # 'THÀNH PHỒ', which a name follows
_PERSON = 4  # syllables of a name of a person


def slips_in_capitals(shown: Sequence[str], words: Sequence[str], held: Sequence[int], table: Words) -> Iterator[Slip]:
    """Slips in one run that is in capitals; ``held``: whether each word makes a known one with the word before it.

    Not flagged: syllables of names: behind the word of a unit, a school, a firm; names of persons.
    """
    if not (len(words) > 1 and shown[0].isupper() and shown[1].isupper()) or _is_of_person(words):
        return
    told: set[int] = set()
    for at, right, size in _in_formulas(shown, words, held):
        fits = (
            held[at] + held[at + 1]
        )  # of its two neighbours: 'PHÁT TRIỂN CÔNG NGHIỆP' beside 'phát triển nông nghiệp'
        if at not in told and not (fits and (size <= _LONG or fits > 1)):
            told.add(at)
            yield _as_word(at, right, words, table)
    named = False
    for at, word in enumerate(words[:-1]):
        named = named or (at > 0 and words[at - 1] in _NAMED)
        if named or {at, at + 1} & told or held[at] or held[at + 1] or held[at + 2]:
            continue
        if not (shown[at].isupper() and shown[at + 1].isupper()) or min(len(word), len(words[at + 1])) < _TWO:
            continue
        found = _of_common(at, words, table)
        if found is not None and (_is_closed(at, words, held, table) or found.right in _HEADS):
            told |= {found.first, found.last}
            yield found


_TWO = 2  # letters of a syllable that is no mark and no half of an abbreviation


def _as_word(at: int, right: str, words: Sequence[str], table: Words) -> Slip:
    """``right``, with the syllable beside that it makes a word with where that would be told to stand alone."""
    if at and words[at - 1] in table.halves and f"{words[at - 1]} {right}" in table.known:
        return Slip(at - 1, at, printed(f"{words[at - 1]} {right}").upper())
    if at + 1 < len(words) and words[at + 1] in table.halves and f"{right} {words[at + 1]}" in table.known:
        return Slip(at, at + 1, printed(f"{right} {words[at + 1]}").upper())
    return Slip(at, at, printed(right).upper())


def _is_of_person(words: Sequence[str]) -> bool:
    return words[0] in _SURNAMES and len(words) <= _PERSON


def _is_closed(at: int, words: Sequence[str], held: Sequence[int], table: Words) -> bool:
    """Whether what stands before and behind the pair at ``at`` belongs to words of its own, and one of both stands
    there.
    """
    before = at == 0 or held[at - 1] or words[at - 1] in table.grammar
    behind = at + 2 == len(words) or (at + 3 < len(held) and held[at + 3]) or words[at + 2] in table.grammar
    return bool(before and behind) and len(words) > _TWO


def _of_common(at: int, words: Sequence[str], table: Words) -> Slip | None:
    """The one common word that a slip made the pair of."""
    a, b = words[at], words[at + 1]
    if a in table.grammar or b in table.grammar:
        return None
    meant = [(at, one) for one in slips(a) & table.firsts.get(b, _NONE) if f"{one} {b}" in table.common]
    meant += [(at + 1, one) for one in slips(b) & table.seconds.get(a, _NONE) if f"{a} {one}" in table.common]
    return _as_word(*meant[0], words, table) if len(meant) == 1 else None


def _in_formulas(shown: Sequence[str], words: Sequence[str], held: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Each place where a formula has another syllable and all its others stand here, that syllable, and the size.

    Not where what stands there ends the word before the formula, or begins the one behind it: 'CÔNG BỐ THỦ TỤC'.
    """
    table, size = _formulas(), len(words)
    for start in range(size - 1):
        for step in (1, 2):
            for place, formula in table.get((step, *words[start : start + step + 1 : step]), ()):
                first = start - place
                if first < 0 or first + len(formula) > size:
                    continue
                here = words[first : first + len(formula)]
                wrong = [at for at, (one, other) in enumerate(zip(here, formula, strict=True)) if one != other]
                if len(wrong) != 1 or not all(map(str.isupper, shown[first : first + len(formula)])):
                    continue
                at = first + wrong[0]
                if (wrong[0] == 0 and held[at]) or (wrong[0] + 1 == len(formula) and held[at + 1]):
                    continue
                if _is_slip(here[wrong[0]], formula[wrong[0]], len(formula)):
                    yield at, formula[wrong[0]], len(formula)


def _is_slip(word: str, right: str, size: int) -> bool:
    if (
        right in slips(word)
        or right in heard_alike(word)
        or (size > _LONG and bare_letters(right) == bare_letters(word))
    ):
        return True
    return size >= _LONG and (is_of_one_letter(right, word) or is_struck(right, word) or word in slips(right))


_Places = tuple[tuple[int, tuple[str, ...]], ...]


@cache
def _formulas() -> Mapping[tuple[int | str, ...], _Places]:
    """Formulas by two syllables of them, and how far these stand apart: the first two, the last two, and of three the
    first and last; a slip spoils no more than all but one of these pairs.
    """
    table: dict[tuple[int | str, ...], dict[tuple[int, tuple[str, ...]], None]] = {}
    for words in {*formulas(), *headings()}:
        pairs: list[tuple[int, tuple[int | str, ...]]] = [(0, (1, *words[:2])), (len(words) - 2, (1, *words[-2:]))]
        if len(words) == _SHORTEST:
            pairs.append((0, (2, words[0], words[2])))
        for place, pair in pairs:
            table.setdefault(pair, {})[place, words] = None
    return {pair: tuple(sorted(found)) for pair, found in table.items()}
