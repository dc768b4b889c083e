"""Words beside numbers (chữ đi cùng số): mistyped 'ngày', 'tháng', 'năm', blanks left out, symbols of units.

Symbols of units follow the Law on Measurement and Decree 86/2012/NĐ-CP, Appendix: 'kV', 'km', 'kg'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.wording.spelling_nonwords import heard_alike
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical, of_one_letter, slips, typed
from tongket.vietnamese.unicode import SMALL
from tongket.vietnamese.words import Words, bare_letters, lexicon

_DAY = re.compile(r"\d{1,2} ([^\W\d_]+) \d{1,2} ([^\W\d_]+) (?:19|20)\d\d(?!\d)")
_SHORT_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\Z")  # before its year
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_WORD_OF_YEAR = re.compile(r"(?<=\d )[^\W\d_]{2,4}(?= \Z)")
_BEFORE_YEAR = (_SHORT_DAY, _WORD_OF_YEAR)
# What stands before the number of an act, of a month, of a year, of parts of an article: what precedes, the word, and
# what follows.
_BEFORE_NUMBERS = (
    ("", "số", r" (?=\d{1,5}(?:/(?:19|20)\d\d)?[-/][A-ZĐ])"),
    ("", "số", r"[ :.…_]{1,8}(?=/(?:BC|KH|QĐ|TB|CV|HD|TTr|NQ|CT|KL)-[A-ZĐ])"),  # left blank
    ("", "tháng", r" (?=(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d))"),
    (r"(?<=\d )", "tháng", r"(?= (?:đầu|cuối) năm(?!\w))"),
    ("", "khoản", r" (?=\d{1,2}(?: và \d{1,2}|, \d{1,2})* Điều \d)"),
    ("", "điểm", r" (?=[a-zđ] khoản \d)"),
    ("", "năm", r" (?=(?:19|20)\d\d(?![\d/.\-]))"),
    ("", "tháng", r" (?=(?:0[1-9]|1[0-2])(?:,| năm(?!\w)))"),
)
# The same for what no other word can be there: before a bare number, behind it, and where an article begins.
_BESIDE_NUMBERS = (
    (r"(?<!\w)", "số", r" (?=\d{1,3}(?![\d.,/%-]))"),
    (r"(?<=\d )", "nữ", r"(?=\s?[/;,.)\n])"),
    (r"(?:^|(?<=\n))[ \t]*", "Điều", r" (?=\d{1,3}[.:] )"),
)
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,6}) $")
_LONGEST = 8  # letters and the blank of a word before a number
_WORDS_OF_DATES = ("ngày", "tháng", "năm")


def mistyped_dates(text: str, table: Words) -> Iterator[Finding]:
    """'ngày 12 thang 5 năm 2024', 'ngầy 20/8/2015', 'tháng 01 nắm 2026', 'Nghị định xố 12/2020/NĐ-CP': what stands
    where the word of a date or of a number belongs, and is one slip from it.

    Not flagged: other words there ('trước 20/8/2015'), capitals throughout.
    """
    read: set[int] = set()
    for match in _DAY.finditer(text):
        places = [_before(text, match.start()), Span(*match.span(1)), Span(*match.span(2))]
        read.add(match.start(2))
        wrong = [
            (place, word)
            for place, word in zip(places, _WORDS_OF_DATES, strict=True)
            if place is None or text[place.start : place.end].lower() != word
        ]
        if len(wrong) == 1 and wrong[0][0] is not None:
            yield from _slip(text, wrong[0][0], wrong[0][1], table)
    for year in finds(_YEAR, text):
        day, word = (one.search(text, max(year.start() - _LONGEST, 0), year.start()) for one in _BEFORE_YEAR)
        place = _before(text, day.start()) if day else None
        if place is not None:
            yield from _slip(text, place, "ngày", table)
        if word is not None and word.start() not in read:
            read.add(word.start())
            yield from _slip(text, Span(*word.span()), "năm", table)
    for pattern, right in _before_numbers():
        for match in finds(pattern, text):
            if match.start() not in read:
                yield from _slip(text, Span(*match.span(1)), right, table)
    for pattern, right in _beside_numbers():
        for match in finds(pattern, text):
            facts = {"here": match[1], "right": right}
            yield Finding("spelling", "warning", Span(*match.span(1)), "slip", facts)


@cache
def _before_numbers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What slips make of the words of ``_BEFORE_NUMBERS``, before what tells that these were meant.

    Words that stand there too are left out: 'miền nam 2020', 'sổ 4/BC'.
    """
    found = []
    for before, word, behind in _BEFORE_NUMBERS:
        wrong = (slips(word) | heard_alike(word) | {bare_letters(word)}) - {"nam", "sổ"}
        if not before:  # where a sentence begins
            wrong |= {one.capitalize() for one in wrong}
        forms = "|".join(sorted(wrong))
        found.append((re.compile(rf"(?<!\w){before}({forms}){behind}"), word))
    return tuple(found)


