"""Names of bodies, places and events that one document writes in two ways (tên riêng viết không thống nhất).

What is compared stands in the same document, word for word: which of the two is right, the more frequent one says, and
Decree 30/2020/NĐ-CP, Appendix II. Cases of ``mixed-orthography``, whose page stands with the abbreviations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import Spans
from tongket.checking.wording.spelling_capitals import capitals
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS, SMALL, fold_marks, syllable_key
from tongket.vietnamese.words import lexicon

_LETTERS = CAPITALS + SMALL
# Words that begin the name of a body, a law or a seat of one; what they begin goes on to the last capital behind them.
_HEADS = (
    "Công ty|Tổng|Sở|Phòng|Ban|Trung tâm|Chi cục|Cục|Vụ|Viện|Trường|Đài|Hội|Liên đoàn|Văn phòng|Tòa|Toà|Cảng|Báo|"
    "Kho bạc|Ngân hàng|Quỹ|Bộ|Tổ|Đội|Tập đoàn|Hãng|Học viện|Đảng bộ|Thanh tra|Kiểm toán|Bảo hiểm|Bảo tàng|Trạm|Vườn|"
    "Nhà hát|Khu|Luật"
)
_HEAD = re.compile(rf"(?<![^\W\d_])(?:{_HEADS})(?=[ \n][{_LETTERS}])")
_SMALL_HEAD = re.compile(rf"(?<![^\W\d_])(?:sở|phòng|chi cục|cục|vụ|viện|đài|hội|luật)(?=[ \n][{CAPITALS}][{SMALL}])")
_NEXT = re.compile(rf"( |\n|(?<!\n)[ ]?[-–][ \n]?)([{_LETTERS}]+)")
_MOST_WORDS = 11
_INSIDE = re.compile(rf"(?:[{_LETTERS}]| ,|[{_LETTERS}\d)],)[ \n]$")  # a sentence goes on before this place


@dataclass(frozen=True, slots=True)
class _Name:
    """A beginning of a name: words in small letters, and which of them have a capital."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    place: Span


def check_names(report: Report) -> Iterator[Finding]:
    """Yield ``mixed-orthography`` where one name stands with other capitals, another dash or another kind of numeral.

    Not flagged: texts recognised badly; words in capitals; first words of sentences; names that share their first
    words alone; pairs that are told side by side.
    """
    if report.source.scanned or is_dirty(report):
        numerals: Iterable[Finding] = ()
    else:
        numerals = _numerals(report.text)
    closed = [Span(report.signature.start, report.signature.end)] if report.signature else []
    closed += [one.place for one in capitals(report.text) if isinstance(one.place, Span)]  # they are told by the rule
    for one in chain(_bodies(report.text), _places(report.text), _dashes(report.text), _lists(report.text), numerals):
        if isinstance(one.place, Span) and not Spans(closed).touch(one.place):
            closed.append(one.place)
            yield one


def _in_sentence(text: str, at: int) -> bool:
    """Whether a sentence goes on at a place, so that a capital there is of the name alone."""
    return _INSIDE.search(text, max(at - 3, 0), at) is not None


def _finding(text: str, case: str, rare: Sequence[Span], usual: Sequence[Span]) -> Finding:
    here, other = (" ".join(text[one.start : one.end].split()) for one in (rare[0], usual[0]))
    facts = {"here": here, "usual": other, "few": str(len(rare)), "many": str(len(usual))}
    return Finding("mixed-orthography", "info", rare[0], case, facts)


# ---- bodies: 'Trung tâm Bảo tồn di sản Mường Lũng' beside 'Trung tâm Bảo tồn Di sản Mường Lũng' ----


