"""One pass over the running text that finds the telling tokens; the grammars read these and the words between.

A token stands only where a plain word would not do: numbers in all their printed forms, document symbols, and the
capitalised type words of documents. Plain words get no token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from tongket.reading.running.looseness import loosen
from tongket.registry.types import CITED_BY_NAME, TYPE_ABBREVIATIONS, TYPE_BY_SPOKEN, TYPE_NAMES
from tongket.vietnamese.unicode import SMALL


class Token(NamedTuple):
    """A telling token of ``Flow.text``: half-open offsets into that text.

    Kinds: ``symbol`` ('217-QĐ/TW', '30/2020/NĐ-CP', '1257/SNV-XDCQ&TCBM'), ``date`` ('12/12/2013', '12 tháng 12 năm
    2013'), ``month`` ('5/2016'), ``fraction`` ('12/15'), ``number`` (digits with their own separators: '1.234,5'),
    ``type`` (type word or abbreviation that begins with a capital, of documents that are cited by name, too; and 'luật'
    in any casing).
    ``blank`` is the rest of a symbol whose number is left open ('số     /KH-UBND' -> '/KH-UBND').
    A named tuple and not a dataclass, because a long law holds tens of thousands and these are built twice as fast.
    """

    kind: str
    start: int
    end: int


_DASH = r"\-_‐‑‒–—−"
_SLASH = "/⁄∕"
_UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SEGMENT = (
    r"(?:Cty|0Đ|[BSP]GD[ \u00a0]?&?[ \u00a0]?ĐT|[ĐTHQ]\.[UƯW]"
    rf"|[{_UPPER}][{_UPPER}0-9&§]*(?:[a-zđọ](?![a-zà-ỹ])[{_UPPER}0-9&§]*)*)"
)
"""One part of a symbol: capitals and digits, with single small letters as in 'TTg', 'CTrPH', 'QĐi'; 'Cty'; 'Đ.U';
'BGD ĐT'.
"""

_NUMBER = r"[0-9]{0,4}+(?:\.[0-9]{1,2}+|[lIOo]{1,2}[0-9]{0,3}+(?=[/-]))?+[a-dđA-D]?"
"""The rest of a number behind its first digit; '4l-KH' is a scanner's 41."""
_YEAR = rf"(?:[ \n]?[{_SLASH}][ \n]?(?:19|20)[0-9]{{2}}|(?<![0-9]{{4}})-(?:19|20)[0-9]{{2}}(?=[{_SLASH}]))?"
"""Behind a slash; a dash is a slip, and no range where the number is shorter: '22-2021/TT-BGDĐT'."""
_ABBREVIATION = "|".join(sorted(TYPE_ABBREVIATIONS, key=len, reverse=True))
_GAP = r"[ \n\u00a0]?"
_MARK = rf"{_GAP}\.?[{_DASH}{_SLASH}](?:{_GAP}[{_DASH}])?{_GAP}"  # a stray dot or dash is the scanner's
_HOUR = rf"(?:-[0-9]{{1,2}})?[{_SLASH}][0-9]{{1,2}}h[0-9]{{2}}(?=[{_SLASH}])"
"""The number and hour of a bulletin of the weather service: 'KHTN-01/17h00/DBQG-DBKH'."""
SYMBOL = (
    rf"{_NUMBER}(?=[ \n\u00a0]?[{_DASH}{_SLASH}{_UPPER}]){_YEAR}(?:"
    rf"{_GAP}[{_DASH}{_SLASH}]{_GAP}(?:{_ABBREVIATION})(?:{_MARK}|\.){SEGMENT}"  # type and body
    rf"|{_GAP}[{_SLASH}]{_GAP}{SEGMENT}(?:\.(?=[{_UPPER}]{{2}}){SEGMENT})?"  # body alone: 'QH15', '33/BCĐ.CCHC'
    rf"|[{_DASH}]{SEGMENT}"  # 'N-CP', '53-KH-HU'
    rf"|[ \u00a0](?:{_ABBREVIATION})[-/]{SEGMENT}"  # separator lost: '84 QĐ/TWĐTN', '112 CV-HĐTN'
    rf"|(?:{_ABBREVIATION})[{_DASH}{_SLASH}]{SEGMENT}"  # the same: '33CT-TTg'
    rf"|[ \u00a0](?:TTg|HĐBT|CP)"  # before 2004: '202 TTg'
    rf")(?:\.?[{_DASH}{_SLASH}]{_GAP}{SEGMENT}|{_HOUR})*(?:(?<=QH)[ \u00a0]?[0-9]{{1,2}})?"
    r"(?:/nb|[-/](?:19|20)[0-9]{2})?"
    rf"(?:(?![\w/])|(?<=QH1[0-9])(?=[a-zà-ỹđ]))"  # 'Luật số 118/2025/QH15như sau'
)
"""A document's number with its symbol, as printed, damage included, behind its first digit (reference: citation
grammar, sections 1, 2, 5).
"""

_COUNT = (
    r"[0-9]*+(?:\.[0-9]{3})*+(?:,[0-9]++)*+"
    rf"(?= (?!t)[{SMALL}]|\t(?!t)\S|\.[ \n][^\W\d_]|[%;:)])"
)
"""The rest of what can only be a number, as the characters behind it show; a 't' there may begin 'tháng'."""

# The first digit stands before the choice, because a search for what begins so is many times faster; most numbers only
# count, and are seen at once
_DIGITS = re.compile(
    rf"[0-9](?:{_COUNT}|(?P<symbol>{SYMBOL})"
    r"|(?P<date>[0-9]?+(?:[ ]?[/.\-–][ ]?[0-9]{1,2}+[ ]?[/.\-–][ ]?(?:[0-9]{4}|[0-9]{2}\b)(?![0-9/.\-–])"
    r"|\s+tháng\s+[0-9]{1,2}+(?:\s*,?\s*năm\s+[0-9]{4}|\s?[/.\-–]\s?[0-9]{4})))"
    r"|(?P<month>[0-9]?+[ ]?[/\-–.][ ]?(?:19|20)[0-9]{2}(?![0-9/.,\-–]|\s?%))"
    r"|(?P<fraction>[0-9]*+(?:\.[0-9]{3})*+[ ]?/[ ]?[0-9]++(?:\.[0-9]{3})*+(?!,[0-9]))"
    r"|(?P<number>[0-9]*+(?:[.,][0-9]++)*+))"
)
_NAMES = [name for name in TYPE_NAMES if any(one.lower() in name.lower() for one in CITED_BY_NAME)]
_FORMS = {form for name in _NAMES for form in (name, name.title(), name.upper())} | {
    spoken for spoken, name in TYPE_BY_SPOKEN.items() if name in CITED_BY_NAME
}
# Those of them that scanners spoil most
_LOOSE = {"Luật", "Bộ luật", "Nghị quyết", "Hiến pháp", "Điều lệ", "Pháp lệnh", "Kết luận", "NGHỊ QUYẾT", "LUẬT"}


def _by_first_letter(forms: Iterable[str]) -> str:
    """An alternation of ``forms``, longest first, that tries only those with the right first letter."""
    tails: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        rest = loosen(form[1:]) if form in _LOOSE else form[1:]
        tails.setdefault(form[0], []).append(rest.replace(" ", r"[ \n\u00a0]{1,2}"))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(tails.items()))


