"""Document symbols (số, ký hiệu): from the printed form, however damaged, to the canonical one.

Canonical forms are those of Decree 30/2020/NĐ-CP, Appendix III (``N/[YYYY/]LOẠI-CƠ QUAN``), Law 80/2015/QH13
(``N/YYYY/QHn``) and the Party's guides (``N-LOẠI/TỔ CHỨC``). A form that the printed one already follows is kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tongket.registry.marks import MINISTRIES, PARTY_BODY, STATE_BODY, is_abbreviation, is_body
from tongket.registry.types import TYPE_ABBREVIATIONS, TYPE_BY_ABBREVIATION, abbreviations_of
from tongket.vietnamese.unicode import differ_by_one

_DASHES = str.maketrans("_‐‑‒–—−⁄∕Ð§", "-------//Đ8")
_SLIPS = frozenset(("HDND", "UBNĐ", "UBDN", "TTG", "TTR"))  # a writer's; other forms are a scanner's
_TONES = str.maketrans(
    "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ",
    "AAAAAĂĂĂĂĂÂÂÂÂÂEEEEEÊÊÊÊÊIIIIIOOOOOÔÔÔÔÔƠƠƠƠƠUUUUUƯƯƯƯƯYYYYY",
)
"""Tones, which no symbol has: specks that a scanner saw."""
_DIGITS = str.maketrans("lIOo", "1100")
_PIECES = re.compile(r"[^-/.]+(?:(?<=[0-9])\.[0-9]+)?|[-/.]")
_BLANK = re.compile(r"[ \n\u00a0]+")
_LOST = re.compile(rf"^([0-9]+[a-dđ]?(?:/(?:19|20)[0-9]{{2}})?)[ \u00a0]?((?:{'|'.join(TYPE_ABBREVIATIONS)})[-/])")
_STRAY = re.compile(r"\.-|(?<=[A-ZĐ])[-/][ \n\u00a0]?-")
_DOTTED = re.compile(r"(?<=/[ĐTHQ])\.(?=[UƯW])")  # 'Đ.U', 'T.U'
_OLD = re.compile(r"^([0-9]+[a-dđ]?)[ \u00a0](TTg|HĐBT|CP)$")
_BARE_MARKS = {
    "QD": "QĐ",
    "ND": "NĐ",
    "QDi": "QĐi",
    "TTR": "TTr",
    "CTR": "CTr",
    "Ctr": "CTr",
    "Ttr": "TTr",
}
_SCANNED_MARKS = {"QĐĐ": "QĐ", "NĐĐ": "NĐ"}  # one letter seen twice: 'QĐÐ'
_BODIES = {"TTR": "TTr", "Tw": "TW", "TƯ": "TW"} | {
    spoiled: body
    for body, forms in {
        "UBND": "ƯBND UBNĐ ƯBNĐ UBDN",
        "HĐND": "HDND HĐNĐ HDNĐ",
        "TTg": "TTG TTE TTe TTs TTp TTq",
    }.items()
    for spoiled in forms.split()
}
_GLUED = re.compile(
    r"(?:(?P<type>TB|BC|KH|QĐ|HD|CV|TTr|NQ|CT|KL|CTr)(?P<body>MTTQ|MTTW|UBND|HĐND|UBMTTQ|UB|TTg|TW|TU|HU)"
    r"|(?P<decree>N[ĐQ])(?P<cp>CP))"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DOUBLED = re.compile(r"QHH(?=[0-9]{1,2}$)")
_TERM = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}$")
_LONG_MARK = 5
_LONG_MARKS = frozenset(mark for mark in MINISTRIES if len(mark) >= _LONG_MARK)
"""Marks so long that one wrong letter does not make another body's of them."""


class Symbol(NamedTuple):
    """A symbol taken apart: ``number`` as printed ('05', '30c'); ``year`` and ``abbreviation`` may be "".

    A named tuple, as ``Token``: these are built as often.
    """

    canonical: str
    number: str
    year: str
    abbreviation: str
    body: str
    repaired: bool

    @property
    def tail(self) -> str:
        """What follows the number: '-QĐ/TW', '/2020/NĐ-CP'."""
        return self.canonical[len(self.number) :]

    @property
    def type(self) -> str:
        """The name of the type that the abbreviation stands for, "" for a letter without type."""
        if _TERM.match(self.body) and not self.abbreviation:
            return "Luật" if self.body.startswith("QH") else "Nghị quyết"
        return TYPE_BY_ABBREVIATION.get(self.abbreviation) or TYPE_BY_ABBREVIATION.get(self.abbreviation.upper(), "")


