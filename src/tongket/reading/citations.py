"""Citations of documents (viện dẫn văn bản) in the running text.

    type word ["số" [":"]] number or symbol [","] [date] ["của" issuer] [title]

The grammar reads the tokens of :mod:`tongket.reading.scan` and the words between them; it is that of Decree
30/2020/NĐ-CP, Appendix III, and of the Party's guides, with the damage met in real reports tolerated and noted. A
symbol is no identity: a mention says what is printed, and goes beyond it only where the report settles it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.documents import Citation
from tongket.reading.flow import Flow
from tongket.reading.issuers import read_issuer
from tongket.reading.mentions import Head, Mention, Range, head_before, so_before
from tongket.reading.named import Named, read_charter, read_constitution, read_law, read_party_named
from tongket.reading.resolving import resolve, share
from tongket.reading.scan import Token
from tongket.reading.symbols import Symbol, read_symbol
from tongket.reading.titles import read_role, read_title
from tongket.registry.types import TYPE_BY_SPOKEN, TYPE_BY_WORDS
from tongket.vietnamese.dates import find_dates

_HEAD_OF_REPORT = 1500  # characters in which the report's own number stands


def read_citations(flow: Flow, tokens: Sequence[Token]) -> tuple[Citation, ...]:
    """The citations of ``flow`` in reading order, one for each document cited; offsets are of the source.

    The report's own number ('Số: 12/BC-UBND' in its head) is none.
    """
    text = flow.text
    mentions = _collect(text, tokens, flow)
    share(text, mentions)
    mentions = resolve(mentions)
    notes = [(p.start, p.end) for p in flow.paragraphs if p.kind == "note"]
    return tuple(_citation(flow, mention, notes) for mention in mentions)


def _collect(text: str, tokens: Sequence[Token], flow: Flow) -> list[Mention]:
    mentions: list[Mention] = []
    for token in tokens:
        if token.kind == "symbol":
            _take_symbol(text, token, mentions, flow)
        elif token.kind == "type":
            mentions += _named(text, token)
        elif token.kind == "blank":
            _take_blank(text, token, mentions)
        elif token.kind != "date" and _may_be_cited(text, token.start):
            _take_bare(text, token, mentions)
    mentions.sort(key=lambda mention: mention.start)
    return mentions


# --- numbers with a symbol ---------------------------------------------------------------------------------------

_JOIN = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|hoặc|với|cùng với)\s+|\s*&\s*)(?:(?:[Ss]ố|SỐ)\s*:?\s*)?"
_LIST = re.compile(_JOIN)
_NO_DOCUMENT = re.compile(
    r"(?:Biểu|biểu|Mẫu|mẫu|Bảng|bảng|Phụ lục|phụ lục|TCVN|QCVN|Lô|lô|Thửa|thửa)(?:\s+[Ss]ố)?\s*:?\s*$"
)
_OWN = re.compile(r"[^\w\n]*(?:S[ốôóÓỐ]|SỐ|So)\s*[:.]?\s*$")


def _take_symbol(text: str, token: Token, mentions: list[Mention], flow: Flow) -> None:
    """Read the mention at a symbol, unless it is the report's own number or no document's."""
    start, end = token.start, token.end
    if not _stands_free(text, start):
        return
    symbol = _symbol(text, start, end, flow)
    if symbol is None:
        return
    head = head_before(text, start)
    last = mentions[-1] if mentions else None
    inside = head is not None and last is not None and head.start < last.core_end  # 'pháp luật' that ends a law's name
    if (head is None or inside) and last is not None and _names_law(text, last, start):
        law = _outer(last, mentions)
        law.number, law.symbol, law.kind, law.core_end = text[start:end], symbol, "full", end
        _finish(text, law, end)
        return
    mention = _with_head(text, token, symbol, head) or _without_head(text, token, symbol, last)
    if mention is None or _is_own_number(text, token, head):
        return
    if last is not None and mention.head is False and last.number and last.symbol is None:
        _lend_symbol(text, mentions, mention)
    _finish(text, mention, end)
    mentions.append(mention)


def _take_blank(text: str, token: Token, mentions: list[Mention]) -> None:
    """A document whose number is left open: 'Kế hoạch số     /KH-UBND'; nothing is invented for it.

    Not the report itself, which its own appendices cite in this way: 'kèm theo Báo cáo số    /BC-UBND'.
    """
    opening = _OPEN_NUMBER.search(text, max(0, token.start - 44), token.start)
    head = head_before(text, opening.end()) if opening else None
    if head is None or (head.type == "Báo cáo" and "kèm theo" in text[max(0, head.start - 12) : head.start].lower()):
        return
    mention = Mention(head.start, token.end, head.start, token.end, head.type, "full", text[token.start : token.end])
    _finish(text, mention, token.end)
    mentions.append(mention)


_OPEN_NUMBER = re.compile(r"số(?=[ \u00a0:.…_]*$)")


def _symbol(text: str, start: int, end: int, flow: Flow) -> Symbol | None:
    """The symbol; a blank that a line end of the source left inside is the page's, not the writer's."""
    printed = text[start:end]
    if " " in printed or "\n" in printed:
        cuts = flow.spans(start, end)
        if len(cuts) > 1 or "\n" in printed:
            printed = "".join(printed.split())
    return read_symbol(printed)


def _stands_free(text: str, at: int) -> bool:
    """Whether a number may begin at ``at``: not in a word, a decimal, a standard's code ('QCVN 05:2023/BTNMT')."""
    before = text[at - 1] if at else " "
    if before.isalpha():
        return text[max(0, at - 2) : at].lower() == "số"
    return before != "/" and not (before in ":.-–" and at > 1 and text[at - 2].isdigit())


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
    if _NO_DOCUMENT.search(text[max(0, start - 14) : start]):
        return None
    listed = last is not None and bool(_LIST.fullmatch(text, last.end, token.start))
    number = text[token.start : token.end]
    if listed and last is not None and (symbol.type or last.kind != "named"):
        kind_name = last.type if not symbol.type or symbol.abbreviation == _abbreviation(last) else symbol.type
        return Mention(token.start, token.end, token.start, token.end, kind_name, "full", number, symbol, head=False)
    far = _far_head(text, start, symbol) if so is not None else None
    if far is not None:
        return Mention(far.start, token.end, far.start, token.end, far.type, "full", number, symbol)
    if symbol.type and (symbol.abbreviation or symbol.year) and len(symbol.body) > 1:
        return Mention(start, token.end, start, token.end, symbol.type, "full", number, symbol)
    if so is not None and last is not None and _follows_list(text, last, start):
        return Mention(token.start, token.end, token.start, token.end, last.type, "full", number, symbol, head=False)
    if _DATED.match(text, token.end) and len(symbol.body) > 2:
        return Mention(start, token.end, start, token.end, _letter_type(last, start), "full", number, symbol)
    return None


