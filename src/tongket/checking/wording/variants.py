"""Words that may be written in two ways, and that one document writes in both (từ viết theo hai cách).

i or y behind a consonant: 'nghệ sĩ' and 'nghệ sỹ', 'kĩ thuật' and 'kỹ thuật' (schoolbooks have i, most offices keep y);
hằng or hàng before a period: 'hằng năm', as the Constitution of 2013 has it, and 'hàng năm'; the tone on either vowel:
'hòa' and 'hoà'. Neither is wrong; both side by side are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.unicode import CAPITALS, SMALL, syllable_key
from tongket.vietnamese.words import is_word

_OLD_TONE = re.compile(r"[óòỏõọÓÒỎÕỌúùủũụÚÙỦŨỤ](?<![qQgG].)(?:(?<=[óòỏõọÓÒỎÕỌ])[ae]|(?<=[úùủũụÚÙỦŨỤ])y)(?!\w)")
_NEW_TONE = re.compile(r"[oOuU](?<![qQgG].)(?:(?<=[oO])[áàảãạéèẻẽẹ]|(?<=[uU])[ýỳỷỹỵ])(?!\w)")
_WITH_I_OR_Y = re.compile(r"(?:[hklmst]|qu)[iíìỉĩịyýỳỷỹỵ](?<![^\W\d_][hklmst].)(?<![^\W\d_]qu.)(?![^\W\d_])")
_WORD_BEHIND = re.compile(rf"[ \n]([{SMALL}]{{2,}})(?![^\W\d_])")
_WORD_BEFORE = re.compile(rf"(?<![^\W\d_])([{CAPITALS}{SMALL}][{SMALL}]+)[ \n]$")
_EVERY = re.compile(r"(?<!\w)[hH](?:à|ằ)ng[ \n](?=(?:năm|tháng|tuần|ngày|quý)(?!\w))(\w+)")
_Y_OF_I = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")
_HANG = "hàng "  # the second choice, however often
_MOST = 3  # words that are told of one text

_Forms = dict[str, dict[str, list[Span]]]  # a word, however written -> as written -> where


def find_variants(text: str) -> Iterator[Finding]:
    """Yield ``mixed-orthography`` for the habit of tones, and for words of either kind that stand in two ways."""
    yield from _tones(text)
    words: _Forms = defaultdict(lambda: defaultdict(list))
    _every(text, words)
    _i_or_y(text, words)
    mixed = [forms for forms in words.values() if len(forms) > 1]
    for forms in sorted(mixed, key=lambda forms: -sum(map(len, forms.values())))[:_MOST]:
        usual, rare = sorted(
            forms, key=lambda form: (form.startswith(_HANG), -len(forms[form]), _is_second_choice(form))
        )[:2]
        facts = {"here": rare, "usual": usual, "few": str(len(forms[rare])), "many": str(len(forms[usual]))}
        yield Finding("mixed-orthography", "info", forms[rare][0], "i-or-y", facts)


def _tones(text: str) -> Iterator[Finding]:
    old, new = list(_OLD_TONE.finditer(text)), list(_NEW_TONE.finditer(text))
    if not old or not new:
        return
    rare, usual = sorted((old, new), key=len)
    there = {syllable_key(_syllable(text, one).lower()): _syllable(text, one) for one in reversed(usual)}
    # The same syllable in both ways shows best what is meant.
    shown = next((one for one in rare if syllable_key(_syllable(text, one).lower()) in there), rare[0])
    here = _syllable(text, shown)
    other = there.get(syllable_key(here.lower()), _syllable(text, usual[0]))
    facts = {"here": here, "usual": other, "few": str(len(rare)), "many": str(len(usual))}
    yield Finding("mixed-orthography", "info", Span(shown.end() - len(here), shown.end()), "tone", facts)


def _syllable(text: str, match: re.Match[str]) -> str:
    """The whole syllable that ends with ``match``."""
    start = match.start()
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start : match.end()]


def _every(text: str, words: _Forms) -> None:
    for match in finds(_EVERY, text):
        shown = " ".join(match[0].lower().split())
        words[match[1]][shown].append(Span(*match.span()))


def _i_or_y(text: str, words: _Forms) -> None:
    """Words of two syllables, of which one ends with i or y behind its consonant: with the next where that makes a
    word, else with the one before.
    """
    for match in _WITH_I_OR_Y.finditer(text):
        behind = _WORD_BEHIND.match(text, match.end())
        before = _WORD_BEFORE.search(text, max(match.start() - 9, 0), match.start())
        if behind is not None and is_word(match[0], behind[1]):
            word, shown = f"{match[0].translate(_Y_OF_I)} {behind[1]}", f"{match[0]} {behind[1]}"
            words[word][shown].append(Span(match.start(), behind.end()))
        elif before is not None and is_word(before[1], match[0]):
            first = before[1].lower()
            words[f"{first} {match[0].translate(_Y_OF_I)}"][f"{first} {match[0]}"].append(
                Span(before.start(1), match.end())
            )


def _is_second_choice(form: str) -> bool:
    """Of two forms that are as frequent: that with i."""
    return any(word != word.translate(_Y_OF_I) for word in form.split() if len(word) < 4)
