"""Words of grammar mistyped (hư từ gõ sai): 'đề vận động' for 'để vận động', 'quy định vế mức chi' for 'về mức chi'.

Each stands so often, and between so many words, that no neighbour holds it; the syllable that a slip makes of it tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tongket.checking.wording.spelling_nonwords import Slip
from tongket.registry.units import load_units
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
_DIRECTIONS = frozenset({"đông", "tây", "nam", "bắc"})  # 'phương Tây' is no ward
# 'của' before the name of a body or an act: 'ngày 28 tháng 12 năm 2018 cửa Bộ Tài chính'.
_OF = frozenset({"cửa", "củ", "cua", "ủa", "cùa", "cũa"})
_OWNER_WORDS = "Bộ Sở UBND HĐND Ủy Uỷ Hội Chính Thủ Ban Đảng Quốc Tỉnh Huyện Thành Luật Nghị Chủ Thông Quyết"
_OWNERS = frozenset(_OWNER_WORDS.split(" "))
_BEFORE_UNITS = frozenset({"nhân dân", "địa bàn", "công an", "quân sự"})
_BODIES = frozenset({"ubnd", "hđnd"})
SMALL = _SMALL_WORDS.keys() | _NEVER_ALONE.keys() | _UNITS.keys() | mistaken().keys() | _OF
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

    Not flagged: capitals, but for the one that opens a sentence; what stands before a word of its own ('vế trái').
    """
    word = words[i]
    if len(word) < 2 or i + 1 >= len(words):
        return None
    if not i:
        return _first_word(shown, words, lexicon)
    if not shown[i].islower():
        return None
    if word in _UNITS and (" ".join(words[max(i - 2, 0) : i]) in _BEFORE_UNITS or words[i - 1] in _BODIES):
        return Slip(i, i, _UNITS[word])
    named = _before_a_name(i, shown, words)
    if named:
        return Slip(i, i, named)
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


def _before_a_name(i: int, shown: Sequence[str], words: Sequence[str]) -> str | None:
    """'phường' for 'phương Hòa Bình', 'tỉnh' for 'tính Hòa Bình', 'của' for 'cửa Bộ Tài chính'."""
    word, names = words[i], shown[i + 1 : i + 3]
    if word in _OF and names[0] in _OWNERS:
        return "của"
    if word not in _UNITS or word in _FAR or len(names) < _OF_NAME or not all(map(str.istitle, names)):
        return None
    return None if words[i + 1] in _DIRECTIONS else _UNITS[word]


_OF_NAME = 2  # syllables of a name
_FAR = frozenset({"xa", "xả", "xạ"})  # 'ở xa Hà Nội', 'kênh xả Yên Sở'


def _first_word(shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """The same of the first word of a sentence, or behind a mark or a number, where what follows alone can tell: 'Nhũng
    biện pháp', 'ngày 12/5 vê việc dừng vận hành'.
    """
    word = words[0]
    if not (shown[0].islower() or shown[0][1:].islower()) or not shown[1].islower():
        return _of_owner(shown, words) or _of_province(shown, words)
    if words[1] == "việc" and _NEVER_ALONE.get(word) == "về":
        return Slip(0, 0, "về")
    leads = words[1] in _LEADING and " ".join(words[2:4]) in lexicon.common
    if not (leads or " ".join(words[1:3]) in lexicon.common) or words[1] in _BEHIND.get(word, ()):
        return None
    if word in _NEVER_ALONE:
        return Slip(0, 0, _NEVER_ALONE[word])
    if word in mistaken():
        right, company = mistaken()[word]
        return None if company.intersection(words[1:3]) else Slip(0, 0, right)
    if word in _SMALL_WORDS and word not in _TRADES and (leads or words[1] not in lexicon.grammar):
        return Slip(0, 0, _SMALL_WORDS[word])
    return None


_LEADING = frozenset({"sự", "việc", "các", "những"})
_TRADES = frozenset({"đề", "co", "cò", "cọ", "la", "tro", "trưa", "đẻ", "đế", "củ", "cua", "bàng", "sẻ"})


def _of_owner(shown: Sequence[str], words: Sequence[str]) -> Slip | None:
    return Slip(0, 0, "của") if words[0] in _OF and shown[0].islower() and shown[1] in _OWNERS else None


def _of_province(shown: Sequence[str], words: Sequence[str]) -> Slip | None:
    """'tỉnh' for 'tính' behind a comma, where only a province of the list can follow: 'TP. Hòa Bình, tính Hòa Bình'."""
    if _UNITS.get(words[0]) != "tỉnh" or not shown[0].islower() or not all(map(str.istitle, shown[1:3])):
        return None
    return Slip(0, 0, "tỉnh") if " ".join(shown[1:3]) in _provinces() else None


@cache
def _provinces() -> frozenset[str]:
    """The provinces of today and before."""
    return frozenset(unit.name for unit in load_units().children("vn"))


def _is_told_as_pair(right: str, behind: Sequence[str], lexicon: Words) -> bool:
    """Whether ``right`` makes a common word with what stands behind it, which makes none with the next."""
    return f"{right} {behind[0]}" in lexicon.common and " ".join(behind) not in lexicon.known
