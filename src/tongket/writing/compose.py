"""The report of the level above, composed by the programme's outline (soạn báo cáo tổng hợp)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tongket.messages import N_
from tongket.model.consolidations import Consolidation
from tongket.model.drafts import Draft, DraftParagraph, Run
from tongket.model.observations import Rollup
from tongket.model.programmes import OutlineItem
from tongket.registry.layouts import state_layout
from tongket.writing import frame
from tongket.writing.answers import answered_in_words
from tongket.writing.appendices import answers_label, appendices, asked_in, documents_label, form_labels
from tongket.writing.coverage import (
    OWN_MARK,
    Ground,
    common_ground,
    coverage_mark,
    coverage_sentence,
    ground_of,
    map_sentence,
    opening_coverage,
)
from tongket.writing.issued import issued_documents, note_lines
from tongket.writing.ledger import Ledger, manifest, totals
from tongket.writing.material import material_paragraphs
from tongket.writing.naming import with_written_names
from tongket.writing.numerals import count_text, date_line, letter, roman
from tongket.writing.prose import compose_sentence, placeholders
from tongket.writing.sums import unequal_sums

PARTY_LAYOUT = N_("The Party's own layout is not written yet: the state layout is used for now.")
NOTHING = "Chưa có đơn vị nào báo cáo nội dung này."
_PARAGRAPH_LENGTH = 700  # characters after which the next sentence opens a paragraph
_NUMBERED = re.compile(r"^(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+")


@dataclass(frozen=True, slots=True)
class Scene:
    """What every section is written from."""

    consolidation: Consolidation
    ledger: Ledger
    totals: Mapping[tuple[str, str], Rollup]
    forms: Mapping[str, str]  # form: its appendix
    answers: Mapping[str, str] = field(default_factory=dict)  # form: the appendix of the answers in words to it


def compose(consolidation: Consolidation) -> Draft:
    """The whole report, for the layout rules in force at its date. Nothing in it was not reported by somebody."""
    consolidation = with_written_names(consolidation)
    ledger = Ledger()
    forms, answers = form_labels(consolidation), _answer_labels(consolidation)
    scene = Scene(consolidation, ledger, totals(consolidation), forms, answers)
    paragraphs = (
        _body(frame.opening(consolidation)),
        _body(" ".join(filter(None, (opening_coverage(consolidation), map_sentence(consolidation)))), kind="coverage"),
        *_notice(consolidation),
        *_sections(scene),
        _body(frame.closing(consolidation), kind="closing"),
    )
    tables = appendices(consolidation, ledger)
    regime = frame.signing_for(frame.writer(consolidation)).regime
    layout = state_layout(consolidation.date)
    parent, body = frame.letterhead_lines(consolidation)
    authority, post = frame.signature(consolidation, layout)
    return Draft(
        regime=regime,
        date=consolidation.date,
        parent_body=parent,
        issuing_body=body,
        symbol=frame.symbol_tail(consolidation),
        place=consolidation.round.place or ("……" if consolidation.unit.kind == "nation" else consolidation.unit.name),
        date_line=date_line(consolidation.date),
        doc_type="BÁO CÁO",
        title=frame.title(consolidation),
        paragraphs=paragraphs,
        tables=tables,
        recipients=frame.recipients(consolidation),
        authority=authority,
        signer_post=post,
        figures=tuple(ledger.figures),
        provisional=PARTY_LAYOUT if regime == "party" else "",
        manifest=manifest(consolidation, ledger.figures),
    )


def _answer_labels(consolidation: Consolidation) -> dict[str, str]:
    """The appendix of the answers in words, by the forms that ask for them."""
    answered, label = answered_in_words(consolidation), answers_label(consolidation)
    return {form.code: label for form in consolidation.programme.forms if answered & set(asked_in(form))}


def _body(text: str, kind: str = "body") -> DraftParagraph:
    return DraftParagraph(kind, (Run(text),))  # type: ignore[arg-type] # one of the kinds, from the callers here


def _notice(consolidation: Consolidation) -> Iterator[DraftParagraph]:
    """For the writer, to be deleted: how many values nobody has confirmed, and what was not used."""
    taken = sum(one.origin == "read" and one.amount is not None for one in consolidation.observations)
    confirmed = sum(one.origin == "read-confirmed" for one in consolidation.observations)
    if not taken and not consolidation.doubtful:
        return
    parts = [f"Dự thảo lập tự động: {count_text(taken)} số liệu do máy đọc từ báo cáo, chưa có người xác nhận"]
    if confirmed:
        parts.append(f"{count_text(confirmed)} số liệu đã xác nhận")
    if consolidation.doubtful:
        parts.append(f"{count_text(len(consolidation.doubtful))} số liệu đọc chưa chắc nên chưa dùng")
    text = (
        "; ".join(parts)
        + " (tệp so-lieu.xlsx). Các đoạn có vạch bên lề là tư liệu cần biên tập. Xóa đoạn này trước khi trình."
    )
    yield DraftParagraph("material", (Run(text, italic=True),), edit=True)


def _sections(scene: Scene) -> Iterator[DraftParagraph]:
    """All headings that have something beneath them, numbered anew."""
    outline = scene.consolidation.programme.outline
    base = min((item.depth for item in outline), default=1)
    roots = [index for index, item in enumerate(outline) if item.depth == base]
    number = 0
    for at, root in enumerate(roots):
        end = roots[at + 1] if at + 1 < len(roots) else len(outline)
        part = list(outline[root:end])
        written = _part(scene, part, base, number + 1)
        number += bool(written)
        yield from written


def _part(scene: Scene, part: list[OutlineItem], base: int, number: int) -> list[DraftParagraph]:
    """One main section with all that it holds; () when it has nothing to say.

    Its coverage is said once, an item's only where it differs; single figures that differ carry a mark.
    """
    common = common_ground(one for item in part for one in _grounds(scene, item))
    own = [_own_coverage(scene, item, common) for item in part]
    contents = [list(_contents(scene, item, ground)) for item, ground in zip(part, own, strict=True)]
    for place, ground in enumerate(own):
        if ground is not None and ground != common:
            _say_coverage(scene, contents[place : place + 1], "mục này", ground)
    if common is not None:
        shared = [written for written, ground in zip(contents, own, strict=True) if ground == common]
        rest = any(ground not in (None, common) for ground in own)
        _say_coverage(scene, shared, f"phần {roman(number)}", common, others=rest)
    _add_pointers(scene, part, contents)
    kept = _kept(part, contents)
    written: list[DraftParagraph] = []
    counters: dict[int, int] = {}
    for index, item in enumerate(part):
        if not kept[index]:
            continue
        depth = item.depth - base + 1
        counters = {level: count for level, count in counters.items() if level <= depth}
        counters[depth] = number if depth == 1 else counters.get(depth, 0) + 1
        written.append(_heading(item, depth, counters[depth]))
        written += contents[index]
    return written


def _add_pointers(scene: Scene, part: list[OutlineItem], contents: list[list[DraftParagraph]]) -> None:
    """'(Chi tiết tại Phụ lục I kèm theo.)' after the item's own words; one without words gives it to its section."""
    missing: list[str] = []
    for place in range(len(part) - 1, -1, -1):
        labels = [at[code] for at in (scene.forms, scene.answers) for code in part[place].forms if code in at]
        labels = list(dict.fromkeys([*missing, *labels] if place == 0 else labels))
        if not labels:
            continue
        if place and not contents[place]:
            missing += labels
            continue
        detail = Run(f"(Chi tiết tại {', '.join(labels)} kèm theo.)", italic=True)
        said = [index for index, one in enumerate(contents[place]) if one.kind == "body"]
        if said:
            last = contents[place][said[-1]]
            contents[place][said[-1]] = replace(last, runs=(*last.runs, Run(" "), detail))
        else:
            contents[place].insert(0, DraftParagraph("body", (detail,)))


