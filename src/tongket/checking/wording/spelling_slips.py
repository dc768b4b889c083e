"""Words that a slip has made of others (lỗi gõ, lỗi chính tả): found by what stands beside them.

A syllable that makes no word with its neighbours, and that one slip of hand or ear makes of one that does, is a
slip. How surely depends on whether the syllables could stand alone, and how common the other word is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tongket.checking.wording.spelling_nonwords import TITLES, Slip, heard_alike, letters_changed
from tongket.checking.wording.spelling_small import SMALL, small_word
from tongket.vietnamese.syllables import (
    canonical,
    has_tone_in_place,
    is_of_one_letter,
    is_struck,
    is_well_spelt,
    onset,
    slips,
)
from tongket.vietnamese.words import Words, bare_letters, printed

# 'Gía', 'Qúy' opening a sentence: no name of another tongue has the tone on the second letter of 'gi' and 'qu'
_OF_TWO_LETTERS = re.compile(r"(?:G[íìỉĩị][aâăeêoôơuư]|Q[úùủũụ][aâăeêoôơy])[a-z]*$")


class Canonical(dict[str, str]):
    """Canonical forms by printed word, filled as words come; ``misplaced``: those with the tone on a wrong vowel."""

    def __init__(self) -> None:
        super().__init__()
        self.misplaced: set[str] = set()

    def __missing__(self, word: str) -> str:
        found = self[word] = canonical(word)
        if found != word and (word.islower() or _OF_TWO_LETTERS.match(word)) and not has_tone_in_place(word.lower()):
            self.misplaced.add(word)
        return found


def find_slips(
    shown: Sequence[str],
    words: Sequence[str],
    pairs: Sequence[str],
    held: Sequence[int],
    lexicon: Words,
    seen: Counter[str],
) -> Iterator[Slip]:
    """Slips in one run: pairs that make no word, one slip from one that does.

    ``words`` canonical, ``shown`` as printed, ``pairs`` two by two; ``held``: whether each word makes a known one with
    the word before it, and a last False; ``seen``: the pairs of the report.
    """
    done = -1
    confused = lexicon.confused if not lexicon.confused.keys().isdisjoint(pairs) else ()
    # Those of a word that goes with the one before, and one that goes with the next, stand side by side by chance
    places = enumerate(zip(held, held[1:], held[2:], strict=False))
    apart = [i for i, (before, own, behind) in places if (confused or not own) and not (before and behind)]
    for i in [i for i in apart if not held[i + 1] or pairs[i] in confused] if confused else apart:
        pair = pairs[i]
        if confused and pair in confused and i > done and shown[i + 1].islower() and _is_free(i, pairs, held, lexicon):
            done = i + 1
            yield Slip(i, done, printed(lexicon.confused[pair]))
            continue
        if held[i + 1] or i <= done:
            continue
        word = words[i]
        told = _told_by_next(i, shown, words, held) if word in _TOLD_BY_NEXT else None
        if told is not None:
            done = told.last
            yield told
            continue
        if word in SMALL and not held[i]:
            small = small_word(i, shown, words, lexicon)
            if small is not None:
                yield small
                continue
        if pair in lexicon.plain:
            continue
        between = held[i] and words[i + 1] not in lexicon.all and i + 2 < len(words) and not held[i + 2]
        if between and _slip_at(i + 1, shown, words, lexicon, seen) is not None:
            continue  # 'tiềm năng nơng nghiệp'
        if word in lexicon.all and words[i + 1] in lexicon.all and _is_held(i, pairs, held, lexicon):
            slip = _in_term(i, shown, words, pairs, held, lexicon)
        else:
            slip = _slip_at(i, shown, words, lexicon, seen) or _in_term(i, shown, words, pairs, held, lexicon)
        if slip is not None:
            done = slip.last
            yield slip


def _is_free(i: int, pairs: Sequence[str], held: Sequence[int], lexicon: Words) -> bool:
    """Whether no word behind holds a syllable of pair ``i``, nor a common one before: 'vốn đầu' is a piece of one."""
    before = pairs[i - 1] if held[i] else ""
    return not held[i + 2] and (before not in lexicon.common or before in lexicon.fragments)


def _is_held(i: int, pairs: Sequence[str], fits: Sequence[int], lexicon: Words) -> bool:
    """Whether a neighbour holds a syllable of pair ``i`` in a word of its own.

    A rare word does not hold it where the neighbour is needed in a common one: 'ban công' in 'trường ban công tác'.
    """
    common = lexicon.common
    if fits[i] and pairs[i - 1] not in lexicon.fragments:
        before = pairs[i - 1]
        passive = before.startswith(("được ", "bị ")) and before not in common  # 'được lòng' in 'được lòng ghép'
        if not passive and (before in common or i < 2 or pairs[i - 2] not in common):
            return True
    return bool(fits[i + 2]) and (pairs[i + 1] in common or i + 2 >= len(pairs) or pairs[i + 2] not in common)


def _in_term(
    i: int, shown: Sequence[str], words: Sequence[str], pairs: Sequence[str], fits: Sequence[int], lexicon: Words
) -> Slip | None:
    """A slip in a pair that a neighbour holds, where what was meant is part of a fixed term with it ('ban chấp hanh'),
    or sounds like the word and makes a common one ('trống tham nhũng' for 'chống tham nhũng').
    """
    a, b = words[i], words[i + 1]
    if not shown[i + 1].islower():
        return None
    fills = lexicon.gaps_behind.get(pairs[i - 1]) if i and not fits[i + 2] else None
    if fills and not (b in lexicon.grammar and a in lexicon.alone):
        meant = fills & lexicon.seconds.get(a, _NONE)
        for right in sorted([one for one in meant if one in slips(b) or is_of_one_letter(one, b)]):
            return Slip(i, i + 1, printed(f"{a} {right}"))
    if fits[i] or a in lexicon.grammar:
        return None
    if shown[i][:1].isupper() and (not shown[i][1:].islower() or (i > 0 and not shown[i - 1].islower())):
        return None  # of a name
    heads = lexicon.firsts.get(b, _NONE)
    meant = heard_alike(a) & heads if a not in lexicon.alone else _NONE
    meant = frozenset([one for one in meant if f"{one} {b}" in lexicon.common]) if meant else _NONE
    gap = lexicon.gaps_before.get(pairs[i + 1]) if i + 1 < len(pairs) else None
    if gap:
        meant |= gap & slips(a) & (heads if a in lexicon.alone else gap)
    gap = lexicon.gaps_inside.get(f"{words[i - 1]} {b}") if i else None
    if gap:
        meant |= gap & slips(a) & heads
    for right in sorted(meant):
        return Slip(i, i + 1, printed(f"{right} {b}"))
    return None


_NONE: frozenset[str] = frozenset()
_NEAR = 2  # letters by which a syllable and its slip may differ in length
_SURE = 2.0  # weight from which a slip is flagged
_OFTEN = 4  # what a report says more often than that is its own word
# 'trong điểm' is two words only before the letter or number of a point of an article.
_HEAVY = frozenset({"điểm", "tâm", "yếu"})
_FOLLOWED = frozenset({"giỏi", "giõi", "dỏi", "dổi"})  # 'theo dõi' as one region says it
_TRIED = frozenset({"gắng", "tình", "ý", "định", "nhiên", "hữu", "thủ", "chấp", "giữ", "làm"})  # behind 'cũng cố'
_SHARED = frozenset({"kinh", "thông", "khó", "những", "tâm", "hình", "dữ", "nguồn", "trách", "cùng", "với", "gánh"})
_OFFICES = frozenset({"hệ", "chức", "tài", "viên", "khách"})  # behind 'thăm quan'
_HALVED = frozenset({"nhiệm", "đầu", "cuối"})  # 'nữa nhiệm kỳ'
_TOLD_BY_NEXT = frozenset({"theo", "cũng", "chia", "tai", "thăm", "nữa", "do", "vì", "như", "cá"})
# Behind 'tai' for 'tại', where they begin a word or a name.
_PLACE_WORDS = "khu xã thôn tỉnh huyện phường trụ địa trường cơ đơn hội điểm trạm sân chợ ủy phòng tổ quyết nghị khoản"
_PLACES = frozenset(_PLACE_WORDS.split(" "))
# Behind 'cá' for 'các', where they begin a word: people, bodies and matters that are counted, and no fish.
_COUNTED_WORDS = "hộ ngành cấp đơn cơ tổ đoàn cán hội thành địa văn chương phong hoạt chi ban nhiệm"
_COUNTED = frozenset(_COUNTED_WORDS.split(" "))
_BEFORE_SO = frozenset({"do", "vì", "như"})  # 'do vây,' for 'do vậy,'
# What stands behind a noun and before a figure: 'sản lượng điện đạt 20 triệu kWh'.
_BEFORE_FIGURES = frozenset({"đạt", "tăng", "giảm", "còn", "chiếm", "bằng"})
_HELD_DEAR = frozenset(
    {"chú", "tôn", "trân", "quan", "thận"}
)  # 'chú trong công tác'; no word of offices stands so alone
_OF_PREDICATES = frozenset({"đều", "cũng", "vẫn", "đang", "sẽ", "còn"})  # behind a noun: '14 đơn đều đúng hạn'


def _slip_at(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words, seen: Counter[str]) -> Slip | None:
    """A slip in the pair at ``i``, both of whose syllables make no word with their other neighbours."""
    a, b = words[i], words[i + 1]
    if len(a) < 2 or len(b) < 2 or (_is_foreign(words, i) and not _is_whole_run(words, lexicon)):
        return None
    if _is_name(shown, i):
        return _in_name_of_body(i, shown, words, lexicon)
    if (a == "đơn" and b in _OF_PREDICATES) or (b in _BEFORE_FIGURES and i + 2 == len(words)):
        return None
    if b == "trong" and a in _HELD_DEAR:
        return Slip(i, i + 1, f"{a} trọng")
    if a == "trong" and b in _HEAVY:
        last = b == "điểm" and (i + 2 == len(words) or len(words[i + 2]) < 2 or words[i + 2] in lexicon.grammar)
        return None if last else Slip(i, i + 1, f"trọng {b}")
    if b not in lexicon.firsts and a not in lexicon.seconds:
        return _twice_wrong(i, shown, words, lexicon)
    found = [
        (
            -_weight(right, wrong, other, lexicon, seen),
            letters_changed(f"{a} {b}", right),
            -_reach(right, lexicon),
            right,
        )
        for right, wrong, other in _repairs(a, b, lexicon)
    ]
    best = min(found, default=None)
    if best is None or -best[0] < _SURE:
        copied = _copied_sound(a, b, lexicon) or _of_one_key(i, shown, words, lexicon)
        return Slip(i, i + 1, printed(copied)) if copied else _twice_wrong(i, shown, words, lexicon)
    right = best[-1]
    often = seen[f"{a} {b}"]
    if often > _OFTEN and often > seen[right] and a in lexicon.all and b in lexicon.all:
        return Slip(i, i + 1, printed(right)) if _is_misheard(a, b, right, lexicon) else None
    return Slip(i, i + 1, printed(right))


def _in_name_of_body(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """The small second half of a common word in the name of a body: 'Ban Quản lỳ Khu kinh tế'.

    Names of persons and places have a capital on each syllable, and what follows them stands alone or begins a word.
    """
    a, b = words[i], words[i + 1]
    if shown[i].isupper() and shown[i + 1].isupper():
        return _in_capitals(a, b, i, lexicon)
    if not shown[i].istitle() or not shown[i + 1].islower() or b in lexicon.alone or b in lexicon.grammar:
        return None
    if i + 2 < len(words) and f"{b} {words[i + 2]}" in lexicon.known:
        return None
    meant = [f"{a} {one}" for one in slips(b) & lexicon.seconds.get(a, _NONE)]
    meant = [one for one in meant if one in lexicon.common]
    if len(meant) != 1:
        return None
    return Slip(i, i + 1, printed(meant[0]))


def _in_capitals(a: str, b: str, i: int, lexicon: Words) -> Slip | None:
    """A common word in capitals one mark of which was lost: 'CHỦ TICH', 'KẾ HOACH'.

    Not flagged: a syllable of any word, which may be of a name ('TRƯỜNG TIỂU HỌC HỢP THANH').
    """
    right = lexicon.bare.get(_bare(a, b))
    if not right or letters_changed(f"{a} {b}", right) > 1:
        return None
    at, wrong = (i, a) if right.endswith(f" {b}") else (i + 1, b)
    if wrong in lexicon.all:
        return None
    return Slip(at, at, printed(right).upper().split(" ")[at - i])


@lru_cache(maxsize=4096)
def _bare(a: str, b: str) -> str:
    return bare_letters(f"{a} {b}")


def _of_one_key(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> str | None:
    """The one common word of which a syllable lacks a letter, or has another: 'hực hiện' for 'thực hiện', 'chi nộ' for
    'chi bộ'. Not so where both syllables stand alone ('thu hộ, chi hộ').
    """
    found: set[str] = set()
    for at, other in ((i, i + 1), (i + 1, i)):
        word = words[at]
        if word in lexicon.grammar or word not in lexicon.all or not shown[at].islower():
            continue
        if words[other] in lexicon.grammar - _PREFIXES or (word in lexicon.alone and words[other] in lexicon.alone):
            continue
        beside = lexicon.firsts if at == i else lexicon.seconds
        for right in beside.get(words[other], _NONE):
            if abs(len(right) - len(word)) < _NEAR and is_struck(right, word):
                pair = f"{right} {words[other]}" if at == i else f"{words[other]} {right}"
                if pair in lexicon.common:
                    found.add(pair)
    return found.pop() if len(found) == 1 else None


def _is_misheard(a: str, b: str, right: str, lexicon: Words) -> bool:
    """Whether one writer spells a word by its sound each time: 'sạt lỡ' for 'sạt lở' is no jargon.

    A common word, or one whose misheard syllable never stands alone: 'nhỏ lẽ' for 'nhỏ lẻ'.
    """
    first, second = right.split(" ")
    for wrong, meant, same in ((a, first, second == b), (b, second, first == a)):
        if same and meant in heard_alike(wrong):
            return right in lexicon.common or not (wrong in lexicon.alone or wrong in lexicon.grammar)
    return False


def _twice_wrong(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """Both syllables with wrong marks, where one common word alone has these letters: 'chính đồn' for 'chỉnh đốn'."""
    a, b = words[i], words[i + 1]
    if not shown[i + 1].islower() or a in lexicon.grammar or b in lexicon.grammar:
        return None
    if a in lexicon.alone and b in lexicon.alone:
        return None
    right = lexicon.bare.get(bare_letters(f"{a} {b}"))
    return Slip(i, i + 1, printed(right)) if right else None


def _reach(pair: str, lexicon: Words) -> int:
    """How many known words begin and end as ``pair`` does: its syllables are the likelier ones."""
    first, second = pair.split(" ")
    return len(lexicon.seconds.get(first, ())) + len(lexicon.firsts.get(second, ()))


def _told_by_next(i: int, shown: Sequence[str], words: Sequence[str], fits: Sequence[int]) -> Slip | None:
    """Words that stand alone and are told by what follows: 'theo giỏi', 'cũng cố tổ chức', 'chia sẽ kinh nghiệm'."""
    pair, behind = (words[i], words[i + 1]), words[i + 2] if i + 2 < len(words) else ""
    if pair[0] == "theo" and pair[1] in _FOLLOWED and not fits[i + 2]:
        return Slip(i, i + 1, "theo dõi")
    if pair == ("cũng", "cố") and behind not in _TRIED:
        return Slip(i, i + 1, "củng cố")
    if pair == ("chia", "sẽ") and behind in _SHARED:
        return Slip(i, i + 1, "chia sẻ")
    if pair == ("thăm", "quan") and behind not in _OFFICES:
        return Slip(i, i + 1, "tham quan")
    if pair[0] == "nữa" and pair[1] in _HALVED and behind in ("kỳ", "kì", "năm", "tháng", "nhiệm"):
        return Slip(i, i + 1, f"nửa {pair[1]}")
    if pair[0] == "tai" and not fits[i]:
        named = shown[i + 2 : i + 3] and shown[i + 2][:1].isupper()
        if shown[i + 1] in TITLES or (pair[1] in _PLACES and (fits[i + 2] or named)):
            return Slip(i, i, "tại")
    if pair[1] == "vây" and pair[0] in _BEFORE_SO and not fits[i] and not behind:
        return Slip(i, i + 1, f"{pair[0]} vậy")
    if pair[0] == "cá" and pair[1] in _COUNTED and fits[i + 2] and not fits[i] and shown[i].islower():
        return Slip(i, i, "các")
    return None


def _repairs(a: str, b: str, lexicon: Words) -> Iterator[tuple[str, str, str]]:
    """Known words one slip away: the word, the syllable that was wrong, the other one."""
    heads = lexicon.firsts.get(b)
    if heads:
        for right in slips(a) & heads:
            yield f"{right} {b}", a, b
    tails = lexicon.seconds.get(a)
    if tails:
        for right in slips(b) & tails:
            yield f"{a} {right}", b, a


def _copied_sound(a: str, b: str, lexicon: Words) -> str | None:
    """The common word of which one syllable took the first sound of the other: 'cơ sở' of 'sơ sở'."""
    if a[0] != b[0] or onset(a) != onset(b) or a in lexicon.grammar or b in lexicon.grammar:
        return None
    rimes = a.removeprefix(onset(a)), b.removeprefix(onset(b))
    made = [f"{one} {b}" for one in lexicon.firsts.get(b, _NONE) if one.removeprefix(onset(one)) == rimes[0]]
    made += [f"{a} {one}" for one in lexicon.seconds.get(a, _NONE) if one.removeprefix(onset(one)) == rimes[1]]
    return min((one for one in made if one in lexicon.common), default=None)


def _weight(right: str, wrong: str, other: str, lexicon: Words, seen: Counter[str]) -> float:
    """How surely ``right`` was meant."""
    free = wrong in lexicon.alone and other in lexicon.alone
    value = 2.0 if right in lexicon.common else _USUAL if right in lexicon.usual and not free else 0.0
    value += min(seen[right], 2) * 0.75
    heard = not heard_alike(wrong).isdisjoint(right.split(" "))
    for syllable in (wrong, other):
        if syllable in lexicon.grammar:
            begins = other in _PREFIXES and wrong not in lexicon.alone and right in lexicon.common
            value -= 0 if begins else _against_grammar(syllable == wrong, heard, wrong, other, lexicon)
        elif syllable not in lexicon.alone:
            value += 1.5
    if heard and (right in lexicon.common or wrong not in lexicon.alone):
        value += 0.5 if wrong not in lexicon.alone else _HEARD_ALONE
    if wrong not in lexicon.firsts and wrong not in lexicon.seconds and wrong not in lexicon.alone:
        value += 2 if is_well_spelt(wrong) else 3
    return value


def _against_grammar(is_wrong: bool, heard: bool, wrong: str, other: str, lexicon: Words) -> int:
    """What speaks against a slip that has a word of grammar in it: less where the rest never stands alone."""
    if not is_wrong:
        return 2 if wrong in lexicon.alone else 0 if heard else 1 if other in _WAYS else 2
    free = wrong in _BEGINNING or other in lexicon.alone or other in lexicon.grammar
    return 2 if free else 1


_PREFIXES = frozenset({"tự", "sự", "điều"})  # words of grammar that begin many others: 'tự nhiên', 'điều hành'
_WAYS = frozenset({"lên", "xuống", "ra", "vào", "là"})  # what belongs to the word before it: 'năng lên'
# Words of grammar that go on with the sentence after any word: 'bơm tiêu để rút nước'.
_BEGINNING = frozenset({"để", "chưa", "thứ", "và", "của", "là", "có", "được", "bị", "cho", "các", "không", "đã", "mà"})
_HEARD_ALONE = 1.5
_USUAL = 1.0


def _is_foreign(words: Sequence[str], i: int) -> bool:
    """Whether the pair and what stands beside it have no Vietnamese letter: foreign, or typed without marks."""
    return "".join(words[max(0, i - 1) : i + 3]).isascii()


def _is_whole_run(words: Sequence[str], lexicon: Words) -> bool:
    """Whether the words are two between marks, known, and the second never stands alone: ', quy trinh;'."""
    return words[1:] == words[-1:] and lexicon.all.issuperset(words) and words[1] in lexicon.halves


def _is_name(shown: Sequence[str], i: int) -> bool:
    """Whether the pair stands in a sequence of capitalised words, as names do."""
    first, second = shown[i], shown[i + 1]
    if first.isupper() or second.isupper():
        return True
    before = i > 0 and shown[i - 1][:1].isupper()
    return second[:1].isupper() or (first[:1].isupper() and before)
