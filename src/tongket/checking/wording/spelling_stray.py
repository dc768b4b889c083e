"""Syllables that no report has by themselves (âm tiết lạc): 'cán bộ vã người dân', 'đạt trê 90%'.

Each is one slip away from a word that every page has, and makes no word with what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tongket.checking.wording.spelling_nonwords import Slip, heard_alike, letters_changed
from tongket.vietnamese.syllables import is_struck, slips
from tongket.vietnamese.words import Words, printed, stray_table

# The words of every page, the most frequent first.
_FREQUENT_WORDS = (
    "và các của cho được với trong có là không những đã đến về theo để từ tại trên một này như khi người năm việc "
    "do vào cấp xã huyện tỉnh thôn phòng hội đảng hộ số ngày tháng khác còn ra bằng qua đạt tăng giảm phải sẽ đang "
    "cũng nhiều từng thuộc bộ sở ban ngành tổ dân đất nước thu chi vốn tiền thuế phí trường lớp nhà xe đường rừng "
    "loại khoản điểm điều mức phần chính thi học dạy đoàn viên tốt mới lớn cao sau trước dưới giữa"
)
_RANK = {word: rank for rank, word in enumerate(_FREQUENT_WORDS.split(" "))}
_SHORT = 2  # letters by which a syllable and its slip may not differ in length


def stray_syllables(shown: Sequence[str], words: Sequence[str], held: Sequence[int], lexicon: Words) -> Iterator[Slip]:
    """Slips in one run: a syllable of ``stray.txt``, held by nothing beside it, for the frequent word that one
    slip makes of it.

    Not flagged: what stands beside a name or a foreign word; what stands between two words that are not told without
    it, where it may be half of a word that the tables lack; a word of another matter beside one of these, or a mark.
    """
    stray, own = stray_table()
    if stray.isdisjoint(words):
        return
    for i in [i for i, word in enumerate(words) if word in stray]:
        word = words[i]
        if held[i] or held[i + 1] or not shown[i].islower():
            continue
        if not _is_between_words(i, shown, words, lexicon):
            continue
        right = _frequent(word)
        if right is None:
            continue
        first, last = not i, i + 1 == len(words)
        before = not first and (bool(held[i - 1]) or words[i - 1] in lexicon.grammar)
        behind = not last and (bool(held[i + 2]) or words[i + 1] in lexicon.grammar)
        if (before and behind) if word in own else (first or before or last or behind):
            yield Slip(i, i, printed(right))


def _is_between_words(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> bool:
    """Whether the words beside word ``i`` are Vietnamese, and no names."""
    beside = [at for at in (i - 1, i + 1) if 0 <= at < len(words)]
    if not beside or not lexicon.all.issuperset(words[at] for at in beside):
        return False
    small = all(shown[at].islower() or (at == 0 and shown[at].istitle()) for at in beside)
    return small and not "".join(words[at] for at in (*beside, i)).isascii()


@lru_cache(maxsize=2048)
def _frequent(word: str) -> str | None:
    """The most frequent word that the fewest changes make of ``word``, if one slip makes it."""
    near = slips(word) | heard_alike(word)
    found = [
        (letters_changed(word, right), rank, right)
        for right, rank in _RANK.items()
        if right in near or (abs(len(right) - len(word)) < _SHORT and is_struck(right, word))
    ]
    return min(found)[2] if found else None