def _own_coverage(scene: Scene, item: OutlineItem, common: Ground | None) -> Ground | None:
    """The coverage that an item's figures are read with: its own where several of them share it, or its section's."""
    grounds = list(_grounds(scene, item))
    own = common_ground(grounds)
    if own is None or own == common:
        return common
    counts = Counter(grounds)
    return own if counts[own] > 1 and (common is None or counts[own] > counts[common]) else common


def _kept(part: list[OutlineItem], contents: list[list[DraftParagraph]]) -> list[bool]:
    """Which items are written. A required one without anything beneath it says that nobody reported on it."""
    kept = [False] * len(part)
    for index in range(len(part) - 1, -1, -1):
        below = index + 1
        filled = bool(contents[index])
        while below < len(part) and part[below].depth > part[index].depth:
            filled = filled or kept[below]
            below += 1
        if not filled and part[index].required:
            contents[index].append(DraftParagraph("material", (Run(NOTHING),), edit=True))
            filled = True
        kept[index] = filled
    return kept


def _heading(item: OutlineItem, depth: int, number: int) -> DraftParagraph:
    title = _NUMBERED.sub("", item.title.strip())
    if depth == 1:
        text = f"{roman(number)}. {title.upper()}"
    elif depth == 2:
        text = f"{number}. {title}"
    elif depth == 3:
        text = f"{letter(number)}) {title}"
    else:
        text = f"- {title}"
    return DraftParagraph("heading", (Run(text),), depth=depth)


