"""The words of a report (phần lời), section by section of the outline: written here, pasted from Word, or taken over
from the uploaded report with the place that they came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import nh3
from django.db import transaction

from tongket.messages import N_
from tongket.model.programmes import OutlineItem
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Narrative, Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places, programme_of_submission
from tongket.site.submissions.services.kept_reports import unwrapped
from tongket.vietnamese.unicode import key

MOST = 200_000  # characters of one section, marks included
TAGS = {"p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th"}
ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_DROPPED = {"script", "style", "xml", "title", "head"}
_LIST_MARK = re.compile(r"<!--\[if !supportLists\]-->(.*?)<!--\[endif\]-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|<!\[.*?\]>", re.DOTALL)
_BLOCK = re.compile(r"<(/?)(?:div|h[1-6]|section|article|blockquote|pre)\b[^>]*>", re.IGNORECASE)
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|\u00a0|<br>)*</p>\s*")
_TAG = re.compile(r"<[^>]*>")
_BULLETS = "·o§\uf0b7\uf0a7•–-*"


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a saving: 'saved', or 'conflict' (somebody else changed it: ``html`` is what stands now)."""

    state: Literal["saved", "conflict"]
    html: str
    version: int
    words: int


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section of the outline with what is written in it."""

    item: OutlineItem
    html: str
    version: int
    source: str

    @property
    def words(self) -> int:
        """How many words stand there."""
        return count_words(self.html)


def sections_of(submission: Submission) -> list[SectionText]:
    """The outline of the programme, each section with its words."""
    written = {one.section: one for one in Narrative.objects.filter(submission=submission)}
    found = []
    for item in programme_of_submission(submission).outline:
        one = written.get(item.code)
        found.append(SectionText(item, one.html if one else "", one.version if one else 0, one.source if one else ""))
    return found


def may_write(submission: Submission) -> bool:
    """Whether the words are open: not after sending, and not where single cells alone were returned."""
    places = open_places(submission)
    return places is not None and not places


def write(actor: Actor, submission: Submission, section: str, text: str, version: int) -> Written:
    """Save a section if nobody changed it since ``version`` (0: there was none yet).

    Raises:
        SubmissionError: it is no section of the outline, is too long, or the report was sent.
    """
    if len(text) > MOST:
        raise SubmissionError(
            N_("the section has {count} characters; {most} is the most."),
            N_("Move lists and tables into an attachment."),
            count=len(text),
            most=MOST,
        )
    clean = clean_html(text)
    with transaction.atomic():
        locked = _locked(submission)
        if section not in {item.code for item in programme_of_submission(locked).outline}:
            raise SubmissionError(N_("the outline has no such section."), N_("Load the page again."))
        kept = Narrative.objects.filter(submission=locked, section=section).first()
        if kept and kept.html == clean:
            return Written("saved", clean, kept.version, count_words(clean))
        if version != (kept.version if kept else 0):
            stands = kept.html if kept else ""
            return Written("conflict", stands, kept.version if kept else 0, count_words(stands))
        before = kept.html if kept else ""
        kept = kept or Narrative(submission=locked, section=section, version=0)
        kept.html, kept.version, kept.user, kept.source = clean, kept.version + 1, actor.user, ""
        kept.save()
        told = {"section": section, "before": before, "after": clean}
        record(f"submission:{locked.pk}", "narrative", actor, told)
    return Written("saved", clean, kept.version, count_words(clean))


def fill_from_report(actor: Actor, submission: Submission) -> int:
    """Take the words of the uploaded report over into the sections that are empty; how many were filled.

    Raises:
        SubmissionError: the report was sent.
    """
    passages = passages_of(submission)
    with transaction.atomic():
        locked = _locked(submission)
        written = {one.section: one for one in Narrative.objects.filter(submission=locked)}
        story = []
        for one in passages:
            kept = written.get(one.section)
            if kept and kept.html:
                continue
            kept = kept or Narrative(submission=locked, section=one.section, version=0)
            kept.html, kept.version, kept.user = one.html, kept.version + 1, actor.user
            kept.source, kept.span_start, kept.span_end = one.source, one.start, one.end
            kept.save()
            story.append({"section": one.section, "source": one.source, "span": [one.start, one.end]})
        if story:
            record(f"submission:{locked.pk}", "narrative", actor, {"sections": story})
    return len(story)


def _locked(submission: Submission) -> Submission:
    locked = (
        Submission.objects.select_for_update(of=("self",))
        .select_related("round__programme", "body")
        .get(pk=submission.pk)
    )
    if not may_write(locked):
        raise SubmissionError(
            N_("the report was sent; its text stays as it was sent."),
            N_("Ask the body that you report to to return it or to reopen it."),
        )
    return locked


@dataclass(frozen=True, slots=True)
class ReportPassage:
    """The words of a section as the uploaded report has them, and their characters in its text."""

    section: str
    html: str
    source: str
    start: int
    end: int


def passages_of(submission: Submission) -> list[ReportPassage]:
    """What the latest uploaded report says in each section of the outline, found by the outline's titles."""
    upload = (
        Upload.objects.filter(submission=submission, kind=Upload.Kind.REPORT, state=Upload.State.KEPT, removed=None)
        .exclude(report=None)
        .order_by("-pk")
        .first()
    )
    return list(_passages(upload, programme_of_submission(submission).outline)) if upload else []


