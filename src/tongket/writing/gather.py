"""The lower bodies' own words: sentences that say the same, gathered, with who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tongket.model.consolidations import ReportRead
from tongket.vietnamese.unicode import key
from tongket.writing.masking import mask_quote

LIKE = 82.0  # token-sort likeness from which two sentences say the same; found on pairs of sentences read by hand

_UPPER = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x1EFA)) if char.isupper())
_MARK = re.compile(r"^\s*(?:[-+*•–·]+\s*|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s+|[a-zđ]\)\s+|[IVX]{1,5}\.\s+)")
_END = re.compile(rf"(?<=[^\W\d_]{{2}})[.!?](?:/\.)?\s+(?=[{_UPPER}\"“])|(?<=[\d)”\"])\.\s+(?=[{_UPPER}])")
_PARTS = (
    "thuận lợi|khó khăn|ưu điểm|tồn tại|hạn chế|nguyên nhân|bài học|kiến nghị|đề xuất|nhiệm vụ|giải pháp|"
    "Thuận lợi|Khó khăn|Ưu điểm|Tồn tại|Hạn chế|Nguyên nhân|Bài học|Kiến nghị|Đề xuất|Nhiệm vụ|Giải pháp"
)
_LABEL = re.compile(  # a run-in heading: 'Thuận lợi: ...'
    rf"^(?:[Vv]ề |[Nn]hững |[Mm]ột số |[Cc]ác )?(?:{_PARTS})(?:[^\W\d_]|[ ,]){{0,40}}:\s+"
)
_ANNOUNCES = re.compile(  # '..., địa phương còn gặp một số khó khăn.': what follows says which
    rf"^.{{0,90}}\b(?:một số|những) (?:{_PARTS})(?:(?:,| và) [^,.;]{{3,20}})?(?: nhất định| như sau| sau)*[.:]?$"
)
_SHORT = re.compile(r"\b(?:TP|TX|TT|Tp|Ts|ThS|TS|PGS|GS|KT|TM|TL|TUQ|St|vv|v\.v)$")
_UNIT = re.compile(rf"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(?: [{_UPPER}][\w-]*)+")
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of one report, as written there; ``start``..``end`` is the passage that holds it."""

    text: str
    report: ReportRead
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Sentences that say the same. ``text`` is the one that stands for all."""

    text: str
    sayings: tuple[Saying, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """Who says so, each once, in the order of the reports."""
        return tuple(dict.fromkeys(saying.report.body for saying in self.sayings))


def sayings(reports: Iterable[ReportRead], kinds: Iterable[str]) -> list[Saying]:
    """All sentences of the evaluation parts of ``kinds``, in the order of the reports. Headings are left out."""
    wanted = set(kinds)
    found = []
    for read in reports:
        for passage in read.report.passages:
            if passage.kind not in wanted:
                continue
            start, end = passage.spans[0].start, passage.spans[-1].end
            found += [Saying(text, read, start, end) for text in sentences(mask_quote(passage.text, read))]
    return found


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph without its list mark; what is no sentence (a heading, a stub) is left out."""
    text = _LABEL.sub("", _MARK.sub("", paragraph.strip()))
    pieces: list[str] = []
    at = 0
    for end in _END.finditer(text):
        if _SHORT.search(text[at : end.start()]):
            continue
        pieces.append(text[at : end.start() + 1])
        at = end.end()
    pieces.append(text[at:])
    cleaned = (_MARK.sub("", piece).strip().rstrip(";,") for piece in pieces)
    whole = (piece.removesuffix("./.") for piece in cleaned if _is_sentence(piece))
    return [piece[:1].upper() + piece[1:] for piece in whole]


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 5 and not text.endswith(":") and not _ANNOUNCES.search(text)


def gather(found: list[Saying]) -> list[Gathered]:
    """Like sentences together: those said by most bodies first, then in the order in which they were met.

    A sentence joins the group whose first sentence it is most like. Names of units and the case of letters do not
    count; every sentence stays in exactly one group.
    """
    keys = [_likeness_key(saying.text) for saying in found]
    heads: list[int] = []
    groups: list[list[int]] = []
    for index, words in enumerate(keys):
        best = process.extractOne(
            words, [keys[head] for head in heads], scorer=fuzz.token_sort_ratio, processor=None, score_cutoff=LIKE
        )
        if best is None:
            heads.append(index)
            groups.append([index])
        else:
            groups[best[2]].append(index)
    gathered = [_group([found[one] for one in group], [keys[one] for one in group]) for group in groups]
    return sorted(gathered, key=lambda one: -len(one.bodies))


def _likeness_key(text: str) -> str:
    return key(_UNIT.sub(lambda unit: unit.group().split()[0], text))


def _group(members: list[Saying], keys: list[str]) -> Gathered:
    """The sentence that is most like all the others stands for the group; of equals, one without figures or names."""
    if len(members) == 1:
        return Gathered(members[0].text, tuple(members))
    closeness = [sum(fuzz.token_sort_ratio(one, other) for other in keys) for one in keys]
    order = sorted(range(len(members)), key=lambda one: (_particular(members[one].text), -closeness[one], one))
    return Gathered(members[order[0]].text, tuple(members))


def _particular(text: str) -> int:
    """How much of a sentence is about one place alone: its figures and the units that it names."""
    return len(_DIGITS.findall(text)) + len(_UNIT.findall(text))