_DATED = re.compile(r",?[ \n\u00a0]{1,2}ngày[ \n\u00a0]{1,2}[0-9]")


def _letter_type(last: Mention | None, at: int) -> str:
    """What a letter without type word is called: as the letter just before it, else Công văn."""
    near = last is not None and at - last.end < 500 and last.symbol is not None and not last.symbol.abbreviation
    return last.type if near and last is not None else "Công văn"


def _abbreviation(mention: Mention) -> str:
    return mention.symbol.abbreviation if mention.symbol else ""


_SENTENCE_END = re.compile(r"[.:;|\n“”\"(]")


def _far_head(text: str, so: int, symbol: Symbol) -> Head | None:
    """A type word further back in the clause that the symbol confirms: 'Quyết định của ... số 12/QĐ-X'."""
    low = max(0, so - 110)
    chunk = text[low:so]
    cuts = [cut.end() for cut in _SENTENCE_END.finditer(chunk)]
    chunk = chunk[cuts[-1] :] if cuts else chunk
    name = symbol.type
    at = chunk.rfind(name) if name else -1
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
    line = text[max(text.rfind("\n", 0, token.start), text.rfind("\t", 0, token.start)) + 1 : token.start]
    if head is None:
        return bool(_OWN.fullmatch(line)) or bool(re.search(r"\|\s*S[ốôó]\s*[:.]?\s*$", line))
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


