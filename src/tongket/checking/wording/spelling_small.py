"""Words of grammar mistyped (hư từ gõ sai): 'đề vận động' for 'để vận động', 'quy định vế mức chi' for 'về mức chi'.

Each stands so often, and between so many words, that no neighbour holds it; the syllable that a slip makes of it tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from tongket.checking.wording.spelling_nonwords import Slip
from tongket.vietnamese.words import Words, mistaken

# Syllables that are words of their own, or belong to longer ones: told where a common word follows.
_SMALL_WORDS = {
    **dict.fromkeys(("đề", "đế", "dể", "đẻ"), "để"),
    **dict.fromkeys(("củ", "ủa", "cua"), "của"),
    **dict.fromkeys(("vá", "va"), "và"),
    **dict.fromkeys(("co", "cò", "cọ", "cớ"), "có"),
    **{"dược": "được", "bi": "bị", "sẻ": "sẽ", "dã": "đã", "tùng": "từng", "mọt": "một", "bàng": "bằng"},
    **{"la": "là", "tro": "cho", "trưa": "chưa", "lam": "làm", "rong": "trong", "cắp": "cấp", "cưa": "chưa"},
}
# What no report has outside a longer word: told wherever neither neighbour holds it.
_NEVER_ALONE = {
    **dict.fromkeys(("vế", "vể", "vê", "vè", "dề"), "về"),
    **dict.fromkeys(("vơi", "vói", "vời"), "với"),
    **{"củng": "cũng", "vẩn": "vẫn", "chong": "trong", "nhũng": "những", "nhửng": "những", "huyên": "huyện"},
    **{"đả": "đã", "đễ": "để", "dà": "và", "vạ": "và", "váo": "vào", "nài": "này", "lày": "này", "sụ": "sự"},
    **{"đước": "được", "hoắc": "hoặc", "chước": "trước"},
}
# Units behind 'nhân dân', 'địa bàn', 'UBND': 'Ủy ban nhân dân tinh', 'trên địa bàn tĩnh', 'HĐND xả'.
_UNITS = {
    **dict.fromkeys(("tinh", "tĩnh", "tính", "tình", "tịnh"), "tỉnh"),
    **dict.fromkeys(("xa", "xả", "xạ"), "xã"),
    **{"huyên": "huyện", "huyến": "huyện", "phương": "phường"},
}
_BEFORE_UNITS = frozenset({"nhân dân", "địa bàn"})
_BODIES = frozenset({"ubnd", "hđnd"})
SMALL = _SMALL_WORDS.keys() | _NEVER_ALONE.keys() | _UNITS.keys() | mistaken().keys()
_MEDICINE_WORDS = "ngành khoa y ti công nhà lĩnh vực trường học viên"
_OF_MEDICINE = frozenset(_MEDICINE_WORDS.split(" "))  # before 'dược'
# What tells that a syllable stands alone after all: 'vế chính', 'vơi đi', 'hai vế', 'cây đước'.
_BEHIND = {
    "vế": frozenset({"trái", "phải", "đối", "thứ", "trên", "dưới", "chính", "phụ", "trước", "sau", "đầu", "câu"}),
    "vơi": frozenset({"đi", "bớt", "dần", "cạn"}),
    "nài": frozenset({"voi", "ngựa"}),
}
_BEFORE_WORDS = "hai các mỗi một cây rừng trồng câu bài đầy tai quản gây mưu chèo hát nằn gieo đắp"
_BEFORE = frozenset(_BEFORE_WORDS.split(" "))
_JOINING = frozenset({"và", "với", "của", "cùng", "giữa", "cho", "do", "tại", "đến"})


def small_word(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """The word of grammar that syllable ``i``, which no neighbour holds, was meant to be.

    Not flagged: capitals, the first word of a run, what stands before a word of its own ('vế trái').
    """
    word = words[i]
    if len(word) < 2 or not i or i + 1 >= len(words) or not shown[i].islower():
        return None
    if word in _UNITS and (" ".join(words[max(i - 2, 0) : i]) in _BEFORE_UNITS or words[i - 1] in _BODIES):
        return Slip(i, i, _UNITS[word])
    if word in _NEVER_ALONE:
        own = words[i + 1] in _BEHIND.get(word, ()) or words[i - 1] in _BEFORE
        return None if own or len(words[i - 1]) < 2 else Slip(i, i, _NEVER_ALONE[word])
    if word in mistaken():
        right, company = mistaken()[word]
        beside = (words[i - 1], words[i + 1])
        told = company.isdisjoint(beside) and lexicon.all.issuperset(beside)
        if told and len(beside[0]) > 1 and not _is_told_as_pair(right, words[i + 1 : i + 3], lexicon):
            return Slip(i, i, right)
    if word in _UNITS or i + 2 >= len(words) or not shown[i + 1].islower():
        return None
    behind = f"{words[i + 1]} {words[i + 2]}"
    if behind not in lexicon.common or words[i + 1] in lexicon.grammar or word not in _SMALL_WORDS:
        return None
    if word == "tro" and words[i - 1] in _JOINING:
        return None
    small = _SMALL_WORDS[word]
    if word in ("dược", "bi") and (words[i - 1] in _OF_MEDICINE or f"{words[i - 1]} {small}" in lexicon.known):
        return None
    return Slip(i, i, small)


def _is_told_as_pair(right: str, behind: Sequence[str], lexicon: Words) -> bool:
    """Whether ``right`` makes a common word with what stands behind it, which makes none with the next."""
    return f"{right} {behind[0]}" in lexicon.common and " ".join(behind) not in lexicon.known
