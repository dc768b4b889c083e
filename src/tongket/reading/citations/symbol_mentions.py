"""Mentions of documents at their symbols: 'Kế hoạch số 15/KH-UBND', one of a list, one whose type stands far before."""

from __future__ import annotations

import re

from tongket.reading.citations.dating import read_date_and_issuer
from tongket.reading.citations.issuers import read_issuer
from tongket.reading.citations.mentions import JOIN, Head, Mention, damaged_head_before, head_before, so_before
from tongket.reading.citations.named_mentions import outer_law
from tongket.reading.citations.symbols import Symbol, mend_type, read_symbol
from tongket.reading.running.flow import Flow
from tongket.reading.running.scan import Token
from tongket.registry.documents import known_documents
from tongket.registry.types import LAWS

_HEAD_OF_REPORT = 1500  # characters in which the report's own number stands

_LIST = re.compile(JOIN)
_NO_DOCUMENT = re.compile(
    r"(?:[Bb]iểu|[Mm]ẫu|[Bb]ảng|[Pp]hụ lục|TCVN|QCVN|[Ll]ô|[Tt]hửa|[Bb]ản án|[Tt]hụ lý)(?:\s+[Ss]ố)?$"
)
_ENDS_NO_DOCUMENT = frozenset("ugcNôanýố")
_MOTTO = re.compile(r"Đ\wc\s+l\wp\s?[-–].{3,20}H\wnh\s+ph\wc")
_OWN = re.compile(r"[^\w\n]*(?:S[ốôóÓỐ]|SỐ|So)\s*[:.]?[\W\d]{0,6}$")  # what a scanner left of a number may stand there


def take_symbol(text: str, token: Token, mentions: list[Mention], flow: Flow) -> None:
    """Read the mention at a symbol, unless it is the report's own number or no document's."""
    first, end = token.start, token.end
    start = _number_start(text, first)
    if start < first:
        token = Token("symbol", start, end)
    if not _stands_free(text, start):
        return
    if start < first and mentions and mentions[-1].core_end > start:
        mentions.pop()  # '1' of '1 0/NQ-HĐND'
    symbol = _symbol(text, start, end, flow)
    if symbol is None:
        return
    head = head_before(text, start)
    if head is None:
        head = damaged_head_before(text, start, symbol.type)
    if head is not None:
        symbol = mend_type(symbol, head.type)
    last = mentions[-1] if mentions else None
    inside = head is not None and last is not None and head.start < last.core_end  # 'pháp luật' that ends a law's name
    if (head is None or inside) and last is not None and _names_law(text, last, start):
        law = outer_law(last, mentions)
        if law is not last and _is_known_as(text, last, symbol):
            law = last
        law.number, law.symbol, law.kind, law.core_end = text[start:end], symbol, "full", end
        read_date_and_issuer(text, law, end)
        return
    if head is None and _BLANK_AND_DASH.match(text, start, end):
        return  # '20 TB-LS' counts something
    mention = _with_head(text, token, symbol, head) or _without_head(text, token, symbol, last)
    if mention is None or _is_own_number(text, token, head):
        return
    if last is not None and mention.head is False and last.number and last.symbol is None:
        _lend_symbol(mentions, mention)
    read_date_and_issuer(text, mention, end)
    mentions.append(mention)


_BLANK_AND_DASH = re.compile(r"[0-9]+[ \u00a0][^\W\d]+-")
_SPOILED = re.compile(r"(?:[Ss][ốôóổỗ]|SỐ)[ \u00a0]?[:.]?[ \u00a0]?(?P<number>[lIOo§]|[0-9][ \u00a0])$")
_BLANKS = frozenset(" \u00a0")
_BEFORE_SPOILED = frozenset("lIOo§") | _BLANKS
_MISREAD = str.maketrans("lIOo§", "11008")


def _number_start(text: str, at: int) -> int:
    """Where the number of the symbol at ``at`` begins: a scanner may have read its first digit as a letter, or set it
    apart ('số O5-CT/TW', 'số l2/KH-UBND', 'số 1 0/NQ-HĐND').
    """
    if text[at - 1 : at] in _BLANKS and not text[at - 2 : at - 1].isdigit():
        return at
    spoiled = _SPOILED.search(text, max(0, at - 8), at) if text[at - 1 : at] in _BEFORE_SPOILED else None
    return spoiled.start("number") if spoiled else at