def mend_type(symbol: Symbol, type_name: str) -> Symbol:
    """The symbol with the abbreviation of ``type_name`` in the place of one that a scanner spoiled by one letter:
    '114-KU/TW' behind 'Kết luận' -> '114-KL/TW'. Unchanged where the body is not one that types stand before.
    """
    if symbol.abbreviation:
        return symbol
    first, _, rest = symbol.body.partition("-")
    if (split := _split(symbol, type_name, first)) is not None:
        return split
    if type_name != "Công văn" and rest in abbreviations_of(type_name) and is_body(first):
        year = f"/{symbol.year}" if symbol.year else ""
        turned = read_symbol(f"{symbol.number}{year}/{rest}-{first}")
        return turned._replace(repaired=True) if turned else symbol  # '217/TW-QĐ'
    if type_name == "Công văn" or not (PARTY_BODY.match(rest) or STATE_BODY.match(rest)):
        return symbol
    for abbreviation in abbreviations_of(type_name):
        if differ_by_one(abbreviation, first):
            year = f"/{symbol.year}" if symbol.year else ""
            return read_symbol(f"{symbol.number}{year}/{abbreviation}-{rest}") or symbol
    return symbol


_JOINT = ("PH", "LT", "LN")  # 'CTPH', 'TTLT', 'HDLN' are types of their own


def _split(symbol: Symbol, type_name: str, first: str) -> Symbol | None:
    """The symbol whose mark between type and body is lost: '4290/QĐTLĐ' behind 'Quyết định' -> '4290/QĐ-TLĐ'."""
    for abbreviation in abbreviations_of(type_name):
        body = first.removeprefix(abbreviation)
        if body != first and len(body) > 1 and body.isupper() and body not in _JOINT and not is_abbreviation(first):
            start, end = symbol.canonical.split(first, 1)
            whole = read_symbol(f"{start}{abbreviation}{'-' if start[-1] == '/' else '/'}{body}{end}")
            return whole._replace(repaired=True) if whole else None
    return None


_CLEAN_NUMBER = re.compile(r"[0-9]+[a-dđ]?(?=[-/_‐‑‒–—−⁄∕])")


def read_symbol(printed: str) -> Symbol | None:
    """The symbol printed as ``printed``, None where the parts do not make one."""
    clean = _CLEAN_NUMBER.match(printed)
    if clean is None:
        return _read(printed)
    number = clean.group()
    known = _read(f"1{printed[len(number) :]}")  # what follows the number is read alike behind any, and repeats
    if known is None:
        return None
    canonical, _, year, abbreviation, body, repaired = known
    return _new(Symbol, (number + canonical[1:], number, year, abbreviation, body, repaired))


_new = tuple.__new__  # of a named tuple, without the function in between


@lru_cache(maxsize=4096)
def _read(printed: str) -> Symbol | None:
    """As ``read_symbol``, for a number that may be damaged."""
    text = (
        printed.translate(_DASHES).translate(_TONES).removesuffix("/nb")
    )  # 'nội bộ' is a mark of circulation, not of the number
    damaged = bool(re.search(r"[ \u00a0]", text)) or "_" in printed
    text = _STRAY.sub("-", _DOTTED.sub("", text))
    text = _OLD.sub(r"\1-\2", text)
    lost = _LOST.match(text)
    if lost:
        mark = "-" if lost[2].endswith("/") and "/" not in lost[1] else "/"
        text, damaged = f"{lost[1]}{mark}{lost[2]}{text[lost.end() :]}", True
    pieces = _PIECES.findall(_BLANK.sub("", text))
    if len(pieces) < 3 or len(pieces) % 2 == 0:
        return None
    number, marks, parts = pieces[0].translate(_DIGITS), pieces[1::2], pieces[2::2]
    year = ""
    if _YEAR.fullmatch(parts[0]):
        damaged = damaged or marks[0] == "-"
        year, marks, parts = parts[0], marks[1:], parts[1:]
        if not parts:
            return None
    elif len(parts) > 1 and _YEAR.fullmatch(parts[-1]):
        year, marks, parts, damaged = parts[-1], marks[:-1], parts[:-1], True
    return _compose(number, year, marks, parts, damaged)


