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
from tongket.reading.citations.mentions import Mention, head_before, type_of_words
from tongket.reading.citations.misread import mend_misread
from tongket.reading.citations.named_mentions import leave_date_to_outer, named_mentions
from tongket.reading.citations.resolving import resolve, share
from tongket.reading.citations.short_forms import may_be_cited, read_short_forms
from tongket.reading.citations.symbol_mentions import take_symbol
from tongket.reading.citations.titles import read_role, read_title
from tongket.reading.running.flow import Flow
from tongket.reading.running.scan import Token
from tongket.registry.types import CITED_BY_NAME


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
            take_symbol(text, token, mentions, flow)
        elif kind == "type":
            name = type_of_words(text[start:end])
            if name in CITED_BY_NAME and (named := named_mentions(text, start, end, name)):
                mentions += named
                leave_date_to_outer(mentions)
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


_NEXT_CLAUSE = re.compile(r"[.;\n)]|[^.;\n]{400}")


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
