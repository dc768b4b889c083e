"""Text typed in the fonts of before Unicode (TCVN3 '.VnTime', VNI ...) whose fonts are lost: told by its words.

Runs whose font is known are decoded where they are read (:func:`tongket.vietnamese.legacy.decode_run`); here come plain
text, pages of PDFs, and paragraphs that were pasted into another font.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tongket.messages import N_
from tongket.model.places import Span
from tongket.model.sources import Block, Source
from tongket.vietnamese.legacy import Encoding, decode, decode_words, decoded_words
from tongket.vietnamese.legacy_guess import Evidence, weigh
from tongket.vietnamese.legacy_words import is_syllable

# What is said of a source with text that was converted, by font or by its words.
CONVERTED: dict[Encoding, str] = {
    "tcvn3": N_("Text in TCVN3 (ABC) letters was converted to Unicode. Check names and capitals."),
    "vni": N_("Text in VNI letters was converted to Unicode. Check the names."),
    "vps": N_("Text in VPS letters was converted to Unicode. Check the names."),
    "viscii": N_("Text in VISCII letters was converted to Unicode. Check the names."),
    "cp1258": N_("Text in Windows-1258 letters was converted to Unicode. Check the names."),
}

# Letters that every paragraph of TCVN3 or VNI holds, and next to no Unicode text; of the rare encodings, in a sample.
_COMMON = "®\xadµ©¸¬ñöäøïû"
_IN_WORDS = "×·"  # signs of prose as well, but not behind a letter: 'T×nh', 'x·'
_COMMON_START = re.compile(f"[{_COMMON}]|(?<=[A-Za-z])[{_IN_WORDS}]")
_COMMON_SIGN = re.compile(f"[{_COMMON}{_IN_WORDS}Õª«¶¹Öåùâêáóòæ]")
_RARE = re.compile("[A-Za-z][ß½ÜÖÇåæð¤¥¢ÒòÞÌ]|[ßÜÇåð½][A-Za-z]")
_SAMPLE = 3000
_RARE_SHARE = 100  # characters to one sign of a rare encoding; there is one in ten to twenty
_DOUBT = 1.5  # how much better another encoding must be where one is in use
_FEWEST_SIGNS = 3  # in a line that can speak for itself
# A word with a hyphen that may be 'ư', as fonts of some PDFs give it: 'n-íc', 't-', '-¬ng'; not at the start of a line.
_HYPHENED = re.compile("(?<=[^\n])(?<![\\w\xa1-\xff-])[a-zA-Z\xa1-\xff]*-[a-z\xa1-\xff]*(?![\\w\xa1-\xff-])")


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def decode_source(source: Source) -> Source:
    """``source`` with its paragraphs of lost fonts in Unicode, and every offset moved with them; most often itself."""
    weights = _weights(source.text)
    if not weights:
        return source
    edits, found = _edits(source.text, weights)
    main = found[0]
    return replace(
        _rebuilt(source, edits),
        headers=tuple(_decoded(text, main) for text in source.headers),
        footers=tuple(_decoded(text, main) for text in source.footers),
        comments=tuple(_decoded(text, main) for text in source.comments),
        warnings=tuple(dict.fromkeys((*source.warnings, *(CONVERTED[one] for one in found)))),
    )


def _weights(text: str) -> dict[Encoding, int]:
    """The encodings that some lines speak for, by how many of their words do."""
    lines: Iterable[str] = ()
    sample = text[:_SAMPLE]
    if _RARE.search(sample) is not None and len(_RARE.findall(sample)) * _RARE_SHARE > len(sample):
        lines = text.split("\n")
    elif any(char in text for char in _COMMON + _IN_WORDS):
        lines = _telling_lines(text)
    weights: dict[Encoding, int] = {}
    hyphened = "\xad" not in text
    for line in lines:
        evidence = weigh(_HYPHENED.sub(_with_u, line) if hyphened and "-" in line else line)
        if evidence is not None and evidence.speaks:
            weights[evidence.encoding] = weights.get(evidence.encoding, 0) + evidence.right
    return weights


def _telling_lines(text: str) -> Iterator[str]:
    """Lines with so many signs of TCVN3 or VNI that their words are worth a look."""
    end = -1
    for found in _COMMON_START.finditer(text):
        if found.start() < end:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        end = end if end >= 0 else len(text)
        line = text[start:end]
        if len(_COMMON_SIGN.findall(line)) >= _FEWEST_SIGNS:
            yield line


def _edits(text: str, weights: dict[Encoding, int]) -> tuple[list[_Edit], tuple[Encoding, ...]]:
    """The words to be rewritten, in order, and the encodings they were in, the most common first."""
    main = max(weights, key=lambda one: weights[one])
    if main == "tcvn3" and "\xad" not in text:
        text = _HYPHENED.sub(_with_u, text)
    lines = [(start, line, weigh(line)) for start, line in _lines(text)]
    mostly = weights[main] * 2 > sum(evidence.words for _, _, evidence in lines if evidence is not None)
    edits: list[_Edit] = []
    used: dict[Encoding, int] = {main: 0}
    for start, line, evidence in lines:
        encoding = _encoding(line, evidence, main, mostly=mostly)
        if encoding is not None:
            found = decoded_words(line, encoding)
            used[encoding] = used.get(encoding, 0) + len(found)
            edits += [_Edit(start + low, start + high, word) for low, high, word in found]
    return edits, tuple(sorted(used, key=lambda one: -used[one]))


def _with_u(found: re.Match[str]) -> str:
    """The word with 'ư' for its hyphen, where only that makes it a syllable."""
    word = found.group()
    before, _, after = word.partition("-")
    if not before and after != "u" and not after.startswith("¬"):
        return word
    if before and any(is_syllable(decode(part, "tcvn3")) for part in (before, after)):
        return word
    typed = word.replace("-", "\xad")
    return typed if is_syllable(decode(typed, "tcvn3")) else word


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold more than ASCII, and where they start."""
    at = 0
    for line in text.split("\n"):
        if not line.isascii():
            yield at, line
        at += len(line) + 1


