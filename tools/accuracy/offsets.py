"""Reports whose labels are offsets into their text (``../shared/gold``, ``../shared/corpus/labels``).

The rules of pairing are those that the labels were made with: two records meet where their spans share enough, each
once, the best pair first. No words of these reports are kept: a passage is known by its offsets.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from accuracy.kinds import family
from accuracy.tally import Tallies, put, share

Row = dict[str, Any]
_NEAR = 60  # characters between a finding and its label


def score_offsets(text: str, read: Row, labels: Path, stem: str) -> Tallies:
    """The tallies of one report: ``read`` is the object of ``tongket read --json``, ``labels`` the folder."""
    tallies: Tallies = {}
    show = _Shown(text)
    if gold := _rows(labels / f"citations-{stem}.jsonl"):
        _citations(tallies, gold, read["citations"], _rows(labels / f"citations-ignore-{stem}.jsonl"), show)
    if gold := _rows(labels / f"figures-{stem}.jsonl"):
        _figures(tallies, gold, read["figures"], show)
    structure = labels / f"structure-{stem}.json"
    if structure.exists():
        _structure(tallies, json.loads(structure.read_text("utf-8")), read, show)
    mine = [row for row in _rows(labels / "findings.jsonl") if row["file"] == stem]
    if mine:
        _findings(tallies, mine, read["findings"], show)
    return tallies


class _Shown:
    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
        return {f"{row.get('kind', '')} {row['start']}-{row['end']}".strip(): self.words(row) for row in rows}

    def words(self, row: Mapping[str, Any]) -> str:
        """The passage on one line, cut."""
        return " ".join(self._text[row["start"] : row["end"]].split())[:100]


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _pairs(gold: Sequence[Row], found: Sequence[Row], fits: Callable[[Row, Row], float]) -> list[tuple[Row, Row]]:
    scored = [(fits(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for fit, i, j in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if fit > 0 and ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            pairs.append((gold[i], found[j]))
    return pairs


def _left(rows: Iterable[Row], paired: Iterable[Row]) -> list[Row]:
    known = {id(one) for one in paired}
    return [row for row in rows if id(row) not in known]


def _citations(tallies: Tallies, gold: list[Row], found: list[Row], ignored: list[Row], show: _Shown) -> None:
    own = [one for one in gold if one.get("self")]
    gold = [one for one in gold if not one.get("self")]
    spots = [one for one in ignored + own if not _touches(one, gold)]
    found = [one for one in found if not _touches(one, spots)]

    def fits(one: Row, other: Row) -> float:
        shared = _shared((one["core_start"], one["core_end"]), (other["core_start"], other["core_end"]))
        return shared + _same_symbol(one, other) if shared >= 0.3 else 0.0

    pairs = _pairs(gold, found, fits)
    right = [pair for pair in pairs if pair[0]["kind"] == "named" or _same_symbol(*pair)]
    missed, wrong = _left(gold, [one for one, _ in right]), _left(found, [other for _, other in right])
    put(tallies, "citations: symbol", len(right), show(missed), show(wrong))
    for part in ("type", "date", "issuer"):
        asked = [pair for pair in pairs if pair[0].get(part)]
        bad = [one for one, other in asked if not _same_part(part, one[part], other.get(part))]
        share(tallies, f"citations: {part}", len(asked) - len(bad), show(bad))


def _same_part(part: str, one: str, other: str | None) -> bool:
    if part == "date":
        return one == other
    if part == "type":
        return _fold(one) == _fold(other)
    return bool(other) and (_fold(one) in _fold(other) or _fold(other) in _fold(one))


def _figures(tallies: Tallies, gold: list[Row], found: list[Row], show: _Shown) -> None:
    spots = [one for one in gold if one.get("optional")]
    gold = [one for one in gold if not one.get("optional")]
    found = [one for one in found if not _touches(one, spots) or _touches(one, gold)]

    def fits(one: Row, other: Row) -> float:
        if not _touches(one, [other]) or _value(one["value"]) != _value(other.get("value")):
            return 0.0
        return 0.1 + _shared((one["start"], one["end"]), (other["start"], other["end"]))

    pairs = _pairs(gold, found, fits)
    missed, wrong = _left(gold, [one for one, _ in pairs]), _left(found, [other for _, other in pairs])
    put(tallies, "figures: value", len(pairs), show(missed), show(wrong))
    asked = [pair for pair in pairs if pair[0].get("unit")]
    bad = [one for one, other in asked if not _begin_alike(one["unit"], other.get("unit"))]
    share(tallies, "figures: unit", len(asked) - len(bad), show(bad))


def _begin_alike(one: str, other: str | None) -> bool:
    return bool(other) and (_fold(one).startswith(_fold(other)) or _fold(other).startswith(_fold(one)))


def _structure(tallies: Tallies, gold: Row, read: Row, show: _Shown) -> None:
    wanted = [one for one in _flat(gold.get("sections", [])) if not one.get("unnumbered")]
    found = [one for one in _flat(read["sections"]) if one.get("number")]

    def fits(one: Row, other: Row) -> float:
        return float(abs(one["start"] - other["start"]) <= 4 and _fold(one["number"]) == _fold(other["number"]))

    pairs = _pairs(wanted, found, fits)
    cut = [{**one, "end": one["start"] + 60} for one in _left(wanted, [one for one, _ in pairs])]
    wrong = [{**one, "end": one["start"] + 60} for one in _left(found, [other for _, other in pairs])]
    put(tallies, "sections", len(pairs), show(cut), show(wrong))
    for part in ("letterhead", "signature", "subject"):
        fields = {key: one for key, one in (gold.get(part) or {}).items() if key in _FIELDS and one not in ("", None)}
        fields = {key: one for key, one in fields.items() if isinstance(one, str | int)}
        got = read.get(part) or {}
        bad = {key: str(one) for key, one in fields.items() if _fold(one) not in _fold(got.get(key))}
        share(tallies, part, len(fields) - len(bad), bad)
    _cells(tallies, gold.get("appendices") or [], read["tables"])


_FIELDS = frozenset(
    (
        *("issuing_body", "number", "regime", "doc_type", "title", "authority", "capacity", "name", "review"),
        *("years", "directive", "date", "place"),
    )
)


def _cells(tallies: Tallies, gold: list[Row], tables: list[Row]) -> None:
    wanted, found = _bag(table for one in gold for table in one.get("tables", [])), _bag(tables)
    if wanted:
        missed = {_hidden(row, cell): f"{row}: {cell}" for row, cell in wanted - found}
        wrong = {_hidden(row, cell): f"{row}: {cell}" for row, cell in found - wanted}
        put(tallies, "tables: cells", (wanted & found).total(), missed, wrong)


def _hidden(row: str, cell: str) -> str:
    return hashlib.sha256(f"{row}\t{cell}".encode()).hexdigest()[:12]


def _bag(tables: Iterable[Row]) -> Counter[tuple[str, str]]:
    """The filled number cells, each with the label of its row."""
    bag: Counter[tuple[str, str]] = Counter()
    for row in (row for table in tables for row in table.get("rows") or []):
        label = next((str(cell) for cell in row if cell and not re.fullmatch(r"[\dIVX.]+", str(cell).strip())), "")
        bag.update((_fold(label), _fold(cell)) for cell in row[1:] if re.search(r"\d", str(cell or "")[:16]))
    return bag


def _findings(tallies: Tallies, gold: list[Row], found: list[Row], show: _Shown) -> None:
    found = [one for one in found if isinstance(one.get("start"), int)]

    def fits(one: Row, other: Row) -> float:
        loud = one["severity"] == "info" or other.get("severity") != "info"
        near = one["start"] - _NEAR < other["end"] + _NEAR and other["start"] - _NEAR < one["end"] + _NEAR
        return float(one["kind"] == other["kind"] and near and loud)

    pairs = _pairs(gold, found, fits)
    missed = _left(gold, [one for one, _ in pairs])
    wrong = [one for one in _left(found, [other for _, other in pairs]) if one.get("severity") != "info"]
    for name in dict.fromkeys(family(one["kind"]) for one in (*gold, *wrong)):
        mine = {
            "right": [one for one, _ in pairs if family(one["kind"]) == name],
            "missed": [one for one in missed if family(one["kind"]) == name],
            "wrong": [one for one in wrong if family(one["kind"]) == name],
        }
        put(tallies, name, len(mine["right"]), show(mine["missed"]), show(mine["wrong"]))


def _flat(sections: Iterable[Row]) -> list[Row]:
    return [row for one in sections for row in (one, *_flat(one.get("children") or []))]


def _touches(one: Row, others: Iterable[Row]) -> bool:
    return any(one["start"] < other["end"] and other["start"] < one["end"] for other in others)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    both, all_ = min(one[1], other[1]) - max(one[0], other[0]), max(one[1], other[1]) - min(one[0], other[0])
    return max(0, both) / all_ if all_ else 0.0


def _same_symbol(one: Row, other: Row) -> bool:
    def clean(text: str | None) -> str:
        return re.sub(r"\s+", "", (text or "").upper()).lstrip("0")

    return clean(one.get("canonical") or one.get("number")) == clean(other.get("symbol") or other.get("number"))


def _fold(text: object) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", "" if text is None else str(text)).lower())


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(sorted((key, round(float(one), 6)) for key, one in value.items() if one is not None))
    return None if value is None else round(float(value), 6)