def _grounds(scene: Scene, item: OutlineItem) -> Iterator[Ground]:
    """What the figures stand on that the item's sentences ask for."""
    for sentence in item.sentences:
        for place in placeholders(sentence.text):
            found = scene.totals.get((place.indicator, place.cell))
            if found is not None and found.amount is not None:
                yield ground_of(scene.consolidation, found)


def _contents(scene: Scene, item: OutlineItem, common: Ground | None) -> Iterator[DraftParagraph]:
    yield from _prose(scene, item, common)
    yield from _sums_to_look_at(scene, item)
    if item.documents:
        yield from _documents(scene)
    if item.passages:
        yield from material_paragraphs(scene.consolidation, item.passages)


def _prose(scene: Scene, item: OutlineItem, common: Ground | None) -> Iterator[DraftParagraph]:
    """The item's sentences that have figures, joined into paragraphs of readable length."""
    runs: list[Run] = []
    for sentence in item.sentences:
        said = compose_sentence(
            sentence,
            lambda place: scene.totals.get((place.indicator, place.cell)),
            scene.consolidation.programme.indicator,
            lambda _place, rollup, shown: scene.ledger.add(rollup, shown),
            lambda rollups: coverage_mark((ground_of(scene.consolidation, one) for one in rollups), common),
        )
        if not said:
            continue
        if runs and sum(len(run.text) for run in (*runs, *said)) > _PARAGRAPH_LENGTH:
            yield DraftParagraph("body", tuple(runs))
            runs = []
        runs += [Run(" "), *said] if runs else said
    if runs:
        yield DraftParagraph("body", tuple(runs))


def _sums_to_look_at(scene: Scene, item: OutlineItem) -> Iterator[DraftParagraph]:
    """For the writer: totals of this item that are not the sum of their parts, which a reader would see at once."""
    asked = {place.indicator for sentence in item.sentences for place in placeholders(sentence.text)}
    words = [one.words() for one in unequal_sums(scene.consolidation.programme, scene.totals) if one.total in asked]
    if words:
        text = (
            f"Cần rà soát trước khi trình: {'; '.join(words)}. Thường do có đơn vị chỉ báo cáo số chung hoặc chỉ báo "
            f"cáo từng phần; xem trang tính “Số liệu theo đơn vị” của tệp so-lieu.xlsx."
        )
        yield DraftParagraph("material", (Run(text, italic=True),), edit=True)


def _say_coverage(
    scene: Scene, contents: Iterable[list[DraftParagraph]], scope: str, ground: Ground, *, others: bool = False
) -> None:
    """Add the coverage to the first paragraph with figures: once, and before most of them."""
    lists = [paragraphs for paragraphs in contents if any(run.figure for one in paragraphs for run in one.runs)]
    others = others or any(OWN_MARK.search(run.text) for paragraphs in lists for one in paragraphs for run in one.runs)
    sentence = coverage_sentence(scene.consolidation, scope, ground, others=others)
    for paragraphs in lists:
        for index, paragraph in enumerate(paragraphs):
            if any(run.figure for run in paragraph.runs):
                runs = (*paragraph.runs, Run(" "), Run(sentence, italic=True))
                paragraphs[index] = replace(paragraph, runs=runs)
                return


def _documents(scene: Scene) -> Iterator[DraftParagraph]:
    """How many documents the reporting bodies issued under the directive, by type, each type listed in a footnote."""
    found = issued_documents(scene.consolidation)
    if not found:
        return
    bodies = {one.report.body for one in found}
    directive = scene.consolidation.programme.directive.symbol
    kinds: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        kinds.setdefault(one.type[:1].lower() + one.type[1:], []).append(index)
    runs = [
        Run(
            f"Báo cáo của {count_text(len(bodies))} cơ quan, đơn vị nêu rõ số, ký hiệu của {count_text(len(found))} "
            f"văn bản do các cấp ở địa phương ban hành để triển khai thực hiện, gồm "
        )
    ]
    ordered = sorted(kinds.items(), key=lambda entry: -len(entry[1]))
    for place, (kind, members) in enumerate(ordered):
        note = note_lines((found[index] for index in members), directive, documents_label(scene.consolidation))
        runs.append(Run(f"{count_text(len(members))} {kind}", note=note))
        runs.append(Run("." if place == len(ordered) - 1 else ", "))
    yield DraftParagraph("body", tuple(runs))