def _passages(upload: Upload, outline: tuple[OutlineItem, ...]) -> Iterator[ReportPassage]:
    heads, whole = list(_walk(upload.report["sections"])), unwrapped(upload.report)
    taken: dict[str, Mapping[str, Any]] = {}
    for item in sorted(outline, key=lambda one: -len(one.title)):  # the longer title is the surer one
        names = [key(name) for name in (item.title, *item.titles)]
        fit = [one for one in heads if one["title"] and one not in taken.values() and _titled(one["title"], names)]
        if fit:
            taken[item.code] = fit[0]
    starts = {one["start"] for one in taken.values()}
    for item in outline:
        head = taken.get(item.code)
        if head is None:
            continue
        inner = [one["start"] for one in _walk(head["children"]) if one["start"] in starts]
        end = min([head["end"], *inner])
        text = _body(whole[head["start"] : end], head["title"])
        if text.strip():
            yield ReportPassage(item.code, _as_html(text), upload.name, head["start"], end)


def _titled(title: str, names: list[str]) -> bool:
    said = key(title)
    return any(said == name or said.startswith(name) or (name.startswith(said) and len(said) > 12) for name in names)


def _walk(sections: list[dict[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for one in sections:
        yield one
        yield from _walk(one["children"])


def _body(text: str, title: str) -> str:
    """The text below its heading; of a heading that runs on in its line, what follows it."""
    first, _, rest = text.partition("\n")
    at = first.find(title)
    after = first[at + len(title) :].lstrip(" .:;-–") if at >= 0 else ""
    return f"{after}\n{rest}" if after else rest


def _as_html(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "".join(f"<p>{html.escape(line.replace(chr(9), '; '), quote=False)}</p>" for line in lines if line)


def clean_html(text: str) -> str:
    """What was written or pasted, with the few marks that a report needs: paragraphs, bold, italic, lists, tables."""
    text = unicodedata.normalize("NFC", text.replace("\0", ""))
    text = _LIST_MARK.sub(_list_mark, text)
    text = _BLOCK.sub(r"<\1p>", _COMMENT.sub("", text))
    clean = nh3.clean(text, tags=TAGS, clean_content_tags=_DROPPED, attributes=ATTRIBUTES, link_rel=None)
    clean = _EMPTY.sub("", clean.replace("&nbsp;", " ").replace("\u00a0", " ")).strip()
    return clean if _TAG.sub("", clean).strip() else ""


def _list_mark(found: re.Match[str]) -> str:
    """Word's own number or dot of a list item, which would be lost with its comment."""
    said = html.unescape(_TAG.sub("", found[1])).replace("\u00a0", " ").strip()
    return ("- " if not said or said in _BULLETS else f"{said} ") if found[1] else ""


def count_words(text: str) -> int:
    """How many words stand in HTML, parted by blanks as Word counts them."""
    return len(html.unescape(_TAG.sub(" ", text)).split())