def _bodies(text: str) -> Iterator[Finding]:
    """Bodies with a capital more or less inside their names, and those whose first word is small here and there."""
    by_words: dict[tuple[str, ...], dict[tuple[bool, ...], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for head in _HEAD.finditer(text):
        for name in _beginnings(text, head):
            by_words[name.words][name.capitals].append(name.place)
    told: list[tuple[str, ...]] = []
    for words in sorted(by_words, key=len, reverse=True):
        forms = by_words[words]
        if len(forms) < 2 or words[0] == _LAW or any(words == longer[: len(words)] for longer in told):
            continue
        told.append(words)
        found = sorted(forms.items(), key=lambda form: (-len(form[1]), _against_the_rule(words, form[0])))
        usual, *others = (_to_its_end(text, places) for _, places in found)
        for rare in others:
            yield _finding(text, "capitals", rare, usual)
    whole = {words: list(chain.from_iterable(forms.values())) for words, forms in by_words.items()}
    yield from _small_heads(text, whole)


_LAW = syllable_key("luật")  # of laws the check of capitals speaks, which knows their names
_OF_WORDS = frozenset(map(syllable_key, ("bộ", "tổng")))  # they make words with some of those behind them
_SMALL_SECOND = frozenset(map(syllable_key, ("luật", "trưởng", "đội", "công", "cục", "hội")))  # 'Bộ luật', 'Tổng cục'


def _against_the_rule(words: tuple[str, ...], capitals: tuple[bool, ...]) -> bool:
    """Whether the word behind the first has a capital less or more than the rule wants, where both are as frequent."""
    return capitals[1] == (words[0] in _OF_WORDS and words[1] in _SMALL_SECOND)


def _to_its_end(text: str, places: Sequence[Span]) -> list[Span]:
    """The places with the syllable behind them that makes a word with their last: 'Mặt trận', not 'Mặt'."""
    return [Span(one.start, _end_of_word(text, one)) for one in places]


def _end_of_word(text: str, place: Span) -> int:
    behind, last = _WORD_BEHIND.match(text, place.end), text[place.start : place.end].split()[-1]
    return behind.end() if behind and f"{canonical(last)} {canonical(behind[1])}" in lexicon().known else place.end


def _beginnings(text: str, head: re.Match[str]) -> Iterator[_Name]:
    """What the name that begins with ``head`` says up to each word with a capital; and up to its third word, where
    only the second may be written in two ways ('Ban chỉ đạo').
    """
    words = [syllable_key(word) for word in head[0].lower().split()]
    capitals = [word[0].isupper() for word in head[0].split()]
    inner, at = _in_sentence(text, head.start()), head.end()
    for _ in range(_MOST_WORDS):
        word = _NEXT.match(text, at)
        if word is None or (len(word[2]) > 2 and word[2].isupper()):
            return
        if not word[1].isspace():
            words.append("-")
            capitals.append(True)
        words.append(syllable_key(word[2].lower()))
        capitals.append(word[2][0].isupper())
        at = word.end()
        of_three = inner and len(words) == 3 and head[0] in _OF_THREE and tuple(words) != _COMMITTEE
        if capitals[-1] or of_three:
            yield _Name(tuple(words), tuple(capitals), Span(head.start(), at))


_OF_THREE = ("Ban", "Tổng", "Hội", "Đài", "Sở", "Bộ")  # what they begin is a name by its third word
_COMMITTEE = tuple(map(syllable_key, ("ban", "tổ", "chức")))  # of a feast in small letters, of the Party in capitals


def _small_heads(text: str, names: Mapping[tuple[str, ...], Sequence[Span]]) -> Iterator[Finding]:
    """'phòng Tài nguyên' in a document that writes 'Phòng Tài nguyên' inside its sentences: told once for a word."""
    found: dict[str, tuple[list[Span], Sequence[Span]]] = {}
    for head in _SMALL_HEAD.finditer(text):
        if _ends_a_word(text, head):
            continue
        wide = [one for one in _beginnings(text, head) if one.words in names]
        usual = [one for one in names[wide[-1].words] if _in_sentence(text, one.start)] if wide else []
        if usual:
            found.setdefault(head[0], ([], usual))[0].append(wide[-1].place)
    for rare, inside in found.values():
        yield _finding(text, "capitals", _to_its_end(text, rare), _to_its_end(text, inside))


_WORD_BEFORE = re.compile(rf"([{_LETTERS}]+)[ \n]$")


def _ends_a_word(text: str, head: re.Match[str]) -> bool:
    """Whether ``head`` is the end of another word: 'văn phòng Sở', 'cán bộ Mặt trận', 'Chi cục'."""
    before = _WORD_BEFORE.search(text, max(head.start() - 9, 0), head.start())
    if before is None:
        return False
    pair = f"{canonical(before[1])} {canonical(head[0].split()[0])}"
    return before[1][0].isupper() or pair in lexicon().known or pair in lexicon().common


# ---- other names: 'Bản pọm' beside 'Bản Pọm' ----

_PAIR = re.compile(rf"(?<![{_LETTERS}])(?=([{CAPITALS}][{SMALL}]+)[ \n]([{_LETTERS}][{SMALL}]+)(?![{_LETTERS}]))")
_TWICE = 2


def _places(text: str) -> Iterator[Finding]:
    """Names of two words whose second stands with a small letter, at most half as often as with its capital.

    Not flagged: names of bodies and posts, words that also stand in small letters altogether, and a second word that
    makes a word with the next.
    """
    whole: dict[tuple[str, str], list[Span]] = defaultdict(list)
    half: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for pair in _PAIR.finditer(text):
        words = (pair[1], pair[2].capitalize())
        (whole if pair[2][0].isupper() else half)[words].append(Span(pair.start(1), pair.end(2)))
    for (first, second), rare in half.items():
        usual = whole.get((first, second), ())
        if len(usual) < _TWICE * len(rare) or len(usual) < _TWICE or first in _COMMON_FIRST or second in _KINDS:
            continue
        if next(places_of(text, f" {first.lower()} {second.lower()}"), None) is None and not any(
            _begins_a_word(text, second.lower(), one.end) for one in rare
        ):
            yield _finding(text, "name-capital", rare, usual)


_COMMON_FIRST = frozenset(" ".join(_HEADS.split("|")).split()) | {
    *("Phó", "Trưởng", "Chánh", "Chủ", "Bí", "Ủy", "Uỷ", "Các", "Nhà", "Quyết", "Nghị", "Thông", "Kế", "Chương", "Điều")
}
_KINDS = frozenset(
    ("Châu", "Tỉnh", "Huyện", "Quận", "Xã", "Phường", "Thị", "Thôn", "Sông", "Biển", "Đảo", "Khu", "Vùng")
)
_WORD_BEHIND = re.compile(rf"[ \n]([{SMALL}]+)")


def _begins_a_word(text: str, word: str, end: int) -> bool:
    behind = _WORD_BEHIND.match(text, end)
    return behind is not None and f"{canonical(word)} {canonical(behind[1])}" in lexicon().known


# ---- dashes: 'Thi đua Khen thưởng' beside 'Thi đua - Khen thưởng' ----

_JOINED = re.compile(
    rf"(?<![{_LETTERS}])(?=([{CAPITALS}][{SMALL}]+[ \n][{_LETTERS}][{SMALL}]+)"
    rf"( ?[-–] ?|[ \n])([{CAPITALS}][{SMALL}]+[ \n][{_LETTERS}][{SMALL}]+)(?![{_LETTERS}]))"
)


def _dashes(text: str) -> Iterator[Finding]:
    """Two names of two words each that a dash with blanks joins here, and a bare dash or none there."""
    joined: dict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _JOINED.finditer(text):
        names = tuple(" ".join(found[at].lower().split()) for at in (1, 3))
        dash = fold_marks(found[2]).replace("\n", " ")
        joined[names][dash].append(Span(found.start(1), found.end(3)))
    for forms in joined.values():
        usual = forms.pop(" - ", [])
        rare = list(chain.from_iterable(forms.values()))
        if rare and len(usual) >= _TWICE and len(usual) > len(rare):
            yield _finding(text, "dash", rare, usual)


# ---- enumerations of bodies: 'Sở, Ban, ngành' beside 'sở, ban, ngành' ----

_OF_BODIES = re.compile(r"(?<!\w)(?:[Ss]ở|[Bb]ộ|[Bb]an)(?:,[ \n](?:[Bb]an|[Nn]gành|[Đđ]oàn[ \n]thể)(?!\w)){1,3}")


def _lists(text: str) -> Iterator[Finding]:
    """The bodies of a level, told together with other capitals here than there."""
    lists: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _OF_BODIES.finditer(text):
        if _in_sentence(text, found.start()):
            shown = " ".join(found[0].split())
            lists[shown.lower()][shown].append(Span(*found.span()))
    for forms in lists.values():
        if len(forms) > 1:
            usual, *others = sorted(forms.values(), key=len, reverse=True)
            for rare in others:
                yield _finding(text, "capitals", rare, usual)


# ---- numerals: 'vùng 5' beside 'vùng V' ----

_NUMBERED = re.compile(
    rf"(?<![{_LETTERS}])"
    rf"([{CAPITALS}][{SMALL}]*[ \n][{CAPITALS}][{SMALL}]*|[Gg]iai[ \n]đoạn|[Qq]uý|[{_LETTERS}]+[ \n]vùng)"
    r"[ \n](X?(?:IX|IV|V?I{1,3}|V)|X|[1-9]\d?)(?![\w.,/%-]*\w|[ \n]?[-–]|[ \n](?:lần|cuộc|kỳ|buổi)(?!\w))"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ROMAN |= {f"X{numeral}": 10 + value for numeral, value in _ROMAN.items() if numeral != "X"}


def _numerals(text: str) -> Iterator[Finding]:
    """One name or quarter with a Roman number here and an Arabic one there: told once for its words."""
    numbered: dict[tuple[str, int], dict[bool, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _NUMBERED.finditer(text):
        words, roman = " ".join(found[1].lower().split()), found[2] in _ROMAN
        start = found.end(1) - len("vùng") if words.endswith(" vùng") else found.start()
        numbered[words, _ROMAN[found[2]] if roman else int(found[2])][roman].append(Span(start, found.end()))
    told: set[str] = set()
    for (words, _), forms in numbered.items():
        if len(forms) > 1 and words not in told:
            told.add(words)
            usual, rare = sorted(forms.values(), key=len, reverse=True)
            yield _finding(text, "numeral", rare, usual)