def _symbol(text: str, start: int, end: int, flow: Flow) -> Symbol | None:
    """The symbol; a blank that a line end of the source left inside is the page's, not the writer's."""
    printed = text[start:end]
    if printed[0] in "lIOo§":
        printed = printed[0].translate(_MISREAD) + printed[1:]
    if " " in printed or "\n" in printed:
        cuts = flow.spans(start, end)
        if len(cuts) > 1 or "\n" in printed or printed[1:2].isspace():
            printed = "".join(printed.split())
    return read_symbol(printed)


def _stands_free(text: str, at: int) -> bool:
    """Whether a number may begin at ``at``: not in a word, a decimal, a standard's code ('QCVN 05:2023/BTNMT')."""
    before = text[at - 1] if at else " "
    if before.isalpha():
        return text[max(0, at - 2) : at].lower() in ("số", "sô")
    if before in "-–" and _RANGE.search(text, max(0, at - 12), at):
        return True
    return before != "/" and not (before in ":.-–" and at > 1 and text[at - 2].isdigit())


_RANGE = re.compile(r"[Ss]ố[ \n\u00a0][0-9]{1,4}[-–]$")  # 'Nghị quyết số 1654-1687/NQ-UBTVQH15'


def _with_head(text: str, token: Token, symbol: Symbol, head: Head | None) -> Mention | None:
    if head is None:
        return None
    return Mention(
        head.start, token.end, head.start, token.end, head.type, "full", text[token.start : token.end], symbol
    )


def _without_head(text: str, token: Token, symbol: Symbol, last: Mention | None) -> Mention | None:
    """A symbol without its type word: one of a list, or one whose own abbreviation names the type."""
    so = so_before(text, token.start)
    start = token.start if so is None else so
    before = text[max(0, start - 14) : start].rstrip().rstrip(":").rstrip()
    if before[-1:] in _ENDS_NO_DOCUMENT and _NO_DOCUMENT.search(before):
        return None
    listed = last is not None and bool(
        _LIST.fullmatch(text, last.end, token.start) or (last.end == token.start - 1 and text[last.end] in "-–")
    )
    number = text[token.start : token.end]
    if listed and last is not None and (symbol.type or last.kind != "named"):
        kind_name = last.type if not symbol.type or symbol.abbreviation == _abbreviation(last) else symbol.type
        return Mention(token.start, token.end, token.start, token.end, kind_name, "full", number, symbol, head=False)
    far = _far_head(text, start, symbol) if so is not None else None
    if far is not None:
        mention = Mention(far.start, token.end, far.start, token.end, far.type, "full", number, symbol)
        issuer = read_issuer(text, far.start + len(far.type))
        mention.issuer = " ".join(text[slice(*issuer)].split()) if issuer else None
        return mention
    if symbol.type and (symbol.abbreviation or symbol.year) and len(symbol.body) > 1:
        return Mention(start, token.end, start, token.end, symbol.type, "full", number, symbol)
    if so is not None and last is not None and _follows_list(text, last, start):
        return Mention(token.start, token.end, token.start, token.end, last.type, "full", number, symbol, head=False)
    if _DATED.match(text, token.end) and len(symbol.body) > 2:
        return Mention(start, token.end, start, token.end, _letter_type(last, start), "full", number, symbol)
    return None


_DATED_IN_DIGITS = re.compile(r",?[ \u00a0]ngày[ \u00a0][0-9]{1,2}[/.-][0-9]")
_DATED = re.compile(r",?[ \n\u00a0]{1,2}ngày[ \n\u00a0]{1,2}[0-9]")


def _letter_type(last: Mention | None, at: int) -> str:
    """What a letter without type word is called: as the letter just before it, else Công văn."""
    near = last is not None and at - last.end < 500 and last.symbol is not None and not last.symbol.abbreviation
    return last.type if near and last is not None else "Công văn"