def _encoding(line: str, evidence: Evidence | None, main: Encoding, *, mostly: bool) -> Encoding | None:
    """The encoding of ``line`` in a document where ``main`` is certain elsewhere; ``mostly``: in most of it."""
    if evidence is None:
        return None
    own = weigh(line, (main,))
    if own is None:
        return None
    if evidence.speaks and evidence.right > own.right * (_DOUBT if mostly else 1):
        return evidence.encoding
    if own.speaks or own.leans or (mostly and own.right >= own.as_is):
        return main
    return None


def _decoded(text: str, main: Encoding) -> str:
    """A header, footer or comment, decoded where its words say so."""
    lines = []
    for line in text.split("\n"):
        encoding = _encoding(line, weigh(line), main, mostly=False)
        lines.append(line if encoding is None else decode_words(line, encoding))
    return "\n".join(lines)


def _rebuilt(source: Source, edits: list[_Edit]) -> Source:
    text = _applied(source.text, edits)
    if all(len(edit.text) == edit.end - edit.start for edit in edits):
        return replace(source, text=text)
    places = _Places(edits)
    return replace(
        source,
        text=text,
        blocks=tuple(_moved(block, places) for block in source.blocks),
        anchors=tuple(replace(one, start=places.of(one.start), end=places.of(one.end)) for one in source.anchors),
        doubts=tuple(replace(one, start=places.of(one.start), end=places.of(one.end)) for one in source.doubts),
    )


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*pieces, text[at:]))


class _Places:
    """Where offsets of the old text stand in the new one; those inside a word as far in as it goes."""

    def __init__(self, edits: list[_Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._new: list[int] = []
        shift = 0
        for edit in edits:
            self._new.append(edit.start + shift)
            shift += len(edit.text) - (edit.end - edit.start)

    def of(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit, start = self._edits[index], self._new[index]
        if offset >= edit.end:
            return start + len(edit.text) + offset - edit.end
        return start + min(offset - edit.start, len(edit.text))


def _moved(block: Block, places: _Places) -> Block:
    of = places.of
    return replace(
        block,
        start=of(block.start),
        end=of(block.end),
        styles=tuple(replace(one, start=of(one.start), end=of(one.end)) for one in block.styles),
        markup=tuple(Span(of(one.start), of(one.end)) for one in block.markup),
        cells=tuple(replace(one, start=of(one.start), end=of(one.end)) for one in block.cells),
        breaks=tuple(of(at) for at in block.breaks),
    )
