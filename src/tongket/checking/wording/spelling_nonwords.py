"""Words that no table holds (từ không có trong từ vựng): 'cũa', 'khoãn', 'quy đnh', 'lồng ghéo', 'vfa'.

The tables hold nearly every syllable of the language, so that such a word is a slip, a name or foreign. What was meant
is weighed by the words that it makes with its neighbours, by how often it stands alone, and by the kind of the slip.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tongket.vietnamese.syllables import canonical, is_well_spelt, of_keys, of_one_letter, onset, slips, typed
from tongket.vietnamese.words import Words, bare_letters, printed


class Slip(NamedTuple):
    """Words ``first``..``last`` (inclusive) of a run that should read ``right``."""

    first: int
    last: int
    right: str


_ENOUGH = 1.5  # weight from which a word is flagged
_HABIT = 2  # times that a text may hold a word before it is taken for its own
_PAIRS_COMMON, _PAIRS_KNOWN = 3.0, 2.0
_GRAMMAR, _ALONE = 1.5, 1.0
_HEARD, _SLIPPED = 2.0, 0.5
_TWICE = re.compile(r"([bcdđghklmnpqrstvx])\1")
_LONG = 4  # letters from which a word is hardly another one
_MOST = 300  # strange words beyond which the text is in another language, or a picture badly read


def find_nonwords(shown: Sequence[str], words: Sequence[str], lexicon: Words, strange: Counter[str]) -> Iterator[Slip]:
    """Slips in one run that holds words of ``strange`` (canonical, how often the text has them).

    Not flagged (but for 'luợng' and 'LUỢNG', which nothing else is): capitals, what stands beside a name or another
    strange word (the words of a minority's language), words without a Vietnamese letter among others without one
    (foreign), what the text writes again and again unless it sounds like the word that was meant.
    """
    if len(strange) > _MOST:
        return
    for i, word in enumerate(words):
        if word not in strange or len(word) < 2:
            continue
        hooked = _with_both_hooks(word)
        if hooked in lexicon.all and (shown[i].islower() or shown[i].isupper()):
            yield Slip(i, i, printed(hooked).upper() if shown[i].isupper() else printed(hooked))
            continue
        small = shown[i].islower()
        begins = not small and not i and shown[i][1:].islower()  # 'Tìmh hình'
        if not small and not begins:
            continue
        if any(words[at] not in lexicon.all and not _is_short_form(shown[at]) for at in _beside(i, words)):
            continue
        loan = _loan_word(word) if word.isascii() else None
        if loan is not None and any(not words[at].isascii() for at in _beside(i, words)):
            yield Slip(i, i, loan)
            continue
        keys = _of_keys(i, words, lexicon) if small else None
        if keys is not None:
            yield Slip(i, i, printed(keys))
            continue
        frequent = _frequent_first(shown, words, lexicon) if begins else None
        if frequent is not None:
            yield frequent
            continue
        if begins and is_well_spelt(word):
            continue  # a name
        foreign = word.isascii() and "".join(words[max(0, i - 2) : i + 3]).isascii()
        best = _best(i, shown, words, lexicon)
        named = _ends_name(i, shown) and not (best and best.slip.right in lexicon.grammar)
        if best is not None and (begins or foreign or named) and best.pair < _PAIRS_COMMON:
            continue
        if (
            best is not None
            and not best.pair
            and is_well_spelt(word)
            and not (best.is_sure and _keeps_onset(word, best))
        ):
            continue  # a rare word that the tables lack, rather
        if best is not None and (best.weight >= _ENOUGH) and (strange[word] <= _HABIT or best.heard):
            yield best.slip


def _frequent_first(shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """The frequent word that the first of a sentence is but for its marks, where a common word follows: 'Trơng bối
    cảnh'. Any other may be a name.
    """
    if len(words) < _FIRST or not shown[1].islower() or words[0].isascii():
        return None
    if f"{words[1]} {words[2]}" not in lexicon.common:
        return None
    bare = bare_letters(words[0])
    meant = [one for one in slips(words[0]) if one in lexicon.grammar or one in _FREQUENT]
    meant = [one for one in meant if bare_letters(one) == bare]
    return Slip(0, 0, printed(meant[0])) if len(meant) == 1 else None


_FIRST = 3  # words, the first and the common one behind it


_ONE_HOOK = re.compile(r"(?<!q)(?:u([ơờớởỡợ])|ư([oòóỏõọ]))(?=(?:ng|[nctpmiu])$)")
_HOOKED = str.maketrans("oòóỏõọ", "ơờớởỡợ")


def _with_both_hooks(word: str) -> str:
    """``word`` with 'ươ' for 'uơ' or 'ưo' before a last sound, "" where it has neither: no syllable has one hook there
    ('luợng', 'nưóc'), so that neither neighbours nor how often it stands are asked.
    """
    found = _ONE_HOOK.search(word)
    return word[: found.start()] + "ư" + found[0][1].translate(_HOOKED) + word[found.end() :] if found else ""


def _of_keys(i: int, words: Sequence[str], lexicon: Words) -> str | None:
    """What the Telex method makes of word ``i`` among words that have their marks: 'theo quy ddinhj của'.

    One key alone tells nothing of a foreign word, unless it makes a word of grammar or a word with a neighbour.
    """
    meant = of_keys(words[i])
    if meant is None or meant[0] not in lexicon.all or all(words[at].isascii() for at in _beside(i, words)):
        return None
    made, keys = meant
    foreign = keys == 1 and words[i][-1] == "s" and len(words[i]) < _LONG  # 'cos', 'gas'
    held = made in lexicon.grammar and not foreign
    held = held or any(pair in lexicon.known for pair in _pairs(made, i, words))
    return made if held or (keys > 1 and len(words[i]) >= _LONG) else None


# Words of English that every office writes.
_LOAN_WORDS = (
    "website internet facebook hologram festival marketing fanpage livestream container karaoke photocopy smartphone "
    "workshop homestay showroom blockchain"
)
_LOANS = tuple(_LOAN_WORDS.split(" "))


@lru_cache(maxsize=256)
def _loan_word(word: str) -> str | None:
    """The word of English that ``word`` is with one letter more, less, or another one: 'hologram' of 'hollogram'.

    None for its plural, which is no slip.
    """
    for loan in _LOANS:
        if abs(len(loan) - len(word)) > 1 or word == f"{loan}s":
            continue
        short, long = sorted((loan, word), key=len)
        start = next((at for at, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
        if word != loan and short[start + (len(short) == len(long)) :] == long[start + 1 :]:
            return loan
    return None


def _beside(i: int, words: Sequence[str]) -> Iterator[int]:
    """The places before and behind word ``i``."""
    if i:
        yield i - 1
    if i + 1 < len(words):
        yield i + 1


def _is_short_form(word: str) -> bool:
    """Whether ``word`` is an abbreviation, as 'UBND': it says nothing of the language of what stands beside it."""
    return len(word) > 1 and word.isupper()


def _ends_name(i: int, shown: Sequence[str]) -> bool:
    """Whether word ``i`` may be the second of a name: 'lễ hội Lồng tồng'."""
    return i > 1 and shown[i - 1][:1].isupper()


# Words of one syllable that every page of a report has.
_FREQUENT_WORDS = (
    "loại khoản điểm huyện tỉnh xã tháng năm người việc gây giảm tăng thuộc đạt cấp đảng hộ thôn phải cần nuôi nâng "
    "giúp hạng chống hàng đường trường nước đất tiền thuế luật mức phần phòng nhóm đúng dùng trước nhiều chuyển thường"
)
_FREQUENT = frozenset(_FREQUENT_WORDS.split(" "))


class _Meant(NamedTuple):
    weight: float
    pair: float
    heard: bool
    is_sure: bool
    slip: Slip


def _keeps_onset(word: str, best: _Meant) -> bool:
    """Whether both begin with a consonant, or neither: 'kít xét nghiệm' is no 'ít'."""
    return best.heard or bool(onset(word)) == bool(onset(canonical(best.slip.right)))


def _best(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> _Meant | None:
    word = words[i]
    heard, slipped = heard_alike(word), slips(word)
    near = (heard | slipped | _typed(word) | _undoubled(word)) & lexicon.all
    found = [
        (
            -_weight(right, i, words, right in heard, right in slipped, lexicon, shown),
            letters_changed(word, right),
            right,
        )
        for right in near | _of_one_letter(i, words, lexicon)
    ]
    if not found:
        return None
    weight, _, right = min(found)
    first, last, meant = _pair(right, i, words, lexicon)
    pair = max((_of_pair(one, lexicon) for one in _pairs(right, i, words)), default=0.0)
    is_sure = right in heard or right in lexicon.grammar or right in _FREQUENT
    is_sure = is_sure or (right in lexicon.alone and bare_letters(right) == bare_letters(word))
    return _Meant(-weight, pair, right in heard, is_sure, Slip(first, last, printed(meant)))


def _undoubled(word: str) -> frozenset[str]:
    """What a word with a letter twice, which no syllable has, becomes with it once and another slip: 'bộ phhạn'."""
    once = _TWICE.sub(r"\1", word)
    return frozenset({once}) | slips(once) if once != word else frozenset()


def _of_one_letter(i: int, words: Sequence[str], lexicon: Words) -> set[str]:
    """What a word that no table holds may be with any letter for another, where that makes a common word with a
    neighbour: 'giải guyết' for 'giải quyết', 'ciáo dục' for 'giáo dục', 'dọp dẹp' for 'dọn dẹp'.
    """
    if len(words[i]) < _LONG - 1:
        return set()
    beside: set[str] = set()
    if i:
        beside |= lexicon.seconds.get(words[i - 1], frozenset())
    if i + 1 < len(words):
        beside |= lexicon.firsts.get(words[i + 1], frozenset())
    meant = _one_letter(words[i]) & beside if beside else set()
    return {right for right in meant if any(pair in lexicon.common for pair in _pairs(right, i, words))}


def _weight(
    right: str, i: int, words: Sequence[str], heard: bool, slipped: bool, lexicon: Words, shown: Sequence[str]
) -> float:
    """How surely ``right`` was meant by word ``i``."""
    word = words[i]
    value = sum(_of_pair(pair, lexicon) for pair in _pairs(right, i, words))
    if word.isascii() and not heard:  # it may be foreign
        least = _PAIRS_COMMON if len(word) >= _LONG or is_well_spelt(word) else _PAIRS_KNOWN
        sure = value >= least or (right in lexicon.grammar and _struck_early(word, right))
        sure = sure or _is_plain(word, right, i, words, lexicon)
        return _ENOUGH + value + _SLIPPED * slipped if sure else 0.0
    if right in lexicon.grammar:
        value += _GRAMMAR
    elif right in lexicon.alone:
        value += _ALONE
    if heard:
        value += _HEARD
    elif slipped:
        value += _SLIPPED
    if not is_well_spelt(word):
        value += 1.0
    if len(word) >= _LONG:
        value += 0.5
    if right in _BEFORETITLES and i + 1 < len(shown) and shown[i + 1] in TITLES:
        value += 1.5
    return value


_AROUND = 2  # words to either side, as many of which have their marks in Vietnamese prose: 'nghiêm cac quy định'


def _is_plain(word: str, right: str, i: int, words: Sequence[str], lexicon: Words) -> bool:
    """Whether ``word``, between words that have their marks, is a frequent one without its marks ('cac hoạt động'), or
    no syllable and a frequent one by a key beside ('teong hoạt động').
    """
    if right not in lexicon.grammar and right not in _FREQUENT:
        return False
    lost = bare_letters(right) == word
    if any(words[at].isascii() for at in _beside(i, words)):
        around = [one for one in words[max(i - _AROUND, 0) : i + _AROUND + 1] if one != word]
        marked = [one for one in around if not one.isascii()]
        return lost and len(marked) >= _AROUND and lexicon.all.issuperset(around)
    return lost or (len(word) >= _LONG and not is_well_spelt(word) and right in _typed(word))


# Words of grammar that stand before a document or its article: 'quy định rại Nghị định'.
_BEFORETITLES = frozenset({"tại", "theo", "của", "về", "và"})
TITLES = frozenset(("Điều", "Khoản", "Mục", "Nghị", "Quyết", "Thông", "Luật", "Chỉ", "Kế", "Công", "Kết", "Hướng"))


def _pairs(right: str, i: int, words: Sequence[str]) -> Iterator[str]:
    if i:
        yield f"{words[i - 1]} {right}"
    if i + 1 < len(words):
        yield f"{right} {words[i + 1]}"


def _of_pair(pair: str, lexicon: Words) -> float:
    return _PAIRS_COMMON if pair in lexicon.common else _PAIRS_KNOWN if pair in lexicon.known else 0.0


def _pair(right: str, i: int, words: Sequence[str], lexicon: Words) -> tuple[int, int, str]:
    """The word that ``right`` makes with a neighbour, or ``right`` alone: first and last place, as it should read."""
    pairs = [(_of_pair(pair, lexicon), pair) for pair in _pairs(right, i, words)]
    best = max(pairs, default=(0.0, ""), key=lambda one: one[0])
    if not best[0]:
        return i, i, right
    first = i - 1 if i and best[1] == pairs[0][1] else i
    return first, first + 1, best[1]


def _struck_early(word: str, right: str) -> bool:
    """Whether ``word`` is ``right`` with the key of its tone struck before a vowel: 'vfa' for 'và'."""
    apart = unicodedata.normalize("NFD", right)
    tone = next((one for one in apart if one in _TONE_KEYS), "")
    at = word.find(_TONE_KEYS[tone]) if tone else -1
    plain = unicodedata.normalize("NFC", apart.replace(tone, ""))
    return 0 < at < len(word) - 1 and word[:at] + word[at + 1 :] == plain


_TONE_KEYS = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


def letters_changed(word: str, right: str) -> int:
    """How many letters and marks the slip changed."""
    written, meant = (Counter(unicodedata.normalize("NFD", one)) for one in (word, right))
    return (written - meant).total() + (meant - written).total()


@lru_cache(maxsize=1024)
def _typed(word: str) -> frozenset[str]:
    return typed(word)


@lru_cache(maxsize=256)
def _one_letter(word: str) -> frozenset[str]:
    return of_one_letter(word)


_ALIKE = (("gi", "d"), ("s", "x"), ("ch", "tr"), ("l", "n"))  # sounds that one region does not tell apart
_HOOK, _TILDE = "\u0309", "\u0303"


@lru_cache(maxsize=16384)
def heard_alike(word: str) -> frozenset[str]:
    """What sounds like ``word`` where dấu hỏi and dấu ngã, or the sounds of ``_ALIKE``, are one: 'giử' -> 'giữ'."""
    apart = unicodedata.normalize("NFD", word)
    made = {apart.translate({0x309: _TILDE, 0x303: _HOOK})}
    for one, other in _ALIKE:
        for first, second in ((one, other), (other, one)):
            if apart.startswith(first) and not apart.startswith(("\u0111", "ng", "nh")):
                made.add(second + apart[len(first) :])
    return frozenset({canonical(unicodedata.normalize("NFC", one)) for one in made} - {word})
