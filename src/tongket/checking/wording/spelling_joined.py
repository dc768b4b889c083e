"""Words that lost a blank at a capital or a letter of their font (dính chữ hoa, hỏng chữ): 'phườngLong Đức', 'Đảngvề',
'CẤPTIỂUHỌC', 'Xà HỘI', 'phía Đơng'.

What was typed is told by the letters themselves: no syllable has a capital inside, a small letter among capitals, or
the rhymes that the damage makes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.checking.wording.spelling_nonwords import Slip
from tongket.vietnamese.glued import cuts, is_known
from tongket.vietnamese.syllables import canonical, is_well_spelt
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.words import Words

_OFTEN = 2  # what a report says more often is its own word
_LONG = 5  # letters from which a word may be two
_SHORT = 2  # letters of a syllable that foreign words have, too
_AT_CAPITAL = re.compile(rf"(?P<one>[{SMALL}]{{2,}})(?P<other>[{CAPITALS}][{SMALL}]+)")
# Words of grammar with a mark, in which no name ends.
_BEHIND_NAMES = re.compile(
    rf"(?P<one>[{CAPITALS}][{SMALL}]+?)(?P<other>về|và|của|đã|được|với|tại|từ|đến|là|các|những|để|trên)"
)
_TILDE_LOST = re.compile(rf"[{CAPITALS}]+à[{CAPITALS}]*")  # programs make 'à' of the byte of 'Ã'
_RHYME = re.compile(r"[ơờớởỡợ](?<!ư.)(?=(?:ng|c)$)")  # of no syllable
_VOWELS = "ơờớởỡợ"
_MEANT = (dict(zip(_VOWELS, "ôồốổỗộ", strict=True)), {one: f"ư{one}" for one in _VOWELS})


def find_joined(shown: Sequence[str], words: Sequence[str], lexicon: Words, strange: Counter[str]) -> Iterator[Slip]:
    """Two words without a blank at a capital, and capitals without blanks, in one run that holds words of ``strange``,
    which no table holds; rhymes that the language has not, where the right one makes a word with a neighbour.

    Not flagged: what stands more than twice (but for such rhymes); what may be a name as it stands.
    """
    for i, word in enumerate(words):
        if word not in strange:
            continue
        if (whole := _of_rhyme(i, shown, words, lexicon)) is not None:
            yield Slip(i, i, whole)
        elif strange[word] <= _OFTEN and len(word) >= _LONG and not is_well_spelt(word):
            if shown[i].isupper():
                apart = _in_capitals(i, shown, words, lexicon)
            else:
                apart = _at_capital(shown[i], lexicon) or _in_small_letters(shown[i], lexicon)
                apart = apart or _behind_a_name(shown[i], words[i + 1 : i + 2], lexicon)
            if apart:
                yield Slip(i, i, apart)


def _at_capital(here: str, lexicon: Words) -> str:
    """'phườngLong' as 'phường Long', 'Đảngvề' as 'Đảng về'; "" for what may be no two words."""
    found = _AT_CAPITAL.fullmatch(here)
    if found is not None:
        one = canonical(found["one"])
        fits = one in lexicon.all and (not one.isascii() or one in lexicon.grammar)
        return f"{found['one']} {found['other']}" if fits and is_well_spelt(canonical(found["other"])) else ""
    found = _BEHIND_NAMES.fullmatch(here)
    if found is None or found["one"].isascii() or not is_well_spelt(found["one"].lower()):
        return ""
    return f"{found['one']} {found['other']}"


def _behind_a_name(here: str, behind: Sequence[str], lexicon: Words) -> str:
    """'Sơnbiểu' before 'dương' as 'Sơn biểu': a syllable with a capital, and the first half of a word that goes on."""
    if not behind or not here[1:].islower() or not here[0].isupper():
        return ""
    for at in range(_SHORT, len(here) - 1):
        one, other = here[:at], canonical(here[at:])
        if not other.isascii() and f"{other} {behind[0]}" in lexicon.known and is_well_spelt(one.lower()):
            return f"{one} {here[at:]}"
    return ""


def _in_small_letters(here: str, lexicon: Words) -> str:
    """'lớpvới' as 'lớp với', 'Trongnăm' as 'Trong năm', where every syllable is one of official prose, one of them a
    word of grammar or none of two letters, as foreign words have them ('bôxít'); behind a capital, which may be that of
    a name, a word of grammar has to stand.
    """
    if here.isascii() or not here[1:].islower():
        return ""
    places = (0, *cuts(here), len(here))
    pieces = [here[start:end] for start, end in pairwise(places)]
    if len(pieces) < 2 or not all(len(piece) > 1 and is_known(piece) for piece in pieces):
        return ""
    of_grammar = [canonical(piece.lower()) in lexicon.grammar for piece in pieces]
    sure = of_grammar[0] if here[0].isupper() else any(of_grammar) or min(map(len, pieces)) > _SHORT
    return " ".join(pieces) if sure else ""


def _in_capitals(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> str:
    """'CẤPTIỂUHỌC' as 'CẤP TIỂU HỌC', where two of the syllables make a word, or one with its neighbour; else ""."""
    here = shown[i]
    places = (0, *cuts(here), len(here))
    pieces = [here[start:end] for start, end in pairwise(places)]
    if here.isascii() or len(pieces) < 2 or any(len(piece) < 2 for piece in pieces):
        return ""
    beside = [*words[max(i - 1, 0) : i], *(canonical(piece.lower()) for piece in pieces), *words[i + 1 : i + 2]]
    return " ".join(pieces) if any(f"{one} {other}" in lexicon.known for one, other in pairwise(beside)) else ""


def _of_rhyme(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> str | None:
    """'Đông' of 'Đơng', 'Phương' of 'Phơng', where a capital keeps it out of the words that no table holds."""
    found = _RHYME.search(words[i]) if shown[i].istitle() else None
    if found is None:
        return None
    made = [words[i][: found.start()] + table[found[0]] + words[i][found.end() :] for table in _MEANT]
    fitting = [one for one in made if _is_beside(one, i, words, lexicon)]
    return fitting[0].capitalize() if len(fitting) == 1 else None


def _is_beside(word: str, i: int, words: Sequence[str], lexicon: Words) -> bool:
    """Whether ``word`` in the place ``i`` makes a word with a neighbour."""
    before, behind = words[max(i - 1, 0) : i], words[i + 1 : i + 2]
    return any(f"{one} {word}" in lexicon.known for one in before) or any(
        f"{word} {one}" in lexicon.known for one in behind
    )


def find_lost_tildes(shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Iterator[Slip]:
    """'Xà HỘI' for 'XÃ HỘI', 'LàNH ĐẠO' for 'LÃNH ĐẠO': one small letter among capitals, where 'Ã' alone makes a word.

    Not flagged: names ('Hà NỘI'), which are other words with 'Ã'.
    """
    for i, here in enumerate(shown):
        if "à" not in here or not _TILDE_LOST.fullmatch(here) or not any(map(str.isupper, shown[i + 1 : i + 2])):
            continue
        right = here.replace("à", "Ã")
        meant = right == "XÃ" or _is_beside(canonical(right.lower()), i, words, lexicon)
        if meant and not _is_beside(words[i], i, words, lexicon):
            yield Slip(i, i, right)