def _compose(number: str, year: str, marks: list[str], parts: list[str], damaged: bool) -> Symbol:
    parts = [_SCANNED_MARKS.get(parts[0], parts[0]), *parts[1:]]
    first = _BARE_MARKS.get(parts[0], parts[0])
    renamed = first != parts[0]
    glued = _GLUED.fullmatch(first)
    if glued:
        name, body = glued["type"] or glued["decree"], glued["body"] or glued["cp"]
        parts, marks = [name, body, *parts[1:]], [marks[0], "-", *marks[1:]]
    elif renamed:
        parts = [first, *parts[1:]]
    repaired = damaged or bool(glued) or renamed
    head = f"{number}/{year}" if year else number
    bodies = [_body(part) for part in parts]
    repaired = repaired or any(part in _SLIPS or "QHH" in part for part in parts)
    parts = bodies
    abbreviation = parts[0] if is_abbreviation(parts[0]) and len(parts) > 1 else ""
    body = "-".join(parts[1:] if abbreviation else parts)
    if not abbreviation:
        if marks == ["-", "/"] and STATE_BODY.match(parts[0]) and not PARTY_BODY.match(parts[1]):
            marks, repaired = ["/", "-"], True  # an official letter in the Party's order: '137-UBND/VP'
        canonical = f"{head}{marks[0]}{parts[0]}" + "".join(m + p for m, p in zip(marks[1:], parts[1:], strict=True))
        return Symbol(canonical, number, year, "", body, repaired)
    first_mark, second_mark = _order(year, marks, parts)
    rest = "".join(f"-{part}" for part in parts[2:])
    canonical = f"{head}{first_mark}{abbreviation}{second_mark}{parts[1]}{rest}"
    repaired = repaired or [first_mark, second_mark] != marks[:2] or any(mark != "-" for mark in marks[2:])
    return Symbol(canonical, number, year, abbreviation, body, repaired)


def _body(part: str) -> str:
    """A part of a symbol as its body writes it: 'HDND' -> 'HĐND'; a ministry's mark with one letter wrong is mended."""
    part = part.replace("VV", "W")  # no body has two V: 'TVV'
    known = _DOUBLED.sub("QH", _BODIES.get(part, part))
    if part[0] != "B" or len(part) < _LONG_MARK or known != part or part in _LONG_MARKS:
        return known
    near = [mark for mark in _LONG_MARKS if _is_transposed(mark, part)]
    near = near or [mark for mark in _LONG_MARKS if differ_by_one(mark, part)]
    return near[0] if len(near) == 1 else part


def _is_transposed(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places: 'BNTMT', 'BTNMT'."""
    places = [index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and len(places) == 2 and sorted(one) == sorted(other) and places[1] - places[0] == 1


_ONE_BODY = 2  # parts of a symbol: the type and who issued it


def _order(year: str, marks: list[str], parts: list[str]) -> tuple[str, str]:
    """The two marks around the type: state '/' and '-', Party '-' and '/'; as printed where either may be right.

    A joint document names its bodies behind a mark of either kind: '01/2014/NQLT/CP-UBTWMTTQVN', '09/2008/NQLT-CP-...'.
    """
    if year and parts[0].endswith("LT") and len(parts) > _ONE_BODY:
        return "/", marks[1]
    if parts[0] == "CĐ" and marks[0] == "/":  # committees of the state send telegrams under 'TW', too: '03/CĐ-TW'
        return "/", "-"
    if year or (STATE_BODY.match(parts[1]) and not PARTY_BODY.match(parts[1])):
        return "/", "-"
    if PARTY_BODY.match(parts[1]):
        return "-", "/"
    if marks[0] == marks[1]:
        return "/", "-"
    return marks[0], marks[1]