# --- bare numbers ------------------------------------------------------------------------------------------------

_ENDINGS = frozenset(
    {word[-3:] for word in TYPE_BY_WORDS}
    | {word.title()[-3:] for word in TYPE_BY_WORDS}
    | {word.upper()[-3:] for word in TYPE_BY_WORDS}
    | {word[-3:] for word in TYPE_BY_SPOKEN}
    | {f" {word}" for word in TYPE_BY_SPOKEN if len(word) == 2}
)
_SO_ENDINGS = frozenset(("số", "Số", "SỐ", "sô", "số:", "Số:"))
_BARE = re.compile(r"[0-9]{1,4}[a-dđ]?(?:\s?/\s?(?:19|20)[0-9]{2})?(?![\w%/])")
_WEAK_TYPES = (
    "Chương trình,Đề án,Dự án,Báo cáo,Kế hoạch,Phương án,Biên bản,Hợp đồng,Văn bản,Điều lệ,Quy chế,Quy trình,Tờ trình"
    ",Giấy mời,Giấy phép,Quy định,Hiến pháp,Luật,Bộ luật"
)
_WEAK = frozenset(_WEAK_TYPES.split(","))
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)”\"\n(\]]|[-–]\s)|\s+(?:của|CỦA|ngày|NGÀY|về|VỀ|và|với|được|quy|do|đã|đến|tại|là|có|thì|kh[óo][aá]|cũng|nhằm"
    r"|để|trong|theo|ban|sửa|đi|vào|này|nêu|nói|phải|mà|ra|thực|nhưng|hay|hoặc|cho|từ|lên|như|năm (?:19|20)[0-9]{2})\b"
)
_PLANS = ("Kế hoạch", "Đề án", "Tờ trình", "Quy định")
_THEREUNDER = re.compile(r"(?:theo|[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|tại|của)\s+$")
_WITH_YEAR = ("Luật", "Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Pháp lệnh", "Bộ luật")
_DATED_BARE = re.compile(r"\s*,?\s*\(?(?:ban hành )?(?:ngày|NGÀY)\s+[0-9]")


def _may_be_cited(text: str, at: int) -> bool:
    """Whether the letters just before ``at`` can be the end of a type word or of 'số'; most numbers fall out here."""
    return (
        text[at - 4 : at - 1] in _ENDINGS
        or text[at - 3 : at - 1] in _SO_ENDINGS
        or text[at - 4 : at - 1] in _SO_ENDINGS
    )


def _take_bare(text: str, token: Token, mentions: list[Mention]) -> None:
    """'Kết luận số 62', 'Nghị định 100 của Chính phủ', 'Quyết định 217,218': and what follows in the list."""
    number = _BARE.match(text, token.start)
    if number is None:
        return
    head = head_before(text, token.start)
    sure = _is_cited(text, head, number.end(), number.group()) if head else None
    if head is None or sure is None or "\n" in text[head.start : token.start]:
        return  # a list number at the start of a line belongs to no heading above it
    mention = Mention(head.start, number.end(), head.start, number.end(), head.type, "short", number.group())
    mention.doubtful = not sure
    mentions.append(mention)
    if mention.doubtful:
        return
    at = number.end()
    while (more := _conjunct(text, at)) is not None:
        at = more[1]
        mentions.append(Mention(*more, *more, head.type, "short", text[more[0] : more[1]], head=False))
    _finish(text, mentions[-1], at)


_COUNTED = re.compile(
    r"\s*(?:%|(?:năm|tháng|ngày|tuần|lần|trường hợp|đơn vị|xã|huyện|tỷ|triệu|nghìn|đồng|ha|người|hộ)\b)"
)


def _is_cited(text: str, head: Head, end: int, number: str) -> bool | None:
    """Whether a bare number behind a type word is a document's; None for no: 'Kế hoạch 5 năm', 'Báo cáo 12 trường hợp'.

    False where only a full citation of the same number in the report can tell ('Kết luận 62 thời gian qua').
    """
    if "/" in number:
        return True if head.type in _WITH_YEAR else None
    if head.so:
        return True
    if _DATED_BARE.match(text, end) or read_issuer(text, end):
        return True
    if not head.capital:
        return False if head.type not in _WEAK and _GOES_ON.match(text, end) else None
    if head.type in _WEAK:
        return True if _is_plan_by_number(text, head, end, number) else None
    if _GOES_ON.match(text, end):
        return True
    return None if _COUNTED.match(text, end) else False