def _abbreviation(mention: Mention) -> str:
    return mention.symbol.abbreviation if mention.symbol else ""


_LETTER = re.compile(r"[Cc]ông văn(?: [a-zà-ỹđ]+){1,4}\s*$")


def _letter_before(chunk: str) -> int:
    """Where a letter is named a few words before its number: 'Công văn trả lời số 56/UBND'; -1 where none is."""
    found = _LETTER.search(chunk)
    return found.start() if found else -1


_SENTENCE_END = re.compile(r"[.:;|\n“”\"(]")


def _far_head(text: str, so: int, symbol: Symbol) -> Head | None:
    """A type word further back in the clause that the symbol confirms: 'Quyết định của ... số 12/QĐ-X'."""
    low = max(0, so - 110)
    chunk = text[low:so]
    cuts = [cut.end() for cut in _SENTENCE_END.finditer(chunk)]
    chunk = chunk[cuts[-1] :] if cuts else chunk
    name = symbol.type or "Công văn"
    at = chunk.rfind(name) if symbol.type else _letter_before(chunk)
    if at < 0 or any(char.isdigit() for char in chunk[at:]):
        return None
    return Head(so - len(chunk) + at, name, True, True)


def _follows_list(text: str, last: Mention, so: int) -> bool:
    """Whether 'số' at ``so`` goes on with a list whose last member has a title: 'số 12/UBND về ...; số 15/UBND'."""
    between = text[last.end : so]
    if between.endswith("và "):
        return True
    return len(between) < 400 and "\n" not in between and between.rstrip()[-1:] in (";", ",")


def _is_own_number(text: str, token: Token, head: Head | None) -> bool:
    """Whether this is the number in the report's own head: a line of its own that begins with 'Số'."""
    if token.start > _HEAD_OF_REPORT:
        return False
    begin = max(text.rfind("\n", 0, token.start), text.rfind("\t", 0, token.start)) + 1
    line = text[begin : token.start]
    if not line.strip():  # 'Số:' and the number each on a line of a narrow cell
        line = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : token.start].replace("\n", " ")
    if head is None:
        if _DATED_IN_DIGITS.match(text, token.end):
            return False  # a head has its day apart, and in words
        own = _OWN.search(line)  # after the names of the bodies, where one cell holds all of them
        if own is not None and not any(map(str.islower, _MOTTO.sub("", line[: own.start()]))):
            return True
        return bool(re.search(r"\|\s*S[ốôó]\s*[:.]?\s*$", line))
    rest = text[token.end : token.end + 20].split("\n")[0]
    return ":" in line[-4:] and head.start - (token.start - len(line)) <= 1 and not rest.strip(" |\t.")


def _lend_symbol(mentions: list[Mention], mention: Mention) -> None:
    """'các Quyết định số 217, 218-QĐ/TW': the bare numbers before take the symbol's tail."""
    for earlier in reversed(mentions):
        if earlier.symbol is not None or earlier.kind != "short" or earlier.end < mention.start - 12 * len(mentions):
            break
        if earlier.type == mention.type and mention.symbol and earlier.number:
            earlier.symbol = read_symbol(earlier.number + mention.symbol.tail)
            if "symbol" not in earlier.shared:
                earlier.shared.append("symbol")
        if earlier.head:
            break


_LAW_NUMBER = re.compile(r"\s*+(?:,\s*+)?(?:\(\s*+)?(?:(?:[Ll]uật\s+)?(?:[Ss]ố|SỐ)\s*:?\s*)?")


def _names_law(text: str, last: Mention, at: int) -> bool:
    """Whether the symbol at ``at`` is that of the law just named: 'Luật Lưu trữ số 33/2024/QH15'."""
    return last.kind == "named" and last.type in LAWS and bool(_LAW_NUMBER.fullmatch(text, last.core_end, at))


def _is_known_as(text: str, law: Mention, symbol: Symbol) -> bool:
    """Whether the registry knows ``symbol`` as the number of the law named, which another law amends."""
    known = known_documents().of_name(law.type, text[law.start : law.core_end])
    return any(one.symbol == symbol.canonical for one in known)