# Apart by whether the first letter is of ASCII: a search for a class with others is half as fast
_CAPITALS = tuple(
    re.compile(rf"(?:{_by_first_letter(form for form in _FORMS if form[0].isascii() is plain)})\b")
    for plain in (True, False)
)
_OPEN = re.compile(
    rf"số[ \u00a0:.…_]{{1,40}}(?P<blank>[/-](?:{_ABBREVIATION})[{_DASH}/]{SEGMENT}(?:[{_DASH}/]{SEGMENT})*)(?![\w/])"
)
# Each with the word that it begins with, which is looked for first: so it is found many times faster
_SMALL = (
    ("luật", re.compile(r"luật\b")),
    ("nghị quyết", re.compile(r"nghị quyết(?=\s+(?:của\s+)?(?:Trung ương|TW|TƯ|Hội nghị|Đại hội)\b)")),
    ("kết luận", re.compile(r"kết luận(?=\s+(?:của\s+)?(?:Trung ương|TW|TƯ|Hội nghị)\b)")),
)
_new = tuple.__new__  # of a named tuple, without the function in between


def scan(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; a type word may lie inside a symbol ('NQ'), else they do not overlap."""
    tokens = [
        _new(Token, (found.lastgroup or "number", found.start(), found.end())) for found in _DIGITS.finditer(text)
    ]
    for types in _CAPITALS:
        tokens += [_new(Token, ("type", found.start(), found.end())) for found in types.finditer(text)]
    tokens += [_new(Token, ("type", found.start(), found.end())) for found in _small_words(text)]
    tokens += [_new(Token, ("blank", *found.span("blank"))) for found in _OPEN.finditer(text)]
    tokens.sort(key=itemgetter(1))
    return tuple(tokens)


def _small_words(text: str) -> Iterator[re.Match[str]]:
    """Type words in small letters, where they may cite a document by its name."""
    for word, pattern in _SMALL:
        at = text.find(word)
        while at >= 0:
            if (found := pattern.match(text, at)) is not None:
                yield found
            at = text.find(word, at + len(word))