def _is_plan_by_number(text: str, head: Head, end: int, number: str) -> bool:
    """'thực hiện Đề án 06', 'theo Kế hoạch 437:'; not 'Kế hoạch 2024', nor programmes, which a number may name."""
    if head.type not in _PLANS or re.fullmatch(r"(?:19|20)[0-9]{2}", number):
        return False
    return bool(_THEREUNDER.search(text, max(0, head.start - 16), head.start) and _GOES_ON.match(text, end))


def _conjunct(text: str, at: int) -> Range | None:
    """A further bare number right behind: ', 218', ' và 19', ',218'; not one that counts something."""
    join = re.compile(_JOIN).match(text, at) or re.compile(r",").match(text, at)
    number = _BARE.match(text, join.end()) if join else None
    if number is None or "/" in number.group() or len(number.group()) < 2 or not _GOES_ON.match(text, number.end()):
        return None
    if re.match(r"\s+(?:tháng|năm)\b", text[number.end() : number.end() + 8]):
        return None
    return number.start(), number.end()


# --- documents cited by name -------------------------------------------------------------------------------------


def _named(text: str, token: Token) -> list[Mention]:
    """The mentions of documents named by the type word at ``token``."""
    start, end = token.start, token.end
    word = text[start:end]
    if start and text[start - 1].isalnum():
        return []
    name = TYPE_BY_WORDS.get(" ".join(word.lower().split())) or TYPE_BY_SPOKEN.get(word, "")
    found: Named | None = None
    if name in ("Luật", "Bộ luật", "Pháp lệnh"):
        found = read_law(text, start, end, name)
    elif name == "Hiến pháp":
        found = read_constitution(text, start, end)
    elif name == "Điều lệ":
        found = read_charter(text, start, end)
    elif name in ("Nghị quyết", "Kết luận", "Chỉ thị"):
        return [_mention(text, named) for named in read_party_named(text, start, end, name)]
    return [_mention(text, found)] if found else []


def _mention(text: str, named: Named) -> Mention:
    mention = Mention(
        named.start,
        named.end,
        named.start,
        named.core_end,
        named.type,
        "named",
        head=not named.conjunct,
        amends=named.amends,
    )
    if named.issuer:
        mention.issuer = text[slice(*named.issuer)]
    elif not named.conjunct:
        _finish(text, mention, named.end)
    return mention


_LAW_NUMBER = re.compile(r"\s*,?\s*\(?\s*(?:(?:[Ll]uật\s+)?(?:[Ss]ố|SỐ)\s*:?\s*)?")


def _names_law(text: str, last: Mention, at: int) -> bool:
    """Whether the symbol at ``at`` is that of the law just named: 'Luật Lưu trữ số 33/2024/QH15'."""
    return (
        last.kind == "named"
        and last.type in ("Luật", "Bộ luật", "Pháp lệnh")
        and bool(_LAW_NUMBER.fullmatch(text, last.core_end, at))
    )


def _outer(last: Mention, mentions: list[Mention]) -> Mention:
    """The amending law that ends with ``last``, else ``last`` itself."""
    for mention in reversed(mentions[:-1]):
        if mention.amends and mention.core_end == last.core_end:
            return mention
        if mention.end < last.start:
            break
    return last


# --- date and issuer ---------------------------------------------------------------------------------------------

_BEFORE_DATE = re.compile(
    r"\s*,?\s*\(?\s*(?:được\s+)?(?:ban hành\s+|ký\s+|đề\s+|thông qua\s+)?"
    r"(?=[Nn]gày|NGÀY|[Tt]háng\s+[0-9]|[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4})"
)
_YEAR_OF = re.compile(r"\s+(?:năm\s+)?((?:19|20)[0-9]{2})(?=\s*(?:của|[,;.)“\"]|\s+(?:và|về|quy|được)\b|$))")
_MISREAD = str.maketrans("lIoO", "1100")
_TERM = re.compile(r"\s*,?\s*\(?[Kk]h[óo][aá]\s+[IVX]+\)?(?=\s*,?\s*(?:ngày|của))")
_PLENUM_HEAD = re.compile(r"\s*,?\s*(?=Hội nghị\s+(?:lần\s+)?(?:thứ|Trung ương|TW|BCH))")
_PARTY_HEAD = re.compile(r"\s+(?=(?:Hội nghị|BCH|Ban Chấp hành|Ban Thường vụ|Ban Bí thư|Bộ Chính trị)\b)")


