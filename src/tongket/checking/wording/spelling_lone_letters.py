"""Words of which letters are left (từ mất chữ): 'mô ả' for 'mô tả', 'hoàn th nh' for 'hoàn thành', 'cấp u nước'."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import Words, lexicon, printed

_WORD, _ROW = 2, 4  # letters of a word; words from which a run is no row of letters or of a table
_VOWELS = frozenset("aeiouy")
_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def lone_letters(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A vowel with a tone that is no word, and makes with a neighbour but one common word, of which it is the end.

    Not flagged: vowels that are words ('ở', 'ồ'), capitals, rows of single letters, what begins a
    run, where dirt may stand before it.
    """
    letters = _vowels()
    for run in runs:
        shown, words = run.shown, run.words
        if len(shown) < _ROW or letters.isdisjoint(shown):
            continue
        for i in [i for i, word in enumerate(shown) if i and word in letters]:
            before, behind = (words[at] if 0 <= at < len(words) else "" for at in (i - 1, i + 1))
            right = _meant(before, words[i], behind, table)
            if right and all(map(str.islower, shown[i + 1 : i + 2])):
                first = i - 1 if right.startswith(f"{before} ") else i
                meant = printed(right)
                facts = {"here": f"{shown[first]} {shown[first + 1]}"}
                facts["right"] = meant.capitalize() if shown[first][0].isupper() else meant
                yield Finding("spelling", "warning", run.span(first, first + 1), "slip", facts)


_LOST = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵcghmnpt"
_PIECE = 4  # letters of a piece
_MOST = 300  # pieces that are looked at


def torn_syllables(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A syllable one letter of which became a blank, where it makes but one common word with a neighbour: 'hoàn th nh'.

    One of the pieces is no word of the tables. A text with hundreds of such is in another language, or badly read.
    """
    left = _MOST
    for run in runs:
        if len(run.shown) < _ROW or table.all.issuperset(run.words):
            continue
        for i in range(len(run.words) - 1):
            one, other = run.words[i : i + 2]
            if (one in table.all and other in table.all) or len(one) > _PIECE or len(other) > _PIECE:
                continue
            if not (run.shown[i].islower() and run.shown[i + 1].islower()):
                continue
            left -= 1
            if left < 0:
                return
            beside = run.words[i - 1] if i else "", " ".join(run.words[i + 2 : i + 3])
            meant = {pair for lost in _LOST for pair in _beside(canonical(one + lost + other), *beside)} & table.common
            if len(meant) == 1:
                first = i - 1 if next(iter(meant)).startswith(f"{beside[0]} ") else i
                facts = {"here": " ".join(run.shown[first : first + 3]), "right": printed(next(iter(meant)))}
                if run.shown[first][0].isupper():
                    facts["right"] = facts["right"].capitalize()
                yield Finding("spelling", "warning", run.span(first, first + 2), "slip", facts)


def _beside(syllable: str, before: str, behind: str) -> tuple[str, str]:
    return f"{before} {syllable}", f"{syllable} {behind}"


_ALONE = frozenset("uơưâăê")  # what is no word, no symbol and no index
_LETTER_WORDS = "khối chữ vần âm điểm cột loại nhóm nguyên mục ý hàng ô tiết hình kiểu dạng gen cúm nốt trục và hoặc"
_OF_LETTERS = frozenset(_LETTER_WORDS.split(" "))


def vowels_alone(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A vowel that is left of a word between two words of small letters: 'hệ thống cấp u nước'.

    Not flagged: what is named by a letter ('khối u', 'điểm u'), rows of letters.
    """
    for run in runs:
        if len(run.shown) < _ROW or _ALONE.isdisjoint(run.shown):
            continue
        for i in [i for i, word in enumerate(run.shown[:-1]) if i and word in _ALONE]:
            beside = (run.shown[i - 1], run.shown[i + 1])
            whole = all(word.islower() and len(word) > 1 for word in beside) and table.all.issuperset(
                map(canonical, beside)
            )
            if whole and not (run.held[i] or run.held[i + 1]) and run.words[i - 1] not in _OF_LETTERS:
                facts = {"here": " ".join(run.shown[i - 1 : i + 2])}
                yield Finding("spelling", "warning", run.span(i - 1, i + 1), "alone", facts)


def _meant(before: str, vowel: str, behind: str, table: Words) -> str:
    """The one common word that the vowel and a neighbour are pieces of; "" where there is none, or several."""
    made = [f"{before} {one}" for one in table.seconds.get(before, ()) if len(before) >= _WORD and _ends(one, vowel)]
    made += [f"{one} {behind}" for one in table.firsts.get(behind, ()) if len(behind) >= _WORD and _ends(one, vowel)]
    found = [one for one in made if one in table.common]
    return found[0] if len(found) == 1 else ""


def _ends(word: str, vowel: str) -> bool:
    """Whether a word is the vowel behind its first sound."""
    return word != vowel and word.endswith(vowel) and _VOWELS.isdisjoint(unicodedata.normalize("NFD", word[:-1]))


@cache
def _vowels() -> frozenset[str]:
    """Vowels with a tone that are no words."""
    table = lexicon()
    made = (unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
    return frozenset(one for one in made if one not in table.alone and one not in table.grammar)
