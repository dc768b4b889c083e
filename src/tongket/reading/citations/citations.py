"""Citations of documents (viện dẫn văn bản) in the running text.

    type word ["số" [":"]] number or symbol [","] [date] ["của" issuer] [title]

The grammar reads the tokens of :mod:`tongket.reading.running.scan` and the words between them; it is that of Decree
30/2020/NĐ-CP, Appendix III, and of the Party's guides, with the damage met in real reports tolerated and noted. A
symbol is no identity: a mention says what is printed, and goes beyond it only where the report settles it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tongket.model.documents import Citation
from tongket.model.places import Span
from tongket.model.sources import Doubt
from tongket.reading.citations.dating import read_date_and_issuer
from tongket.reading.citations.issuers import read_issuer
from tongket.reading.citations.mentions import (
    JOIN,
    Head,
    Mention,
    damaged_head_before,
    head_before,
    so_before,
    type_of_words,
)
from tongket.reading.citations.misread import mend_misread
from tongket.reading.citations.named import (
    Named,
    read_charter,
    read_constitution,
    read_law,
    read_more_laws,
    read_party_named,
)
from tongket.reading.citations.resolving import resolve, share
from tongket.reading.citations.short_forms import may_be_cited, read_short_forms
from tongket.reading.citations.symbols import Symbol, mend_type, read_symbol
from tongket.reading.citations.titles import read_role, read_title
from tongket.reading.running.flow import Flow
from tongket.reading.running.scan import Token
from tongket.registry.documents import known_documents
from tongket.registry.types import CITED_BY_NAME, LAWS, OF_PARTY

_HEAD_OF_REPORT = 1500  # characters in which the report's own number stands


def read_citations(
    flow: Flow, tokens: Sequence[Token], *, own: Span | None = None, doubts: Sequence[Doubt] = ()
) -> tuple[Citation, ...]:
    """The citations of ``flow`` in reading order, one for each document cited; offsets are of the source.

    The report's own number ('Số: 12/BC-UBND' in its head) is none; ``own`` is where it stands if the letterhead says.
    ``doubts`` are those of a scan.
    """
    text = flow.text
    mentions = _collect(text, tokens, flow)
    if own is not None:
        mentions = [one for one in mentions if not flow.span(one.core_start, one.core_end).touches(own)]
    if doubts:
        mend_misread(flow, mentions, doubts)
    share(text, mentions)
    mentions = resolve(mentions)
    notes = list(takewhile(lambda one: one.kind == "note", reversed(flow.paragraphs)))  # they stand behind all else
    notes_at = notes[-1].start if notes else len(text)
    return tuple(_citation(flow, mention, in_footnote=mention.start >= notes_at) for mention in mentions)


_BARE = frozenset(("number", "fraction", "month"))


def _collect(text: str, tokens: Sequence[Token], flow: Flow) -> list[Mention]:
    mentions: list[Mention] = []
    for token in tokens:
        kind, start, end = token
        if kind in _BARE:  # as most are, and most of these count something
            if may_be_cited(text, start):
                mentions += (one for one in read_short_forms(text, start) if not _is_alias(text, one, mentions))
        elif kind == "symbol":
            _take_symbol(text, token, mentions, flow)
        elif kind == "type":
            name = type_of_words(text[start:end])
            if name in CITED_BY_NAME and (named := _named(text, start, end, name)):
                mentions += named
                _leave_date_to_outer(mentions)
        elif kind == "blank":
            _take_blank(text, token, mentions)
    mentions.sort(key=lambda mention: mention.start)
    return mentions


def _is_alias(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a bracket gives the document just cited its other name, behind it or its title: 'Quyết định số 06/QĐ-TTg
    phê duyệt Đề án phát triển ứng dụng dữ liệu (Đề án 06)'.
    """
    last = before[-1] if before else None
    if (
        last is None
        or text[mention.start - 1 : mention.start] != "("
        or _NEXT_CLAUSE.search(text, last.end, mention.start)
    ):
        return False
    number = last.symbol.number if last.symbol else last.number
    return number == mention.number and last.type != mention.type


_LIST = re.compile(JOIN)
_NEXT_CLAUSE = re.compile(r"[.;\n)]|[^.;\n]{400}")
_NO_DOCUMENT = re.compile(
    r"(?:[Bb]iểu|[Mm]ẫu|[Bb]ảng|[Pp]hụ lục|TCVN|QCVN|[Ll]ô|[Tt]hửa|[Bb]ản án|[Tt]hụ lý)(?:\s+[Ss]ố)?$"
)
_ENDS_NO_DOCUMENT = frozenset("ugcNôanýố")
_MOTTO = re.compile(r"Đ\wc\s+l\wp\s?[-–].{3,20}H\wnh\s+ph\wc")
_OWN = re.compile(r"[^\w\n]*(?:S[ốôóÓỐ]|SỐ|So)\s*[:.]?[\W\d]{0,6}$")  # what a scanner left of a number may stand there


def _take_symbol(text: str, token: Token, mentions: list[Mention], flow: Flow) -> None:
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
        law = _outer(last, mentions)
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
        _lend_symbol(text, mentions, mention)
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


