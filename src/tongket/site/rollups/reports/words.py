"""The bodies' own words of a snapshot as reports of the library: what they uploaded, and what they wrote by section.

The library gathers like sentences and says whose they are; what this module adds is where the site keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as markup

from tongket.checking.privacy import personal_data_in
from tongket.files.open import source_of
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.places import Span
from tongket.model.programmes import OutlineItem, Programme
from tongket.model.reports import Passage, Report
from tongket.reading.evaluation import says_none
from tongket.reading.read import read_source
from tongket.road.folder import read_one
from tongket.road.reading import read
from tongket.site.people.models import Body
from tongket.site.people.units import registry
from tongket.site.submissions.models import Revision, Upload
from tongket.site.submissions.services.uploading import path_of

WRITTEN = "phần lời"  # the file of what was written by section
_ENDS_LINE = frozenset(("p", "li", "tr", "br", "div"))
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Words:
    """``reports`` with the bodies' words, ``submissions`` by their files, and what could not be read."""

    reports: tuple[ReportRead, ...]
    submissions: Mapping[str, int]
    left_out: tuple[LeftOut, ...] = ()


NO_WORDS = Words((), {})


def words_of(revisions: Mapping[int, int], programme: Programme, told: Told = lambda _done, _of: None) -> Words:
    """The words of some ``revisions`` (by submission); ``told`` hears how many are read.

    Where a body wrote a section by hand, that stands for the same section of the report that it uploaded.
    """
    rows = Revision.objects.filter(submission__in=revisions).select_related("submission__body", "upload")
    sent = [one for one in rows.order_by("submission__body__path") if revisions[one.submission_id] == one.number]
    reports: list[ReportRead] = []
    left_out: list[LeftOut] = []
    submissions: dict[str, int] = {}
    for done, one in enumerate(sent):
        told(done, len(sent))
        for found in _of_revision(one, programme):
            if isinstance(found, LeftOut):
                left_out.append(found)
                continue
            reports.append(found)
            submissions[found.file] = one.submission_id
    return Words(tuple(reports), submissions, tuple(left_out))


def asking_for_words(programme: Programme, reports: Iterable[ReportRead]) -> Programme:
    """``programme`` whose outline also gathers what bodies wrote into sections that name no evaluation part."""
    written = {passage.kind for one in reports for passage in one.report.passages}
    outline = tuple(
        replace(item, passages=(item.code,)) if not item.passages and item.code in written else item
        for item in programme.outline
    )
    return replace(programme, outline=outline)


def file_of(body: Body, name: str) -> str:
    """What a file of a body is called in a report: unique, as bodies name their files alike."""
    return f"{body.called}/{name}"


def _of_revision(one: Revision, programme: Programme) -> Iterator[ReportRead | LeftOut]:
    body = one.submission.body
    written = _written(one, body, programme)
    if one.upload is not None and one.upload.state == Upload.State.KEPT:
        taken = _uploaded(one.upload, body, programme)
        kinds = {passage.kind for passage in written.report.passages} if written else set()
        kinds |= set(written.report.declared_none) if written else set()
        yield _without(taken, kinds) if isinstance(taken, ReportRead) else taken
    if written:
        yield written


def _uploaded(upload: Upload, body: Body, programme: Programme) -> ReportRead | LeftOut:
    """The uploaded report, read as it was when it came; it is known whose it is."""
    file = file_of(body, upload.name)
    taken = read_one(file, lambda: read(path_of(upload), name=upload.name), programme, registry(), None)
    if isinstance(taken, LeftOut):
        return taken
    unit = registry().unit(body.unit) or taken.unit
    return replace(taken, unit=unit, body=body.name, kind=body.kind)


def _without(taken: ReportRead, kinds: set[str]) -> ReportRead:
    passages = tuple(one for one in taken.report.passages if one.kind not in kinds)
    none = tuple(one for one in taken.report.declared_none if one not in kinds)
    return replace(taken, report=replace(taken.report, passages=passages, declared_none=none))


def _written(one: Revision, body: Body, programme: Programme) -> ReportRead | None:
    """What was written by section, set down as a text under the outline's titles and read like any report."""
    text, passages, none = "", [], []
    for item in programme.outline:
        lines = list(lines_of(one.narrative.get(item.code, "")))
        if not lines:
            continue
        text += f"{item.title}\n"
        kind = _kind(item)
        if item.passages and all(says_none(line) for line in lines):
            none.append(kind)
        for line in lines:
            if kind not in none:
                passages.append(Passage(kind, (Span(len(text), len(text) + len(line)),), line))  # type: ignore[arg-type] # a section's code stands for a kind that has no name
            text += f"{line}\n"
    if not text:
        return None
    file = file_of(body, WRITTEN)
    report = replace(_read(text, file), passages=tuple(passages), declared_none=tuple(none))
    unit = registry().unit(body.unit)
    findings = personal_data_in(text)
    return ReportRead(file, report, unit, body.name, findings=findings, kind=body.kind)


def _kind(item: OutlineItem) -> str:
    """The part that a section's words belong to; of several the last: 'dự báo, nhiệm vụ' are tasks."""
    return item.passages[-1] if item.passages else item.code


def _read(text: str, file: str) -> Report:
    return read_source(source_of(text.encode(), file))


def lines_of(html: str) -> Iterator[str]:
    """The paragraphs, list items and rows of clean HTML, a line each."""
    if not html.strip():
        return
    line: list[str] = []
    for event, element in etree.iterwalk(
        markup.fragment_fromstring(html, create_parent="div"), events=("start", "end")
    ):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            line.append(("- " if tag == "li" else "") + (element.text or ""))
            continue
        if tag in _ENDS_LINE:
            yield from _one_line(line)
            line = []
        elif tag in ("td", "th"):
            line.append("\t")
        line.append(element.tail or "")
    yield from _one_line(line)


def _one_line(pieces: list[str]) -> Iterator[str]:
    words = " ".join("".join(pieces).replace("\t", "; ").split()).strip("; ")
    if words.strip("- "):
        yield words
