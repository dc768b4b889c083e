"""Names of bodies with a syllable left out, in the wrong place or twice (tên cơ quan gõ thiếu, đảo, lặp chữ): 'Ủy ban
dân xã', 'Mặt trận Tổ Việt Nam', 'Hội đồng dân nhân xã', 'Hội Hội Nông dân'.

Cases of ``spelling``, whose page stands with the slips. The names are those of the table of bodies, and beside them
those of the Constitution of 2013, of the laws on the organisation of local government, of courts and procuracies, and
of the statutes of the organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.registry.bodies import body_kinds
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import lexicon

_NAMES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "Mặt trận Tổ quốc Việt Nam",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Hội Liên hiệp Phụ nữ",
    "Hội Liên hiệp Thanh niên",
    "Hội Cựu chiến binh",
    "Hội Cựu thanh niên xung phong",
    "Hội Chữ thập đỏ",
    "Hội Người cao tuổi",
    "Hội Nông dân",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Liên đoàn Lao động",
    "Ủy ban Thường vụ Quốc hội",
    "Ủy ban Kiểm tra Đảng ủy",
    "Ủy ban Kiểm tra Huyện ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Ban Chấp hành Đảng bộ",
    "Ban Chấp hành Trung ương",
    "Ban Thường vụ Đảng ủy",
    "Ban Thường vụ Huyện ủy",
    "Ban Thường vụ Tỉnh ủy",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc",
    "Thường trực Hội đồng nhân dân",
    "Thường trực Ủy ban nhân dân",
    "Thường trực Đảng ủy",
    "Ban Chỉ huy Quân sự",
    "Bộ Chỉ huy Quân sự",
    "Bộ đội Biên phòng",
    "Bộ Giáo dục và Đào tạo",
    "Sở Giáo dục và Đào tạo",
    "Phòng Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Môi trường",
    "Phòng Nông nghiệp và Môi trường",
    "Phòng Nông nghiệp và Phát triển nông thôn",
    "Sở Tài nguyên và Môi trường",
    "Phòng Tài nguyên và Môi trường",
    "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch và Đầu tư",
    "Sở Dân tộc và Tôn giáo",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Văn hóa và Thông tin",
    "Ngân hàng Chính sách xã hội",
    "Bảo hiểm xã hội",
    "Văn phòng Đăng ký đất đai",
    "Trung tâm Bồi dưỡng chính trị",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Dịch vụ nông nghiệp",
    "Trung tâm Giáo dục nghề nghiệp",
    "Trung tâm Giáo dục thường xuyên",
    "Trung tâm học tập cộng đồng",
)
_JOINTS = frozenset(("và", "-"))
_RIGHT = frozenset(  # what is left is a name too
    (
        *("ban chấp hành", "ban chỉ huy", "bộ chỉ huy", "hội phụ nữ", "ban đảng bộ", "bộ quân sự", "ban quân sự"),
        *("hội thanh niên", "hội thanh niên xung phong", "đoàn thanh niên", "hội cao tuổi", "ủy ban mặt trận"),
        *("văn phòng phủ", "hội nhân dân", "thường trực ủy"),
    )
)
# Behind 'Ủy ban dân', 'Tòa án dân' and the like, words of their own that the tables of words lack.
_OTHER_WORDS = frozenset(("tộc", "số", "cử", "sự", "quân", "phòng", "vận", "phố", "nguyện", "ý", "quyền", "sinh"))
_OTHER_WORDS |= frozenset(("chủ", "cư", "mĩ", "nhân", "chính"))
_COUNTRY = ("việt", "nam")
_LEVELS = frozenset(map(canonical, ("tỉnh", "huyện", "xã", "phường", "thành", "thị", "quận", "đảng", "trung")))
_UNITS = frozenset(map(canonical, ("tỉnh", "huyện", "xã", "phường", "thị", "quận", "cơ", "các", "đã")))
_ENDS = frozenset(",;.)")
_HEADS = frozenset(("hội", "ban", "bộ", "sở", "phòng", "cục", "đoàn", "viện"))  # words of their own
_FEWEST = 3  # syllables of a name, and that are left of it where no unit follows
_LONGEST = 12  # syllables that are looked at

_NEXT = re.compile(r"(?P<joint>\s|\s?[-–]\s?|,\s)(?P<word>[^\W\d_]+)")


class _Slip(NamedTuple):
    """What a name was mistyped as: the name, its case, whether its last syllable is the one that is missing."""

    name: str
    case: str
    at_end: bool


Syllables = tuple[str, ...]


def bodies_without_a_syllable(text: str) -> Iterator[Finding]:
    """'Ủy ban dân xã' for 'Ủy ban nhân dân xã', 'Hội đồng dân nhân', 'Hội Nông xã' for 'Hội Nông dân xã'.

    Not flagged: names that are left when a word goes ('Hội Phụ nữ'), bodies that begin alike ('Ủy ban Dân tộc'), a last
    syllable that may stand on the next line.
    """
    end = 0
    for head in finds(_heads(), text):
        if head.start() < end:
            continue
        words, ends = _syllables(text, head)
        slip, size = _longest(words)
        if slip is None or not _is_alone(text, words, ends, size, slip):
            continue
        place = Span(head.start(), ends[size - 1])
        here = " ".join(text[place.start : place.end].split())
        if "," in here and "," not in slip.name:
            continue
        end = place.end
        facts = {"here": here, "right": slip.name.upper() if here.isupper() else slip.name}
        yield Finding("spelling", "warning", place, slip.case, facts)


def _syllables(text: str, head: re.Match[str]) -> tuple[Syllables, list[int]]:
    """The syllables from ``head`` on, over no empty line, and where each ends."""
    words, ends = [canonical(head[0])], [head.end()]
    while len(words) < _LONGEST and (found := _NEXT.match(text, ends[-1])) is not None:
        if found["word"] == head[0] and len(words) == 1 and found["joint"] != " ":
            break  # a list, or a cell of its own
        words.append(canonical(found["word"]))
        ends.append(found.end())
    return tuple(words), ends


def _longest(words: Syllables) -> tuple[_Slip | None, int]:
    """The slip with which ``words`` begin and how many of them it takes; None where they begin with a longer name."""
    if len(words) > _FEWEST and words[0] == words[1] and (right := _begins(words[1:])):
        return _Slip(right, "doubled", at_end=False), len(right.replace(" -", "").split()) + 1
    slips, names = _slips(), _names()
    for size in range(len(words), 1, -1):
        if words[:size] in names:
            return None, 0
        if (slip := slips.get(words[:size])) is not None:
            return slip, size
    return None, 0


def _begins(words: Syllables) -> str:
    """The name with which ``words`` begin, "" for none."""
    sizes = range(len(words), _FEWEST - 1, -1)
    return next((_names()[words[:size]] for size in sizes if words[:size] in _names()), "")


def _is_alone(text: str, words: Syllables, ends: Sequence[int], size: int, slip: _Slip) -> bool:
    """Whether what follows does not hold the last syllable in a word of its own; where the last of the name is missing,
    it has to stand on the line and tell that the name is at its end.
    """
    behind = words[size] if size < len(words) else ""
    if behind in _OTHER_WORDS or f"{words[size - 1]} {behind}" in lexicon().common:
        return False
    if not slip.at_end:
        return True
    joint, small = text[ends[size - 1] : ends[size - 1] + 1], text[ends[size - 1] + 1 : ends[size - 1] + 2].islower()
    if size < _FEWEST:
        return joint == " " and small and behind in _UNITS
    return joint in _ENDS or (joint == " " and small and (behind in _UNITS or behind in lexicon().grammar))


@cache
def _heads() -> re.Pattern[str]:
    firsts = {name.split()[0] for name in _names().values()} | {"Uỷ", "Toà"}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(firsts | {one.upper() for one in firsts}))})(?!\w)")


@cache
def _names() -> dict[Syllables, str]:
    """The names by their syllables, without what joins those."""
    of_table = (name for kind in body_kinds() for name in (kind.name, *kind.names) if name[:1].isupper())
    found: dict[Syllables, str] = {}
    for name in (*_NAMES, *of_table):
        if len(_key(name)) >= _FEWEST and not _SHORT_FORM.search(name):
            found.setdefault(_key(name), name)
    return found


_SHORT_FORM = re.compile(r"&|\w[A-ZĐ]")


@cache
def _slips() -> dict[Syllables, _Slip]:
    """What each name is with a syllable left out, or two that make a word in the wrong order."""
    names, own, found = _names(), {_key(name) for name in _NAMES}, dict[Syllables, _Slip]()
    begun = {words[:size] for words in names for size in range(2, len(words))}
    for words, name in names.items():
        for at in range(1, len(words)):
            left, at_end = (*words[:at], *words[at + 1 :]), at + 1 == len(words)
            free = at_end or words in own or left not in begun  # which does not begin another name
            if free and left not in names and _may_be_lost(words, at, left, own=words in own):
                found.setdefault(left, _Slip(name, "left-out", at_end))
            turned = (*words[:at], *words[at : at + 2][::-1], *words[at + 2 :])
            if not at_end and _is_word(words, at) and not _is_word(turned, at) and turned not in names:
                found.setdefault(turned, _Slip(name, "slip", at_end=False))
    return found


def _key(name: str) -> Syllables:
    return tuple(canonical(word) for word in name.replace(",", "").split() if word != "-")


def _is_word(words: Syllables, at: int) -> bool:
    return f"{words[at]} {words[at + 1]}" in lexicon().known


def _may_be_lost(words: Syllables, at: int, left: Syllables, *, own: bool) -> bool:
    """Whether ``words`` without syllable ``at`` are no name: one of ``_NAMES``, or one left with half a word."""
    if " ".join(left) in _RIGHT or (words[at : at + 2] == _COUNTRY and left[-1] == _COUNTRY[1]):
        return False  # 'Hội Nông dân Nam Trà'
    if at + 1 == len(words):
        return _is_word(words, at - 1) and left[-1] not in _LEVELS and (own or _is_torn(words, at, left))
    if len(left) < _FEWEST:
        return False
    return (own and words[at] not in _JOINTS) or _is_torn(words, at, left)


def _is_torn(words: Syllables, at: int, left: Syllables) -> bool:
    """Whether half of a word is left, without a neighbour that it makes one with, where syllable ``at`` is gone."""
    first = 1 if words[0] in _HEADS else 0
    for half, pair in ((at - 1, at - 1), (at, at)):
        if half < 1 or pair + 1 >= len(words) or not _is_word(words, pair):
            continue
        if left[half] in _LEVELS and half + 1 == len(left):
            return False  # 'Ban Tổ chức tỉnh'
        return not any(first <= one and one + 1 < len(left) and _is_word(left, one) for one in (half - 1, half))
    return False
