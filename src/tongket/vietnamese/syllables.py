"""Syllables as a speller sees them (âm tiết): one form for two habits, the rules of spelling, and what a slip makes.

Old and new places of the tone ('hòa', 'hoà') and i/y after a consonant ('kĩ', 'kỹ') are one syllable here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import ne

from tongket.vietnamese.legacy_words import is_syllable

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_I_AFTER = frozenset("hklmstv")
# c, g, ng stand before a, o, u; k, gh, ngh before e, i, y; q only before u, and before u that glides no g.
_MISPLACED = re.compile(r"(?:c|g(?!i)|ng(?!h)(?=[^h]))[eêiy]|(?:k|n?gh)[aăâoôơuư]|q(?!u)|gu[ăâeêơy]")
_SIBLINGS = {"a": "ăâ", "ă": "aâ", "â": "aă", "e": "ê", "ê": "e", "o": "ôơ", "ô": "oơ", "ơ": "oô", "u": "ư", "ư": "u"}
_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx")
_LIKE_ONSETS = {
    "s": ("x",),
    "x": ("s",),
    "ch": ("tr",),
    "tr": ("ch", "t"),
    "d": ("đ", "gi", "r", "v"),
    "đ": ("d",),
    "gi": ("d", "r"),
    "r": ("d", "gi"),
    "v": ("d",),
    "l": ("n",),
    "n": ("l", "nh"),
    "ng": ("ngh", "n", "nh"),
    "ngh": ("ng", "nh"),
    "g": ("gh",),
    "gh": ("g",),
    "th": ("t",),
    "t": ("th", "tr"),
    "kh": ("k", "h"),
    "nh": ("n", "ng", "ngh"),
    "ph": ("p",),
    "k": ("c", "kh"),
    "c": ("k", "ch"),
    "h": ("kh",),
}
_CODAS = ("ng", "nh", "ch", *"cmnpt")
_LIKE_CODAS = {
    "n": ("ng", "nh", "m", ""),
    "ng": ("n", "nh"),
    "nh": ("n", "ng", "ch"),
    "c": ("t", "p", "ch"),
    "t": ("c", "p", "ch"),
    "ch": ("t", "c", "nh"),
    "p": ("c", "t", "m"),
    "m": ("n", "p"),
    "": ("n", "ng", "t", "c"),
}
_LIKE_VOWELS = {"o": "oa", "oa": "o", "oă": "ă", "uâ": "â", "uyê": "iê"}  # where the South says one for the other
_LIKE_ENDS = {"i": "y", "y": "i", "o": "u", "u": "o"}


@lru_cache(maxsize=16384)
def _apart(syllable: str) -> tuple[str, str]:
    """The letters of ``syllable`` without its tone, and the tone."""
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = char
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def _joined(letters: str, tone: str) -> str:
    """``letters`` with ``tone`` on the vowel where it belongs, in the older habit ('hòa', 'thủy')."""
    if not tone:
        return letters
    first = 2 if letters[:2] in ("qu", "gi") and any(char in _VOWELS for char in letters[2:]) else 0
    at = [i for i in range(first, len(letters)) if letters[i] in _VOWELS]
    if not at:
        return letters
    place = next((i for i in reversed(at) if letters[i] in "ăâêôơư"), None)
    if place is None:
        closed = at[-1] < len(letters) - 1
        place = at[1] if len(at) > 2 or (len(at) == 2 and closed) else at[0]
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """The one form of ``word`` (NFC, any case) by which words are looked up."""
    lower = word.lower()
    letters, tone = _apart(lower)
    if len(letters) == 2 and letters[1] == "y" and letters[0] in _I_AFTER:
        letters = letters[0] + "i"
    elif letters == "quy":
        letters = "qui"
    if not tone or not is_syllable(lower):
        return letters if not tone else unicodedata.normalize("NFC", lower)
    return _joined(letters, tone)


@lru_cache(maxsize=65536)
def is_well_spelt(word: str) -> bool:
    """Whether ``word`` keeps the rules of Vietnamese spelling: a syllable, and c/k, g/gh, ng/ngh, q in their places."""
    return is_syllable(word) and not _MISPLACED.match(_apart(word.lower())[0])


def _split(letters: str) -> tuple[str, str, str]:
    """Onset, vowels and coda of toneless ``letters``."""
    first = onset(letters)
    rest = letters[len(first) :]
    coda = next((one for one in _CODAS if rest.endswith(one) and len(rest) > len(one)), "")
    return first, rest[: len(rest) - len(coda)], coda


@lru_cache(maxsize=4096)
def onset(syllable: str) -> str:
    """The consonants that ``syllable`` begins with, "" for none."""
    return next((one for one in _ONSETS if syllable.startswith(one) and len(syllable) > len(one)), "")


@lru_cache(maxsize=16384)
def slips(syllable: str) -> frozenset[str]:
    """What one slip of hand or ear may have made ``syllable`` (canonical) of: canonical, possible syllables only.

    One tone changed, one mark of a letter lost or changed, all marks lost, one sound taken for a like one, one letter
    lost, doubled or exchanged with its neighbour.
    """
    letters, tone = _apart(syllable)
    made = {_joined(letters, other) for other in _TONES}
    for other in _other_letters(letters):
        made.add(_joined(other, tone))
    if not tone:  # all marks lost, or put off while typing: 'nhieu', 'tinh'
        for other in _marked(letters):
            made.update(_joined(other, one) for one in _TONES)
    return frozenset(canonical(one) for one in made if one != syllable and is_well_spelt(one)) - {syllable}


def _marked(letters: str) -> Iterator[str]:
    for i, char in enumerate(letters):
        for other in _SIBLINGS.get(char, ""):
            yield letters[:i] + other + letters[i + 1 :]
    if "uo" in letters:
        yield letters.replace("uo", "ươ")
    if letters.startswith("d"):
        yield "đ" + letters[1:]


def _other_letters(letters: str) -> Iterator[str]:
    yield from _marked(letters)
    first, vowels, coda = _split(letters)
    for other in _LIKE_ONSETS.get(first, ()):
        yield other + vowels + coda
    for other in _LIKE_CODAS.get(coda, ()):
        yield first + vowels + other
    if not coda and len(vowels) > 1:
        if vowels[-1] in _LIKE_ENDS:
            yield first + vowels[:-1] + _LIKE_ENDS[vowels[-1]]
        yield first + vowels[:-1]
    if "ươ" in vowels:
        yield first + vowels.replace("ươ", "uo") + coda
    if coda and vowels in _LIKE_VOWELS:
        yield first + _LIKE_VOWELS[vowels] + coda
    for i in range(len(letters)):
        if len(letters) > 2:
            yield letters[:i] + letters[i + 1 :]
        if i + 1 < len(letters):
            yield letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]


_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _KEY_ROWS for at, key in enumerate(row)}
_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_TELEX_MARKS = {"aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư", "dd": "đ", "uow": "ươ"}
_LETTERS = _LOST = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


_LONGEST_TYPED = 14  # 'nghieeengs': a longer word is no syllable, however it was typed


def typed(word: str) -> frozenset[str]:
    """What fingers may have made ``word`` (no word of the language) of: canonical, possible syllables only.

    A letter skipped, a key beside the right one, letters of the Telex method left as they were typed or struck too
    early ('vfa' for 'và').
    """
    if len(word) > _LONGEST_TYPED:
        return frozenset()
    letters, tone = _apart(word)
    made = {_joined(one, tone) for one in _struck(letters)}
    if not tone:  # a vowel went with its tone: 'đnh', 'trách nhim'
        made.update(_joined(one, mark) for one in _with_a_vowel(letters) for mark in _TONES)
    if not tone:
        for at, key in enumerate(letters):
            if at and key in _TELEX_TONES:
                made.add(_joined(letters[:at] + letters[at + 1 :], _TELEX_TONES[key]))
    for keys, mark in _TELEX_MARKS.items():
        if keys in letters:
            made.add(_joined(letters.replace(keys, mark), tone))
    return frozenset(canonical(one) for one in made if is_well_spelt(one)) - {word}


_TELEX = tuple(_TELEX_MARKS.items())


@lru_cache(maxsize=1024)
def of_keys(word: str) -> tuple[str, int] | None:
    """The syllable that ``word`` holds the keys of by the Telex method, and how many keys made its marks and tone:
    'dduowcj' -> 'được' of 3. One alone ('too', 'mas') may well be a letter of a foreign word.
    """
    if not word.isascii():
        return None
    letters, keys = word, 0
    for typed_as, mark in _TELEX[-1:] + _TELEX[:-1]:  # 'uow' before 'ow' and 'uw'
        if typed_as in letters:
            letters, keys = letters.replace(typed_as, mark, 1), keys + 1
    if "ưow" in letters or "uơ" in letters:
        letters, keys = letters.replace("ưow", "ươ").replace("uơ", "ươ"), keys + 1
    tone, start = "", next((at for at, char in enumerate(letters) if char in _VOWELS), len(letters))
    for at in range(len(letters) - 1, start, -1):
        if letters[at] in _TELEX_TONES:
            tone, letters = _TELEX_TONES[letters[at]], letters[:at] + letters[at + 1 :]
            break
    made = _joined(letters, tone)
    keys += bool(tone)
    return (canonical(made), keys) if keys and is_well_spelt(made) else None


@lru_cache(maxsize=4096)
def of_one_letter(word: str) -> frozenset[str]:
    """What ``word`` becomes when any one of its letters is another: canonical, possible syllables only.

    For words that no rule of spelling allows ('guyết', 'ciáo'), where what stands beside them tells which was meant.
    """
    letters, tone = _apart(word)
    made = {letters[:at] + other + letters[at + 1 :] for at in range(len(letters)) for other in _LETTERS}
    return frozenset(canonical(one) for one in (_joined(it, tone) for it in made) if is_well_spelt(one)) - {word}


def is_of_one_letter(right: str, word: str) -> bool:
    """Whether ``right`` is among ``of_one_letter(word)``: to make them all costs more than to see that it is not."""
    letters, tone = _apart(word)
    meant, its_tone = _apart(right)
    if tone != its_tone or len(letters) != len(meant) or sum(map(ne, letters, meant)) > _CHANGED:
        return False
    return right in of_one_letter(word)


_CHANGED = 2  # letters: one, and the 'y' that is canonically 'i'


@lru_cache(maxsize=16384)
def is_struck(right: str, word: str) -> bool:
    """Whether fingers made ``word`` of ``right`` by skipping a letter, or by the key beside: 'hực' of 'thực'.

    The tone may go with the letter that bears it.
    """
    letters, tone = _apart(word)
    meant, its_tone = _apart(right)
    if meant == "qui" and letters[-1] == "y":
        meant = "quy"  # as it is written, and canonically is not: 'uy định'
    if len(letters) + 1 == len(meant):
        at = next((at for at, (one, other) in enumerate(zip(letters, meant, strict=False)) if one != other), -1)
        at = len(letters) if at < 0 else at
        return meant[:at] + meant[at + 1 :] == letters and (tone == its_tone or (not tone and meant[at] in _VOWELS))
    if len(letters) != len(meant) or tone != its_tone:
        return False
    apart = [(one, other) for one, other in zip(letters, meant, strict=True) if one != other]
    return len(apart) == 1 and apart[0][0] in _KEYS.get(apart[0][1], "")


def _struck(letters: str) -> Iterator[str]:
    for i in range(len(letters) + 1):
        for lost in _LOST:
            yield letters[:i] + lost + letters[i:]
    for i, char in enumerate(letters):
        for other in _KEYS.get(char, ""):
            yield letters[:i] + other + letters[i + 1 :]


def _with_a_vowel(letters: str) -> Iterator[str]:
    for i in range(1, len(letters) + 1):
        for lost in _VOWELS:
            yield letters[:i] + lost + letters[i:]


def has_tone_in_place(word: str) -> bool:
    """Whether the tone of ``word`` (NFC, small letters) stands on a vowel where either habit puts it: not 'đaọ'."""
    letters, tone = _apart(word)
    if not tone or word == _joined(letters, tone):
        return True
    newer = letters[-2:] in ("oa", "oe", "uy")
    return newer and word == unicodedata.normalize("NFC", letters + tone)