def _take_blank(text: str, token: Token, mentions: list[Mention]) -> None:
    """A document whose number is left open: 'Kế hoạch số     /KH-UBND'; nothing is invented for it.

    Not the report itself, which its own appendices cite in this way: 'kèm theo Báo cáo số    /BC-UBND'.
    """
    opening = _OPEN_NUMBER.search(text, max(0, token.start - 44), token.start)
    head = head_before(text, opening.end()) if opening else None
    if head is None or (head.type == "Báo cáo" and "kèm theo" in text[max(0, head.start - 12) : head.start].lower()):
        return
    mention = Mention(head.start, token.end, head.start, token.end, head.type, "full", text[token.start : token.end])
    read_date_and_issuer(text, mention, token.end)
    mentions.append(mention)


_OPEN_NUMBER = re.compile(r"số(?=[ \u00a0:.…_]*$)")


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


def _lend_symbol(text: str, mentions: list[Mention], mention: Mention) -> None:
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


def _named(text: str, start: int, end: int, name: str) -> list[Mention]:
    """The mentions of documents named by the type word at ``start``..``end``, which is that of the type ``name``."""
    if name in OF_PARTY and text.startswith(" số", end):
        return []  # a number follows, and no plenum or congress
    if start and text[start - 1].isalnum():
        return []
    if name in LAWS:
        found = read_law(text, start, end, name)
        more = read_more_laws(text, start, found.core_end if found else end, name)
        return [_mention(text, one) for one in ((found, *more) if found else more)]
    if name in OF_PARTY:
        return [_mention(text, one) for one in read_party_named(text, start, end, name)]
    found = (read_constitution if name == "Hiến pháp" else read_charter)(text, start, end)
    return [_mention(text, found)] if found else []


def _mention(text: str, named: Named) -> Mention:
    law = named.type in LAWS and not named.amends
    year = _OF_YEAR.match(text, named.core_end) if law else None
    mention = Mention(
        named.start,
        year.end() if year else named.end,
        named.start,
        year.end() if year else named.core_end,
        named.type,
        "named",
        head=not named.conjunct,
        amends=named.amends,
    )
    if named.issuer:
        mention.issuer = text[slice(*named.issuer)]
    elif law or not named.conjunct:
        read_date_and_issuer(text, mention, named.end)
    if year:
        mention.end = max(mention.end, year.end())
    return mention


_OF_YEAR = re.compile(r"[ \n\u00a0]+năm[ \n\u00a0]+(?:19|20)[0-9]{2}(?![\w/])(?!\s*[-–]\s*[0-9])")


_LAW_NUMBER = re.compile(r"\s*+(?:,\s*+)?(?:\(\s*+)?(?:(?:[Ll]uật\s+)?(?:[Ss]ố|SỐ)\s*:?\s*)?")


def _names_law(text: str, last: Mention, at: int) -> bool:
    """Whether the symbol at ``at`` is that of the law just named: 'Luật Lưu trữ số 33/2024/QH15'."""
    return last.kind == "named" and last.type in LAWS and bool(_LAW_NUMBER.fullmatch(text, last.core_end, at))


def _is_known_as(text: str, law: Mention, symbol: Symbol) -> bool:
    """Whether the registry knows ``symbol`` as the number of the law named, which another law amends."""
    known = known_documents().of_name(law.type, text[law.start : law.core_end])
    return any(one.symbol == symbol.canonical for one in known)


_MOST_AMENDED = 14  # laws that one law is looked at to amend, and itself


def _outer(last: Mention, mentions: list[Mention]) -> Mention:
    """The amending law that ends with ``last``, else ``last`` itself."""
    for mention in reversed(mentions[-_MOST_AMENDED:-1]):
        if mention.amends and mention.core_end == last.core_end:
            return mention
    return last


def _leave_date_to_outer(mentions: list[Mention]) -> None:
    """Take the day behind both from a law that another amends: it is the day of the amending one."""
    last = mentions[-1] if mentions else None
    outer = _outer(last, mentions) if last else None
    if last and outer and outer is not last and outer.date_at and outer.date_at == last.date_at:
        last.date, last.date_at, last.end = None, None, last.core_end


def _citation(flow: Flow, mention: Mention, *, in_footnote: bool) -> Citation:
    start, end = core_start, core_end = flow.bounds(mention.start, mention.end)
    if mention.core_end != mention.end or mention.core_start != mention.start:
        core_start, core_end = flow.bounds(mention.core_start, mention.core_end)
    title_at = read_title(flow.text, mention)
    title = flow.bounds(*title_at) if title_at else (None, None)
    date = flow.bounds(*mention.date_at) if mention.date_at else (None, None)
    return Citation(
        start=start,
        end=end,
        core_start=core_start,
        core_end=core_end,
        text=flow.text[mention.start : mention.end],
        type=mention.type,
        kind=mention.kind,
        number=mention.number,
        symbol=mention.symbol.canonical if mention.symbol else mention.canonical,
        date=mention.date,
        issuer=mention.issuer,
        title=flow.text[slice(*title_at)] if title_at else None,
        title_start=title[0],
        title_end=title[1],
        in_footnote=in_footnote,
        date_start=date[0],
        date_end=date[1],
        repaired=mention.symbol.repaired if mention.symbol else False,
        shared=tuple(mention.shared),
        role=read_role(flow.text, mention.start),
        misread=mention.misread,
    )