@cache
def _beside_numbers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What wrong marks make of the words of ``_BESIDE_NUMBERS``, but for what stands as a word alone."""
    alone = lexicon().alone
    found = []
    for before, word, behind in _BESIDE_NUMBERS:
        bare = bare_letters(word.lower())
        wrong = sorted(one for one in slips(word.lower()) if bare_letters(one) == bare and one not in alone)
        forms = "|".join(one.capitalize() if word.istitle() else one for one in wrong)
        found.append((re.compile(rf"{before}({forms}){behind}"), word))
    return tuple(found)


def _before(text: str, at: int) -> Span | None:
    """The word before ``at``."""
    low = max(at - _LONGEST, 0)
    match = _WORD_BEFORE.search(text[low:at])
    return Span(low + match.start(1), low + match.end(1)) if match else None


def _slip(text: str, place: Span, right: str, table: Words) -> Iterator[Finding]:
    here = text[place.start : place.end]
    word = here.lower()
    if word == right or here.isupper() or right not in _meant(word):
        return
    if word in table.grammar and word != "ngay" and not (word == "này" and _behind_symbol(text, place.start)):
        return
    facts = {"here": here, "right": right.capitalize() if here[:1].isupper() else right}
    yield Finding("spelling", "warning", place, "slip", facts)


_SYMBOL = re.compile(r"\d/[\w-]*[A-ZĐ],?\s\Z")
_OF_SYMBOL = 24  # letters of a symbol, with the blank behind it


def _behind_symbol(text: str, at: int) -> bool:
    """Whether the symbol of an act stands before ``at``: 'Thông tư số 07/2021/TT-BTC này 18/7/2021'."""
    return _SYMBOL.search(text, max(at - _OF_SYMBOL, 0), at) is not None


@lru_cache(maxsize=1024)
def _meant(word: str) -> frozenset[str]:
    """What one slip of hand or ear may have made ``word`` of."""
    return slips(canonical(word)) | typed(word) | of_one_letter(word) | heard_alike(word)


_NUMBER_FIRST = re.compile(r"\d(?<![\w.,/:–-]\d)\d{0,2}(?:[.,]\d+)?(?=[^\W\d_]{2})([^\W\d_]+)(?![\w/-])")
_WORD_FIRST = re.compile(
    r"(?<!\w)(?:[Nn]gày(?=\d{1,2} tháng|\d{1,2}/)|[Tt]háng(?=\d{1,2} năm|\d{1,2}/(?:19|20))"
    r"|[Nn]ăm(?=(?:19|20)\d\d(?!\d))|(?:Điều|[Kk]hoản)(?=\d{1,3}(?!\d))"
    r"|(?:[Tt][ỷỉ] lệ|[Đđ]ạt|[Cc]hiếm|[Tt]ăng|[Gg]iảm|[Gg]ần|[Tt]rên|[Dd]ưới|[Kk]hoảng)(?=\d[\d.,]*\s?%))(\d+)"
)
# What is told by its number, where the number may be the mark of a note as well; such marks stand behind any word.
_ORDINAL = re.compile(r"(?<!\w)(?:[Ll]ớp|[Tt]hôn|[Kk]hu|[Tt]ổ|[Kk]hóa|[Đđ]ợt)(?=\d{1,2}(?![\w.,/-]*\w))(\d+)")
_MARKED = re.compile(rf"[{SMALL}](?<=[{SMALL}].)\d{{1,2}}(?!\w)")
_SPACED = re.compile(r"\d [^\W\d_]{2}")
_LONG = 4  # letters without a mark from which a word is hardly a symbol
_FEW = 3  # places without a blank up to which it was forgotten
_SHARE = 10  # so many times as often with a blank, and it was forgotten too; else the text lost its blanks on the way


def glued_numbers(text: str, table: Words) -> Iterator[Finding]:
    """Where no blank stands between a number and the word that it counts or belongs to: '05xã', 'ngày15 tháng 6'.

    Not flagged: symbols of units ('5ha', '10km'), codes, numbers of notes, texts that lost their blanks on the way.
    """
    found = [match for match in _NUMBER_FIRST.finditer(text) if _is_word(match[1], table)]
    found += list(finds(_WORD_FIRST, text))
    ordinals = list(finds(_ORDINAL, text))
    found += ordinals if len(ordinals) == len(_MARKED.findall(text)) else ()  # else they are marks of notes
    if len(found) > _FEW and len(found) * _SHARE > len(_SPACED.findall(text)):
        return
    for match in found:
        at = match.start(1) - match.start()
        facts = {"here": match[0], "right": f"{match[0][:at]} {match[1]}"}
        yield Finding("spelling", "warning", Span(*match.span()), "blank", facts)


def _is_word(letters: str, table: Words) -> bool:
    """Whether ``letters`` are a word, and no symbol of a unit."""
    return letters.islower() and (not letters.isascii() or len(letters) >= _LONG) and canonical(letters) in table.all


_SYMBOLS = {"kv": "kV", "kva": "kVA", "kw": "kW", "kwh": "kWh", "km": "km", "kg": "kg", "ha": "ha", "mw": "MW"}
_UNIT = re.compile(r"(K[Vv][Aa]?|k(?:v[Aa]?|Va)|K[Ww][Hh]?|kw[Hh]?|K[Mm]|K[Gg]|H[Aa]|Mw)(?!\w)")
_METRES = re.compile(r"(M)[23](?!\w)")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])\d[\d.,]* ?\Z")
_DIGITS = 30  # of a number, with its marks
_LINE = 400  # letters of a line around a symbol, which show whether it is in capitals


def unit_symbols(text: str) -> Iterator[Finding]:
    """Hints where the symbol of a unit has the wrong capitals: '22KV' for '22kV', '5 Km' for '5 km', '50 M2'.

    Not flagged: lines in capitals.
    """
    for match in (*finds(_UNIT, text), *finds(_METRES, text)):
        number = _NUMBER_BEFORE.search(text, max(match.start() - _DIGITS, 0), match.start())
        if number is None:
            continue
        here = number[0] + match[0]
        line = text[line_start(text, match.start(), _LINE) : line_end(text, match.end(), _LINE)]
        if line.replace(here, "").isupper():
            continue
        right = _SYMBOLS.get(match[1].lower(), match[1].lower()) + match[0][len(match[1]) :]
        facts = {"here": here, "right": number[0] + right}
        yield Finding("spelling", "info", Span(number.start(), match.end()), "slip", facts)


_NAMED = r"\d[\d.,]*(?: ?[^\W\d_]+(?:/[^\W\d_]+)?){0,2}"
_ABOVE = re.compile(rf"(?<!\w)([Tt]rên|[Hh]ơn) ({_NAMED}) trở lên(?!\w)")
_BELOW = re.compile(rf"(?<!\w)([Dd]ưới) ({_NAMED}) trở xuống(?!\w)")


def two_bounds(text: str) -> Iterator[Finding]:
    """Hints at 'trên 100 mm trở lên', where 'trên' leaves out the number that 'trở lên' takes in."""
    for match in (*finds(_ABOVE, text), *finds(_BELOW, text)):
        last = "trở lên" if match[0].endswith("lên") else "trở xuống"
        first = "từ" if match[1].islower() else "Từ"
        facts = {"here": match[0], "one": match[1].lower(), "other": last, "right": f"{first} {match[2]} {last}"}
        yield Finding("spelling", "info", Span(*match.span()), "bounds", facts)


_PHASE = re.compile(r"(?<!\w)[Gg]iai đoạn (năm 20\d\d)(?!\s?(?:[-–]|đến |và |tới |/))(?!\d)")


def phase_of_one_year(text: str) -> Iterator[Finding]:
    """'quy hoạch giai đoạn năm 2045': a phase has two ends, of which one is missing.

    Not flagged: 'giai đoạn năm 2021 - 2025'.
    """
    for match in finds(_PHASE, text):
        facts = {"here": match[0], "right": f"{match[0][:9]} đến {match[1]}"}
        yield Finding("spelling", "warning", Span(*match.span()), "left-out", facts)


_PROVIDED = re.compile(r"(?<!\w)quy định (?=(Nghị quyết|Nghị định|Thông tư|Quyết định) số \d|(?:khoản|Điều) \d)")
_BY = re.compile(r"(?:theo|đúng|căn cứ|Theo|Căn cứ)(?: đúng)?(?: các| những)? $")


def without_at(text: str) -> Iterator[Finding]:
    """'mức chi quy định Nghị quyết số 12' for 'quy định tại Nghị quyết số 12'.

    A hint behind 'theo', where many leave it out.
    """
    for match in finds(_PROVIDED, text):
        hint = _BY.search(text[max(match.start() - 20, 0) : match.start()])
        named = match[1] or text[match.end() : match.end() + 6].split(" ")[0]
        facts = {"here": f"quy định {named}", "right": f"quy định tại {named}"}
        place = Span(match.start(), match.end() + len(named))
        yield Finding("spelling", "info" if hint else "warning", place, "left-out", facts)
