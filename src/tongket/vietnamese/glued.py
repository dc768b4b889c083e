"""Letters without blanks as the syllables that they are (tách âm tiết): 'hồsơ' is 'hồ' and 'sơ'.

Vietnamese is written in syllables of a strict form, so letters run together can mostly be parted in but one way; where
there are two, the words of official prose decide: 'từngày' is 'từ ngày', because 'ày' is no word.
"""

from __future__ import annotations

from functools import lru_cache

from tongket.vietnamese.syllables import canonical, is_well_spelt
from tongket.vietnamese.words import is_word, lexicon

TONED = "àằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"


def is_known(syllable: str) -> bool:
    """Whether the words of official prose have ``syllable`` (NFC, small, all capital, or with one capital first)."""
    return is_well_spelt(syllable) and canonical(syllable) in lexicon().all


@lru_cache(maxsize=16384)
def cuts(word: str) -> tuple[int, ...]:
    """Where the second and every further syllable of ``word`` begins: 'hồsơ' -> (2,); () for what is one, or no word.

    Behind a vowel with a tone and before a capital a blank is lost most easily: elsewhere every piece has to be known.
    """
    if is_well_spelt(word):
        return ()
    pieces = pieces_of(word)
    if len(pieces) < 2 or (word.isupper() and not all(is_known(piece) for piece in pieces)):
        return ()
    at, found, is_sure = 0, [], True
    for piece in pieces:
        if at:
            found.append(at)
            is_sure = is_sure and (word[at - 1].lower() in TONED or (piece[0].isupper() and word[at - 1].islower()))
        at += len(piece)
    if is_sure or all(len(piece) > 1 and (piece.isupper() or is_known(piece)) for piece in pieces):
        return tuple(found)
    return ()


_LONGEST = 12  # letters of an abbreviation
_KNOWN, _SHORT, _POSSIBLE, _ABBREVIATION, _OF_A_WORD, _NEVER = 4, 7, 12, 7, 2, 1000


def pieces_of(letters: str) -> tuple[str, ...]:
    """``letters`` as syllables and abbreviations, the likeliest way; () where there is none."""
    best: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {(0, 0): (0, ())}
    for start in range(len(letters)):
        here = [best[before, start] for before in range(max(0, start - _LONGEST), start + 1) if (before, start) in best]
        for end in range(start + 1, min(len(letters), start + _LONGEST) + 1 if here else 0):
            piece = letters[start:end]
            price = _price(piece, letters[start - 1 : start], letters[end : end + 2])
            if price == _NEVER:
                continue
            for cost, pieces in here:
                whole = cost + price - (_OF_A_WORD if pieces and is_word(pieces[-1], piece) else 0)
                if (start, end) not in best or whole < best[start, end][0]:
                    best[start, end] = (whole, (*pieces, piece))
    ways = [way for (_, end), way in best.items() if end == len(letters)]
    return min(ways)[1] if ways else ()


def _price(piece: str, before: str, behind: str) -> int:
    """How unlikely ``piece`` is, between the letters ``before`` and ``behind``."""
    if piece.isupper() and len(piece) > 1 and not any(char in TONED for char in piece.lower()):
        whole = not before.isupper() and (not behind[:1].isupper() or behind[1:].islower())
        if whole and not is_known(piece):
            return _ABBREVIATION
    if len(piece) > 7 or not is_well_spelt(piece):
        return _NEVER
    if is_known(piece):
        return _SHORT if len(piece) == 1 else _KNOWN
    return _POSSIBLE if len(piece) > 1 else _NEVER