def _finish(text: str, mention: Mention, at: int) -> None:
    """Read date and issuer from ``at``, in either order, and stretch the mention over them."""
    mention.end = max(mention.end, at)
    if mention.symbol is not None and (term := _TERM.match(text, at)) is not None:
        at = term.end()
    at = _take_date(text, mention, at)
    at = _take_issuer(text, mention, at)
    if mention.issuer and mention.date is None:
        _take_date(text, mention, at)


def _take_date(text: str, mention: Mention, at: int) -> int:
    before = _BEFORE_DATE.match(text, at)
    if before is None:
        year = _YEAR_OF.match(text, at) if mention.kind == "named" else None
        if year is None:
            return at
        mention.date, mention.date_at, mention.end = year[1], (year.start() + 1, year.end()), year.end()
        return year.end()
    start = before.end()
    found = _date_at(text, start)
    if found is None:
        return at
    mention.date, end = found
    mention.date_at = (start, end)
    if "(" in before.group() and text[end : end + 1] == ")":
        end += 1
    mention.end = end
    return end


def _date_at(text: str, start: int) -> tuple[str | None, int] | None:
    """The date printed at ``start`` and where it ends; letters that a scanner took for digits are read as digits.

    The date is None where its place is there and the day cannot be ('31/02/2023').
    """
    window = text[start : start + 48]
    for line in (window, window.translate(_MISREAD)):
        for found in find_dates(line, 0, len(line)):
            if found.start <= len("ngày "):
                return found.date, start + found.end
            break
    shape = re.match(r"[Nn]gày\s*[0-9]{1,2}\s?[/.\-–]\s?[0-9]{1,2}\s?[/.\-–]\s?[0-9]{2,4}\b", window)
    return (None, start + shape.end()) if shape else None


def _take_issuer(text: str, mention: Mention, at: int) -> int:
    issuer = read_issuer(text, at)
    if issuer is None and mention.symbol is not None and (plenum := _PLENUM_HEAD.match(text, at)) is not None:
        issuer = read_issuer(text, plenum.end(), of=False)
    if issuer is None and mention.date_at is not None and (party := _PARTY_HEAD.match(text, at)) is not None:
        issuer = read_issuer(text, party.end(), of=False)
    if issuer is None:
        return at
    mention.issuer = " ".join(text[slice(*issuer)].split())
    mention.end = issuer[1]
    return issuer[1]


# --- from flow to source -----------------------------------------------------------------------------------------


def _citation(flow: Flow, mention: Mention, notes: Sequence[Range]) -> Citation:
    whole = flow.span(mention.start, mention.end)
    core = flow.span(mention.core_start, mention.core_end)
    title_at = read_title(flow.text, mention)
    title = flow.span(*title_at) if title_at else None
    date = flow.span(*mention.date_at) if mention.date_at else None
    return Citation(
        start=whole.start,
        end=whole.end,
        core_start=core.start,
        core_end=core.end,
        text=flow.text[mention.start : mention.end],
        type=mention.type,
        kind=mention.kind,
        number=mention.number,
        symbol=mention.symbol.canonical if mention.symbol else mention.canonical,
        date=mention.date,
        issuer=mention.issuer,
        title=flow.text[slice(*title_at)] if title_at else None,
        title_start=title.start if title else None,
        title_end=title.end if title else None,
        in_footnote=any(start <= mention.start < end for start, end in notes),
        date_start=date.start if date else None,
        date_end=date.end if date else None,
        repaired=mention.symbol.repaired if mention.symbol else False,
        shared=tuple(mention.shared),
        role=read_role(flow.text, mention.start),
    )
