"""How much of the truth a reader found, and what it found that is not true."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import tongket
from tongket.checking.check import check_report
from tongket.errors import ReadError
from tongket.files.open import open_source
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.model.reports import Report
from tongket.reading.read import read_source
from tongket.registry.units import load_units

Line = dict[str, Any]


@dataclass
class Tally:
    """Found, missed and invented, with examples of the last two."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the truth that was found."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def precision(self) -> float:
        """Share of what was found that is true."""
        return self.found / max(1, self.found + len(self.invented))


@dataclass
class Score:
    """All tallies. ``errors`` and ``near`` are by finding kind; ``lost`` are truths whose words were not read."""

    figures: Tally = field(default_factory=Tally)
    units: Tally = field(default_factory=Tally)
    citations: Tally = field(default_factory=Tally)
    sections: Tally = field(default_factory=Tally)
    errors: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    near: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    alarms: Counter[str] = field(default_factory=Counter)
    alarm_examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    totals: Tally = field(default_factory=Tally)
    lost: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    doubled: set[str] = field(default_factory=set)  # units that sent two reports
    flagged: set[str] = field(default_factory=set)  # units of which a finding says so, at either file


def score(out: Path, work: Path | None = None) -> Score:
    """Read, check and (with a folder ``work`` to write into) consolidate the samples under ``out``."""
    lines = [json.loads(line) for line in (out / "truth" / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    by_file: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_file[line["file"]].append(line)
        line["unit_id"] = by_file[line["file"]][0]["unit"]
    registry = load_units(out / "reports" / "don-vi.tsv")
    found = Score()
    between: dict[str, list[Finding]] = {}
    folder: list[Finding] = []
    read: dict[str, Report] = {}
    if work is not None:
        folder = _consolidate(out, work, found, between, read)
    found.doubled = {
        one["unit_id"] for one in lines if one.get("finding") == "duplicate-report" and one["kind"] == "error"
    }
    for file, findings in between.items():
        if any(one.kind == "duplicate-report" for one in findings):
            found.flagged.add(by_file[file][0]["unit"])
    for file, truths in by_file.items():
        if file in between:
            report, findings = read[file], between[file]
            _score_report(found, file, report, truths, findings, folder, is_whole=True)
            continue
        try:
            report = read_source(open_source(out / "reports" / file))
        except ReadError as error:
            found.unread.append(f"{file}: {error}")
            continue
        findings = check_report(report, registry)
        _score_report(found, file, report, truths, findings, folder, is_whole=work is not None)
    return found


# one report


def _score_report(
    found: Score,
    file: str,
    report: Report,
    truths: Sequence[Line],
    findings: Sequence[Finding],
    folder: Sequence[Finding],
    *,
    is_whole: bool,
) -> None:
    places = _locate(report.text, truths)
    for line, place in places:
        if place is None and line["text"] and line["where"] != "file":
            found.lost.append(f"{file}: {line['kind']} {line['before'][-20:]}[{line['text']}]{line['after'][:20]}")
    located = [(line, place) for line, place in places if place is not None]
    blurred = [place for line, place in located if line["kind"] in ("error", "near")]
    _score_figures(found, file, report, [one for one in located if one[0]["kind"] == "figure"], blurred)
    _score_citations(found, file, report, [one for one in located if one[0]["kind"] == "citation"], blurred)
    _score_sections(found, file, report, [one for one in located if one[0]["kind"] == "heading"])
    _score_findings(found, file, report.text, places, findings, folder, is_whole=is_whole)


def _locate(text: str, truths: Sequence[Line]) -> list[tuple[Line, Span | None]]:
    """Where each truth stands in the text that was read; the second of two equal ones stands further on."""
    used: Counter[tuple[str, ...]] = Counter()
    found: list[tuple[Line, Span | None]] = []
    for line in truths:
        if line["kind"] == "report" or not line["text"]:
            found += [(line, None)] if line["kind"] != "report" else []
            continue
        start = line.get("start")
        if start is not None and text[start : line["end"]] == line["text"]:
            found.append((line, Span(start, line["end"])))
            continue
        key = (line["kind"], line.get("finding", ""), line["before"], line["text"], line["after"])
        at = -1
        for _ in range(used[key] + 1):
            at = text.find(line["before"] + line["text"] + line["after"], at + 1)
        used[key] += 1
        begin = at + len(line["before"])
        found.append((line, Span(begin, begin + len(line["text"])) if at >= 0 else None))
    return found


def _score_figures(
    found: Score, file: str, report: Report, truths: Sequence[tuple[Line, Span]], blurred: Sequence[Span]
) -> None:
    matched: set[int] = set()
    for line, place in truths:
        index = next(
            (
                index
                for index, figure in enumerate(report.figures)
                if index not in matched
                and place.touches(Span(figure.start, figure.end))
                and _same(figure.value, line["value"])
            ),
            None,
        )
        if index is None:
            found.figures.missed.append(f"{file}: {line['before'][-30:]}[{line['text']}]{line['after'][:30]}")
            continue
        matched.add(index)
        found.figures.found += 1
        if line.get("table"):
            continue
        if report.figures[index].unit == line["unit"]:
            found.units.found += 1
        else:
            found.units.missed.append(f"{file}: [{line['text']}] read as '{report.figures[index].unit}'")
    for index, figure in enumerate(report.figures):
        place = Span(figure.start, figure.end)
        if index in matched or figure.unit in ("năm", "tháng") or any(place.touches(one) for one in blurred):
            continue
        around = report.text[max(0, place.start - 30) : place.end + 30].replace("\n", " ")
        found.figures.invented.append(f"{file}: [{figure.text}] in '{around}'")


def _same(value: Quantity, true: Any) -> bool:  # a number or one of two small mappings, as JSON holds them
    if isinstance(value, Share):
        return isinstance(true, dict) and (int(value.part), int(value.whole)) == (true.get("part"), true.get("whole"))
    if isinstance(value, Range):
        return isinstance(true, dict) and (int(value.low), int(value.high)) == (true.get("low"), true.get("high"))
    if isinstance(value, Pair) or isinstance(true, dict):
        return False
    return abs(value - Decimal(str(true))) < Decimal("0.000001")


def _score_citations(
    found: Score, file: str, report: Report, truths: Sequence[tuple[Line, Span]], blurred: Sequence[Span]
) -> None:
    matched: set[int] = set()
    for line, place in truths:
        index = next(
            (
                index
                for index, one in enumerate(report.citations)
                if index not in matched and place.touches(Span(one.core_start, one.core_end))
            ),
            None,
        )
        named = line["form"] != "full" or any(place.touches(one) for one in blurred)
        if index is None:
            found.citations.missed.append(f"{file}: [{line['text']}] not read")
            continue
        matched.add(index)
        one = report.citations[index]
        if named or (one.symbol == line["symbol"] and (line["date"] is None or one.date == line["date"])):
            found.citations.found += 1
        else:
            found.citations.missed.append(f"{file}: [{line['text']}] read as {one.symbol} of {one.date}")
    for index, one in enumerate(report.citations):
        place = Span(one.start, one.end)
        if index not in matched and not any(place.touches(blur) for blur in blurred):
            found.citations.invented.append(f"{file}: [{one.text}]")


def _score_sections(found: Score, file: str, report: Report, truths: Sequence[tuple[Line, Span]]) -> None:
    """A heading counts when a section that begins in its line has its title, and its number where it has one."""
    read = list(report.walk_sections())
    titled = {one.title for one in read}
    for line, place in truths:
        begin = report.text.rfind("\n", 0, place.start) + 1
        before = report.text.rfind("\n", 0, max(0, begin - 3)) + 1  # 'Phần thứ nhất' stands on a line of its own
        fit = [
            one
            for one in read
            if before <= one.start <= place.start and one.title == line["text"] and one.number == line["number"]
        ]
        if fit:
            found.sections.found += 1
        else:
            known = "another number" if line["text"] in titled else "no such title"
            found.sections.missed.append(f"{file}: {line['number']} [{line['text']}]: {known}")
    true = {line["text"] for line, _ in truths}
    for one in read:
        if one.title is not None and one.title not in true:
            found.sections.invented.append(f"{file}: {one.number} [{one.title}] {one.kind}")


# findings


def _score_findings(
    found: Score,
    file: str,
    text: str,
    places: Sequence[tuple[Line, Span | None]],
    findings: Sequence[Finding],
    folder: Sequence[Finding],
    *,
    is_whole: bool,
) -> None:
    explained: set[int] = set()
    for line, place in places:
        if line["kind"] != "error":
            continue
        kind = line["finding"]
        if kind in ("duplicate-report", "unit-sum-mismatch") and not is_whole:
            continue
        kinds = {kind, *line.get("also", ())}
        hits = [
            i
            for i, one in enumerate(findings)
            if one.kind in kinds and _at(text, one, place) and not (place is None and one.case == "signer")
        ]
        explained |= set(hits)
        about = kind == "unit-sum-mismatch" and any(_is_about(one, line) for one in folder)
        about |= kind == "duplicate-report" and line["unit_id"] in found.flagged
        if hits or about:
            found.errors[kind].found += 1
        else:
            found.errors[kind].missed.append(f"{file}: {line['text'][:90] or line.get('why')}")
    for line, place in places:
        if line["kind"] != "near" or (line["finding"] in ("duplicate-report", "unit-sum-mismatch") and not is_whole):
            continue
        kind = line["finding"]
        hits = [
            i for i, one in enumerate(findings) if i not in explained and one.kind == kind and _at(text, one, place, 0)
        ]
        explained |= set(hits)
        if hits or (kind == "unit-sum-mismatch" and any(_is_about(one, line) for one in folder)):
            found.near[kind].invented.append(f"{file}: {line['text'][:90] or line.get('why')}")
        else:
            found.near[kind].found += 1
    explained |= _expected(findings, text, places)
    if any(line["unit_id"] in found.doubled for line, _ in places):
        explained |= {index for index, one in enumerate(findings) if one.kind == "duplicate-report"}
    for index, one in enumerate(findings):
        if index not in explained and one.severity != "info":
            found.alarms[one.kind] += 1
            at = one.place
            words = text[max(0, at.start - 25) : at.end + 25].replace("\n", " ") if isinstance(at, Span) else str(at)
            found.alarm_examples[one.kind].append(f"{file}: '{words[:140]}' {dict(one.facts)}")


def _expected(findings: Sequence[Finding], text: str, places: Sequence[tuple[Line, Span | None]]) -> set[int]:
    """Findings that are right and that nobody planted: cells left blank, a signature without a name."""
    blanks = [place for line, place in places if line["kind"] == "blank" and place is not None]
    unsigned = any(line["kind"] == "expected" for line, _ in places)
    return {
        index
        for index, one in enumerate(findings)
        if (one.kind == "incomplete" and any(_at(text, one, place) for place in blanks))
        or (one.kind == "missing-part" and unsigned and one.case == "signer")
    }


def _at(text: str, finding: Finding, place: Span | None, slack: int = 1) -> bool:
    """Whether the finding, or a place that it names, touches the passage or (with ``slack``) its line."""
    if place is None:
        return True
    line = place
    if slack:
        end = text.find("\n", place.end)
        line = Span(text.rfind("\n", 0, place.start) + 1, end if end >= 0 else len(text))
    spots = [one for one in (finding.place, *finding.related) if isinstance(one, Span)]
    return any(place.touches(one) or (slack and line.touches(one)) for one in spots)


def _is_about(finding: Finding, line: Line) -> bool:
    """Whether a finding of the folder speaks of the unit, indicator and cell of the planted one."""
    keys = [one for one in (finding.place, *finding.related) if not isinstance(one, Span)]
    return any(
        (getattr(key, "unit", ""), getattr(key, "indicator", ""), getattr(key, "cell", ""))
        == (line.get("unit_id"), line.get("indicator"), line.get("cell"))
        for key in keys
    )


# the whole folder


def _consolidate(
    out: Path, work: Path, found: Score, between: dict[str, list[Finding]], read: dict[str, Report]
) -> list[Finding]:
    """Consolidate, score the totals, fill ``between`` and ``read`` by file, and return the findings between reports."""
    result = tongket.consolidate(out / "reports", "ct-06-tu", work)
    true = json.loads((out / "truth" / "totals.json").read_text(encoding="utf-8"))
    values = {(one.indicator, one.cell): one for one in result.rollups if one.unit == result.unit.id}
    units = {(one.indicator, one.cell, one.unit): one for one in result.rollups}
    for total in true["totals"]:
        _score_total(found, total, values, units)
    for one in result.reports:
        between[one.file] = list(one.findings)
        read[one.file] = one.report
    for left in result.left_out:
        found.unread.append(f"left out: {left.file}: {left.reason}")
    return list(result.findings)


def _score_total(found: Score, total: Line, values: Mapping[Any, Any], units: Mapping[Any, Any]) -> None:
    """A total is right when every undisputed unit's value is right; what is disputed is compared by nobody."""
    wrong = []
    for unit, amount in total["units"].items():
        if unit in total["disputed"]:
            continue
        one = units.get((total["indicator"], total["cell"], unit))
        shown = None if one is None or one.amount is None else Decimal(one.amount) / 10**one.scale
        if shown is None or abs(shown - Decimal(str(amount))) > Decimal("0.001"):
            wrong.append(f"{unit}: {amount} read as {shown}")
    name = f"{total['indicator']}{'/' + total['cell'] if total['cell'] else ''}"
    if not wrong:
        found.totals.found += 1
    else:
        whole = values.get((total["indicator"], total["cell"]))
        shown = None if whole is None else whole.amount
        of = len(total["units"])
        examples = "; ".join(wrong[:3])
        found.totals.missed.append(f"{name}: {total['amount']} read as {shown}; {len(wrong)} of {of} units: {examples}")


def summary(found: Score, *, misses: bool) -> Iterator[str]:
    """The score in lines to print."""
    for name, tally in (
        ("figures", found.figures),
        ("citations", found.citations),
        ("sections", found.sections),
    ):
        count = tally.found + len(tally.missed)
        yield f"{name:24} recall {tally.recall:.3f}  precision {tally.precision:.3f}  of {count}"
    yield f"{'units of figures':24} right  {found.units.recall:.3f}"
    planted = sum(one.found + len(one.missed) for one in found.errors.values())
    got = sum(one.found for one in found.errors.values())
    flagged = sum(len(one.invented) for one in found.near.values())
    nears = sum(one.found + len(one.invented) for one in found.near.values())
    yield f"{'planted errors':24} found  {got} of {planted}"
    yield f"{'near misses':24} flagged {flagged} of {nears}"
    yield f"{'other alarms':24} {sum(found.alarms.values())}: {dict(found.alarms.most_common())}"
    if found.totals.found or found.totals.missed:
        yield f"{'totals':24} right  {found.totals.found} of {found.totals.found + len(found.totals.missed)}"
    for kind in sorted({*found.errors, *found.near}):
        error, near = found.errors[kind], found.near[kind]
        planted, near_misses = error.found + len(error.missed), near.found + len(near.invented)
        yield f"  {kind:24} found {error.found}/{planted}  near misses flagged {len(near.invented)}/{near_misses}"
    if misses:
        yield from _details(found)


def _details(found: Score) -> Iterator[str]:
    groups: list[tuple[str, Iterable[str]]] = [
        ("not read", found.unread),
        ("words lost", found.lost),
        ("figures missed", found.figures.missed),
        ("figures invented", found.figures.invented),
        ("units wrong", found.units.missed),
        ("citations missed", found.citations.missed),
        ("citations invented", found.citations.invented),
        ("sections missed", found.sections.missed),
        ("sections invented", found.sections.invented),
        ("totals wrong", found.totals.missed),
    ]
    groups += [(f"error missed: {kind}", tally.missed) for kind, tally in sorted(found.errors.items())]
    groups += [(f"near miss flagged: {kind}", tally.invented) for kind, tally in sorted(found.near.items())]
    groups += [(f"alarm: {kind}", examples) for kind, examples in sorted(found.alarm_examples.items())]
    for name, examples in groups:
        for example in examples:
            yield f"{name}: {example}"
