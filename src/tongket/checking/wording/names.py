"""Names of bodies, places and events that one document writes in two ways (tên riêng viết không thống nhất).

What is compared stands in the same document, word for word: which of the two is right, the more frequent one says, and
Decree 30/2020/NĐ-CP, Appendix II. Cases of ``mixed-orthography``, whose page stands with the abbreviations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import Spans
from tongket.checking.wording.spelling_capitals import capitals
from tongket.checking.wording.spelling_proper import small_letters_in_names
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS, SMALL, fold_marks, key, syllable_key
from tongket.vietnamese.words import is_word, lexicon

_LETTERS = CAPITALS + SMALL
# Words that begin the name of a body, a law or a seat of one; what they begin goes on to the last capital behind them.
_HEADS = (
    "Công ty|Tổng|Sở|Phòng|Ban|Trung tâm|Chi cục|Cục|Vụ|Viện|Trường|Đài|Hội|Liên đoàn|Văn phòng|Tòa|Toà|Cảng|Báo|"
    "Kho bạc|Ngân hàng|Quỹ|Bộ|Tổ|Đội|Tập đoàn|Hãng|Học viện|Đảng bộ|Thanh tra|Kiểm toán|Bảo hiểm|Bảo tàng|Trạm|Vườn|"
    "Nhà hát|Khu|Luật"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?=[ \n][{_LETTERS}])")
_SMALL_HEADS = [  # one a word, for literals are found fast
    re.compile(rf"{word}(?=[ \n][{CAPITALS}][{SMALL}])")
    for word in ("sở", "phòng", "chi cục", "cục", "vụ", "viện", "đài", "hội", "luật")
]
_NEXT = re.compile(rf"( |\n|(?<!\n)[ ]?[-–][ \n]?)([{_LETTERS}]+)")
_MOST_WORDS = 11
_INSIDE = re.compile(rf"(?:[{_LETTERS}]| ,|[{_LETTERS}\d)],)[ \n]$")  # a sentence goes on before this place


_Form = tuple[tuple[str, bool], ...]  # of each word: what joins it to the one before, whether it has a capital


@dataclass(frozen=True, slots=True)
class _Name:
    """A beginning of a name: its words in small letters without what joins them, and how they are written."""

    words: tuple[str, ...]
    form: _Form
    place: Span


def check_names(report: Report) -> Iterator[Finding]:
    """Yield ``mixed-orthography`` where one name stands with other capitals, another dash or another kind of numeral.

    Not flagged: words in capitals; first words of sentences; names that share their first words alone; what the rules
    of capitals tell.
    """
    text, dirty = report.text, is_recognised(report)
    signed = [Span(report.signature.start, report.signature.end)] if report.signature else []
    by_rule = [one.place for one in (*capitals(text), *small_letters_in_names(text)) if isinstance(one.place, Span)]
    closed, told = Spans(signed + by_rule), list[tuple[int, int]]()
    by_words = (_quoted(text), _bodies(text), _places(text), _dashes(text), _lists(text), _kinds(text))
    for one in chain(*by_words, _numerals(text, dirty=dirty)):
        if isinstance(one.place, Span) and not closed.touch(one.place):
            at = bisect_left(told, (one.place.end, 0))
            if not at or told[at - 1][1] <= one.place.start:
                told.insert(at, (one.place.start, one.place.end))
                yield one


def _in_sentence(text: str, at: int) -> bool:
    """Whether a sentence goes on at a place, so that a capital there is of the name alone."""
    return _INSIDE.search(text, max(at - 3, 0), at) is not None


def _is_inside_a_word(text: str, at: int) -> bool:
    return text[max(at - 1, 0) : at].isalpha()


def _finding(text: str, case: str, rare: Sequence[Span], usual: Sequence[Span]) -> Finding:
    here, other = (" ".join(text[one.start : one.end].split()) for one in (rare[0], usual[0]))
    facts = {"here": here, "usual": other, "few": str(len(rare)), "many": str(len(usual))}
    return Finding("mixed-orthography", "info", rare[0], case, facts)


# ---- bodies: 'Trung tâm Bảo tồn di sản Mường Lũng' beside 'Trung tâm Bảo tồn Di sản Mường Lũng' ----


def _bodies(text: str) -> Iterator[Finding]:
    """Bodies with a capital or a joint more or less inside their names, and those whose first word is small here and
    there.
    """
    by_words: dict[tuple[str, ...], dict[_Form, list[Span]]] = defaultdict(lambda: defaultdict(list))
    laws_matter = _SMALL_HEADS[-1].search(text) is not None  # as what a small head is held against, only
    for head in finds(_HEAD, text):
        if _is_inside_a_word(text, head.start()) or (head[0] == "Luật" and not laws_matter):
            continue
        for name in _beginnings(text, head):
            by_words[name.words][name.form].append(name.place)
    told: set[tuple[str, ...]] = set()  # with what they begin with
    for words in sorted(by_words, key=len, reverse=True):
        forms = by_words[words]
        if len(forms) < 2 or words[0] == _LAW or words in told:
            continue
        told.update(words[:size] for size in range(1, len(words) + 1))
        found = sorted(forms.items(), key=lambda form: (-len(form[1]), _against_the_rule(words, form[0])))
        (form, usual), *others = ((form, _to_its_end(text, places)) for form, places in found)
        for other, rare in others:
            case = "dash" if _capitals(form) == _capitals(other) else "capitals"
            yield _finding(text, case, rare, usual)
    whole = {words: list(chain.from_iterable(forms.values())) for words, forms in by_words.items()}
    yield from _small_heads(text, whole)


_LAW = syllable_key("luật")  # of laws the check of capitals speaks, which knows their names
_OF_WORDS = frozenset(map(syllable_key, ("bộ", "tổng")))  # they make words with some of those behind them
_SMALL_SECOND = frozenset(map(syllable_key, ("luật", "trưởng", "đội", "công", "cục", "hội")))  # 'Bộ luật', 'Tổng cục'


def _capitals(form: _Form) -> tuple[bool, ...]:
    return tuple(capital for _, capital in form)


def _against_the_rule(words: tuple[str, ...], form: _Form) -> bool:
    """Whether the word behind the first has a capital less or more than the rule wants, where both are as frequent."""
    return form[1][1] == (words[0] in _OF_WORDS and words[1] in _SMALL_SECOND)


def _to_its_end(text: str, places: Sequence[Span]) -> list[Span]:
    """The places with the syllable behind them that makes a word with their last: 'Mặt trận', not 'Mặt'."""
    return [Span(one.start, _end_of_word(text, one)) for one in places]


def _end_of_word(text: str, place: Span) -> int:
    behind, last = _WORD_BEHIND.match(text, place.end), text[place.start : place.end].split()[-1]
    return behind.end() if behind and is_word(last, behind[1]) else place.end


def _beginnings(text: str, head: re.Match[str]) -> Iterator[_Name]:
    """What the name that begins with ``head`` says up to each word with a capital; and up to its third word, where
    only the second may be written in two ways ('Ban chỉ đạo').
    """
    words = [syllable_key(word) for word in head[0].lower().split()]
    form = [("", word[0].isupper()) for word in head[0].split()]
    inner, at, joint = _in_sentence(text, head.start()), head.end(), ""
    for _ in range(_MOST_WORDS):
        word = _NEXT.match(text, at)
        if word is None or (len(word[2]) > 2 and word[2].isupper()):
            return
        at = word.end()
        joint = joint if word[1].isspace() else "-"
        if word[2] == "và" and head[0] in _WITH_AND:
            joint = "và"
            continue
        if word[2] == head[0] or ((joint or word[1] == "\n") and _HEAD.match(text, word.start(2))):
            return  # another body
        words.append(syllable_key(word[2].lower()))
        form.append((joint, word[2][0].isupper()))
        joint = ""
        of_three = inner and len(words) == 3 and head[0] in _OF_THREE and tuple(words) != _COMMITTEE
        if word[2][0].isupper() or of_three:
            yield _Name(tuple(words), tuple(form), Span(head.start(), at))


# Behind these 'và' belongs to the name ('Trung tâm Văn hóa và Truyền thông'); a council 'và' does something else.
_WITH_AND = frozenset(("Công ty", "Trung tâm", "Phòng", "Vụ", "Chi cục", "Cục", "Viện", "Trường"))
_OF_THREE = ("Ban", "Tổng", "Hội", "Đài", "Sở", "Bộ")  # what they begin is a name by its third word
_COMMITTEE = tuple(map(syllable_key, ("ban", "tổ", "chức")))  # of a feast in small letters, of the Party in capitals


def _small_heads(text: str, names: Mapping[tuple[str, ...], Sequence[Span]]) -> Iterator[Finding]:
    """'phòng Tài nguyên' in a document that writes 'Phòng Tài nguyên' inside its sentences: told once for a word."""
    found: dict[str, tuple[list[Span], Sequence[Span]]] = {}
    for head in chain.from_iterable(finds(pattern, text) for pattern in _SMALL_HEADS):
        if _is_inside_a_word(text, head.start()) or _ends_a_word(text, head):
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
    return before[1][0].isupper() or is_word(before[1], head[0].split()[0])


# ---- other names: 'Bản pọm' beside 'Bản Pọm' ----

_PAIR = re.compile(
    rf"[{CAPITALS}](?<![{_LETTERS}].)(?=([{SMALL}]+)[ \n]([{_LETTERS}][{SMALL}]+)(?![{_LETTERS}]))", re.DOTALL
)
_TWICE = 2


def _places(text: str) -> Iterator[Finding]:
    """Names of two words whose second stands with a small letter, at most as often as with its capital, and half as
    often where the two make a word of the language.

    Not flagged: names of bodies and posts, words that also stand in small letters altogether, and a second word that
    makes a word with the next.
    """
    whole: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    half: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for pair in _PAIR.finditer(text):
        words = (f"{pair[0]}{pair[1]}", pair[2].capitalize())
        (whole if pair[2][0].isupper() else half)[words].append((pair.start(), pair.end(2)))
    for first, second in [words for words in half if words in whole]:
        rare, usual = half[first, second], whole[first, second]
        times = _TWICE if is_word(first, second) else 1
        if len(usual) < max(times * len(rare), times) or not _may_be_a_name(first, second):
            continue
        small = f" {first.lower()} {second.lower()}"
        if small not in text and not any(_begins_a_word(text, second, end) for _, end in rare):
            yield _finding(text, "name-capital", *([Span(*one) for one in places] for places in (rare, usual)))


def _may_be_a_name(first: str, second: str) -> bool:
    """Whether the first word is no word of grammar, body or post, and the second no kind of place; the name of
    President Hồ Chí Minh is looked at among the slips.
    """
    common = first in _COMMON_FIRST or canonical(first) in lexicon().grammar
    return not common and second not in _KINDS and (first, second) != ("Hồ", "Chí")


_COMMON_FIRST = frozenset(" ".join(_HEADS.split("|")).split()) | {
    *("Phó", "Trưởng", "Chánh", "Chủ", "Bí", "Ủy", "Uỷ", "Các", "Nhà", "Quyết", "Nghị", "Thông", "Kế", "Chương", "Điều")
}
_KINDS = frozenset(
    ("Châu", "Tỉnh", "Huyện", "Quận", "Xã", "Phường", "Thị", "Thôn", "Sông", "Biển", "Đảo", "Khu", "Vùng")
)
_WORD_BEHIND = re.compile(rf"[ \n]([{SMALL}]+)")


def _begins_a_word(text: str, word: str, end: int) -> bool:
    behind = _WORD_BEHIND.match(text, end)
    return behind is not None and is_word(word, behind[1])


# ---- dashes: 'Thi đua Khen thưởng' beside 'Thi đua - Khen thưởng' ----

_JOINED = re.compile(
    rf"[{CAPITALS}](?<![{_LETTERS}].)(?=([{SMALL}]+[ \n][{_LETTERS}][{SMALL}]+)"
    rf"( ?[-–] ?|[ \n])([{CAPITALS}][{SMALL}]+[ \n][{_LETTERS}][{SMALL}]+)(?![{_LETTERS}]))",
    re.DOTALL,
)


def _dashes(text: str) -> Iterator[Finding]:
    """Two names of two words each that a dash with blanks joins here, and a bare dash or none there."""
    joined: dict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _JOINED.finditer(text):
        names = tuple(" ".join(name.lower().split()) for name in (found[0] + found[1], found[3]))
        dash = fold_marks(found[2]).replace("\n", " ")
        if dash in (" -", "- "):
            continue  # told as a missing blank
        joined[names][dash].append(Span(found.start(), found.end(3)))
    for forms in joined.values():
        usual = forms.pop(" - ", [])
        rare = list(chain.from_iterable(forms.values()))
        if rare and len(usual) >= _TWICE and len(usual) > len(rare):
            yield _finding(text, "dash", rare, usual)


# ---- what is quoted: “Văn hiến - bản sắc” beside “Văn hiến - Bản sắc” ----

_QUOTED = re.compile(r"[“\"][ *]*(?P<name>[^“”\"\n]{1,90}(?:\n[^“”\"\n]{1,90})?)[”\"]")
_AMENDED = re.compile(r"từ[ \n]$")  # 'thay cụm từ “...”': words that stand in another act
_SIGNS = re.compile(r"[^\w]+")


def _quoted(text: str) -> Iterator[Finding]:
    """Names, titles and mottoes of three words and more that are quoted with other capitals, dashes or commas."""
    quoted: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _QUOTED.finditer(text):
        name = found["name"].rstrip(" *.,;")
        shown = " ".join(fold_marks(name).split())
        words = _SIGNS.sub(" ", key(shown)).strip()
        if (
            words.count(" ") > 1
            and not shown.isupper()
            and not _AMENDED.search(text, max(found.start() - 3, 0), found.start())
        ):
            quoted[words][_SYLLABLE.sub(_as_written, shown)].append(
                Span(found.start("name"), found.start("name") + len(name))
            )
    for forms in quoted.values():
        usual, *others = sorted(forms, key=lambda form: (-len(forms[form]), -form.count("A")))
        for other in others:
            case = "dash" if _SIGNS.sub("", usual) == _SIGNS.sub("", other) else "capitals"
            yield _finding(text, case, forms[other], forms[usual])


_SYLLABLE = re.compile(rf"[{_LETTERS}]+")


def _as_written(word: re.Match[str]) -> str:
    """'A' for a word with a capital, 'a' for another: what is written is the same."""
    return "A" if word[0][0].isupper() else "a"


# ---- enumerations of bodies: 'Sở, Ban, ngành' beside 'sở, ban, ngành' ----

_OF_BODIES = re.compile(r"[SsBb](?<!\w.)(?:ở|ộ|an)(?:,[ \n](?:[Bb]an|[Nn]gành|[Đđ]oàn[ \n]thể)(?!\w)){1,3}")


def _lists(text: str) -> Iterator[Finding]:
    """The bodies of a level, told together with other capitals here than there."""
    lists: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in finds(_OF_BODIES, text):
        if _in_sentence(text, found.start()):
            shown = " ".join(found[0].split())
            lists[shown.lower()][shown].append(Span(*found.span()))
    for forms in lists.values():
        if len(forms) > 1:
            usual, *others = sorted(forms.values(), key=len, reverse=True)
            for rare in others:
                yield _finding(text, "capitals", rare, usual)


# ---- bodies and documents by their kind: 'tòa án' beside 'Tòa án', 'quyết định này' beside 'Quyết định này' ----

_OF_THE_STATE = ("tòa án", "toà án", "viện kiểm sát", "quốc hội", "hội đồng nhân dân", "ủy ban nhân dân")
_ITSELF = tuple(
    f"{kind} này"
    for kind in ("luật", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "quy chế", "kế hoạch")
)
_RARELY = 5  # times that a body stands with its capital, for one in small letters


def _kinds(text: str) -> Iterator[Finding]:
    """A body of the State in small letters, which stands with a capital nearly everywhere; and the document itself
    ('Quyết định này'), which has a capital wherever one such document is meant (Appendix II, V.7).
    """
    for word in (*_OF_THE_STATE, *_ITSELF):
        small = list(_whole(text, word))
        large = list(_whole(text, word.capitalize())) if small else []
        if small and len(large) >= (len(small) if word in _ITSELF else _RARELY * len(small)):
            yield _finding(text, "capitals", small, large)


def _whole(text: str, word: str) -> Iterator[Span]:
    for at in places_of(text, word):
        if not _is_inside_a_word(text, at) and not text[at + len(word) : at + len(word) + 1].isalpha():
            yield Span(at, at + len(word))


# ---- numerals: 'vùng 5' beside 'vùng V' ----

_NUMBER = re.compile(
    r"[ \n](X?(?:IX|IV|V?I{1,3}|V)|X|[1-9]\d?)(?![\w.,/%-]*\w|[ \n]?[-–]|[ \n](?:lần|cuộc|kỳ|buổi)(?!\w))"
)
_NUMBERED = re.compile(
    rf"(?<![{_LETTERS}])"
    rf"(?:[{CAPITALS}][{SMALL}]*[ \n][{CAPITALS}][{SMALL}]*|[Gg]iai[ \n]đoạn|[Qq]uý|[{_LETTERS}]+[ \n]vùng)\Z"
)
_LONGEST = 40  # letters of two words
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ROMAN |= {f"X{numeral}": 10 + value for numeral, value in _ROMAN.items() if numeral != "X"}
_SURE = 4


def _numerals(text: str, *, dirty: bool) -> Iterator[Finding]:
    """One name or quarter with a Roman number here and an Arabic one there: told once for its words.

    In a text recognised badly 'I' may be '1': numbers below four are not looked at there.
    """
    numbered: dict[tuple[str, int], dict[bool, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _NUMBER.finditer(text):
        named = _NUMBERED.search(text, max(found.start() - _LONGEST, 0), found.start())
        if named is None:
            continue
        words, roman = " ".join(named[0].lower().split()), found[1] in _ROMAN
        number = _ROMAN[found[1]] if roman else int(found[1])
        if dirty and number < _SURE:
            continue
        start = named.end() - len("vùng") if words.endswith(" vùng") else named.start()
        numbered[words, number][roman].append(Span(start, found.end()))
    told: set[str] = set()
    for (words, _), forms in numbered.items():
        if len(forms) > 1 and words not in told:
            told.add(words)
            usual, rare = sorted(forms.values(), key=len, reverse=True)
            yield _finding(text, "numeral", rare, usual)
