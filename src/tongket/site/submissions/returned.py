"""What is returned (phần bị trả lại), as the reviewer chose it and as the body sees it: by name, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.messages import N_, say
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import PassagePlace, SectionPlace, ValuePlace, place_of
from tongket.site.submissions.models import Return, Revision
from tongket.site.submissions.services.filling import programme_of_submission
from tongket.site.submissions.services.kept_reports import unwrapped
from tongket.site.submissions.services.narrative import clean_html

QUOTED = 120  # letters of a passage


@dataclass(frozen=True, slots=True)
class ReturnedPlace:
    """One returned place: '' the whole, else what it is called, and why; ``section`` leads to the words of it."""

    name: str
    reason: str
    section: str = ""


def returned_places(submission: Submission, returns: Iterable[Return]) -> list[ReturnedPlace]:
    """The places of ``returns`` by name: of a passage its first words."""
    rows, found = list(returns), []
    titles = {item.code: item.title for item in programme_of_submission(submission).outline}
    text = _text_of(submission, rows)
    for one in rows:
        place = place_of(one.place)
        if isinstance(place, SectionPlace):
            found.append(ReturnedPlace(titles.get(place.code, place.code), one.reason, place.code))
        elif isinstance(place, PassagePlace):
            quote = text[place.start : place.end].strip()
            short = quote[:QUOTED] + ("…" if len(quote) > QUOTED else "")
            found.append(ReturnedPlace(f"“{short}”" if short else say(N_("a passage of the report")), one.reason))
        elif isinstance(place, ValuePlace):
            indicator = programme_of_submission(submission).indicator(place.indicator)
            found.append(ReturnedPlace(indicator.name if indicator else place.indicator, one.reason))
        else:
            found.append(ReturnedPlace("", one.reason))
    return found


def _text_of(submission: Submission, returns: Iterable[Return]) -> str:
    """The text of the report that was reviewed, where a passage of it was returned."""
    passages = [one for one in returns if one.place.startswith("passage:")]
    if not passages:
        return ""
    revision = Revision.objects.filter(submission=submission, number=passages[0].revision).select_related("upload")
    found = revision.first()
    return unwrapped(found.upload.report) if found and found.upload and found.upload.report else ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the outline as it was sent: its words, whether they are others than in the revision compared, and
    why it was returned.
    """

    place: str
    title: str
    html: str
    changed: bool
    reason: str


def chapters_of(
    submission: Submission, sent: Revision | None, against: Revision | None, reasons: Mapping[str, str]
) -> list[Chapter]:
    """The sections that say something in the revision ``sent``, in the order of the outline."""
    words = sent.narrative if sent else {}
    found = []
    for item in programme_of_submission(submission).outline:
        place = str(SectionPlace(item.code))
        if words.get(item.code) or place in reasons:
            changed = against is not None and against.narrative.get(item.code, "") != words.get(item.code, "")
            html = clean_html(words.get(item.code, ""))  # of a sealed file it is as it came
            found.append(Chapter(place, item.title, html, changed, reasons.get(place, "")))
    return found
