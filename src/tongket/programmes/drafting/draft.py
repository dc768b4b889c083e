"""The programme that a request letter and its forms make, and what a person must still decide."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.documents import Regime
from tongket.model.programmes import DirectiveRef, Expected, Indicator, OutlineItem, Programme
from tongket.model.reports import PassageKind
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.drawn import Drawn
from tongket.programmes.drafting.indicators import draw_forms
from tongket.programmes.drafting.letter import (
    Letter,
    addressed_levels,
    closings,
    deadlines,
    review,
    span,
    years,
)
from tongket.programmes.drafting.naming import slug
from tongket.programmes.drafting.outline import ReadOutline
from tongket.programmes.drafting.phrases import add_phrases
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.relations import add_relations
from tongket.programmes.drafting.request import spoken_body
from tongket.programmes.drafting.schedule import draft_schedule
from tongket.programmes.drafting.sentences import add_sentences
from tongket.programmes.drafting.stated_figures import stated_in_text

_KINDS: Mapping[str, str] = {"state": "ubnd", "party": "du", "front": "mttq", "youth": "dtn"}
_NO_DATE = "1900-01-01"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A programme with the decisions that it rests on."""

    programme: Programme
    decisions: tuple[Decision, ...]
    groups: Mapping[str, str] = field(default_factory=dict)  # indicator -> heading of the form or outline above it


def draft(
    letter: Letter, outline: ReadOutline, forms: Sequence[ReadForm], answers: Mapping[str, str] | None = None
) -> Drafted:
    """The programme that ``letter`` asks for; ``answers`` are decisions that a person took before.

    Raises:
        ReadError: there is neither an outline nor a form, or the letter's days cannot be read or contradict each other.
    """
    given = dict(answers or {})
    drawn = draw_forms(forms, given)
    if not drawn.indicators and not outline.items:
        raise ReadError(
            N_("neither an outline (đề cương) nor a form with rows or columns to fill in was found."),
            N_("Give the letter with its outline and appendices with --from, and the forms as .xlsx with --forms."),
            where=letter.file,
        )
    sections = stated_in_text(drawn, outline, given)
    add_relations_to = add_relations(drawn, given)
    indicators, sums = add_relations_to
    indicators = _owned(drawn, add_phrases(indicators, drawn.labels, drawn.parents), given)
    drawn.indicators[:] = indicators
    items = add_sentences(outline.items or _usual_outline(), drawn, sections)
    decisions = list(drawn.decisions)
    head = _head(letter, drawn, decisions, given)
    decisions += [
        Decision(
            f"outline.{slug(title)}",
            "outline",
            ("outline", _code_of(items, title)),
            "C",
            (),
            "usual",
            facts={"title": title},
        )
        for title in outline.unusual
    ]
    programme = replace(
        head,
        dimensions=drawn.dimensions.all(),
        indicators=indicators,
        forms=tuple(drawn.forms),
        sums=sums,
        outline=items,
    )
    return Drafted(programme, tuple(sorted(decisions, key=lambda one: one.sure)), dict(drawn.groups))


def _code_of(items: Sequence[OutlineItem], title: str) -> str:
    return next((item.code for item in items if item.title == title), "C")


def _usual_outline() -> list[OutlineItem]:
    """The outline that reports of this kind share, where the letter has none."""
    whole: tuple[tuple[str, str, int, bool, tuple[PassageKind, ...]], ...] = (
        ("A", "ĐẶC ĐIỂM TÌNH HÌNH", 0, False, ()),
        ("B", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN", 0, True, ()),
        ("C", "KẾT QUẢ THỰC HIỆN", 0, True, ()),
        ("D", "ĐÁNH GIÁ CHUNG", 0, True, ()),
        ("D.1", "Ưu điểm", 1, True, ("strengths",)),
        ("D.2", "Tồn tại, hạn chế", 1, True, ("limitations",)),
        ("D.3", "Nguyên nhân", 1, True, ("causes",)),
        ("E", "PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP", 0, True, ("forecast", "tasks")),
        ("F", "KIẾN NGHỊ, ĐỀ XUẤT", 0, True, ("recommendations",)),
    )
    return [OutlineItem(code, title, depth, required, passages=parts) for code, title, depth, required, parts in whole]


def _owned(drawn: Drawn, indicators: Sequence[Indicator], answers: dict[str, str]) -> tuple[Indicator, ...]:
    """The indicators with owner and extent as decided for their form, or for each alone; nothing is guessed."""
    for form in drawn.forms:
        facts = {"form": form.code, "title": form.title}
        drawn.decisions.append(
            Decision(
                f"{form.code}.owner",
                "owner",
                ("form", form.code),
                answers.get(f"{form.code}.owner", ""),
                (),
                "missing",
                facts=facts,
            )
        )
        drawn.decisions.append(
            Decision(
                f"{form.code}.extent",
                "extent",
                ("form", form.code),
                answers.get(f"{form.code}.extent", ""),
                ("", "own", "area"),
                "missing",
                facts=facts,
            )
        )
    done = []
    for one in indicators:
        form_code = drawn.of_form.get(one.code, "")
        owner = answers.get(f"{one.code}.owner", answers.get(f"{form_code}.owner", ""))
        extent = answers.get(f"{one.code}.extent", answers.get(f"{form_code}.extent", ""))
        done.append(replace(one, owner=owner, extent=extent if extent in ("own", "area") else ""))  # type: ignore[arg-type]  # checked
    return tuple(done)


def _head(letter: Letter, drawn: Drawn, decisions: list[Decision], answers: dict[str, str]) -> Programme:
    words = f"{letter.subject}\n{letter.text[:6000]}"
    directive = _directive(letter, decisions, answers)
    kind = review(letter.subject) or review(words) or "sơ kết"
    span_years = years(letter.subject) or years(words)
    start, end = _period(letter, directive, span_years, decisions, answers)
    levels = _asked(letter, drawn, decisions, answers)
    regime = _regime(letter, directive, decisions, answers)
    schedule = draft_schedule(letter, levels, start, end, decisions, answers)
    about = f"{directive.type} số {directive.symbol}".strip() if directive.symbol else directive.type
    subject = f" {directive.subject}" if directive.subject else ""
    title = f"{kind[0].upper()}{kind[1:]} thực hiện {about}{subject}"
    expected = tuple(Expected(_KINDS[regime], level) for level in levels)
    return Programme(
        code=slug(directive.symbol or directive.type or "chuong-trinh"),
        version=1,
        title=" ".join(title.split()),
        regime=regime,
        directive=directive,
        review=kind,
        years=span_years or _years_between(start, end),
        period_start=start,
        period_end=end,
        threshold=0.75,
        dimensions=(),
        indicators=(),
        forms=(),
        sums=(),
        outline=(),
        recipients=_recipients(letter),
        schedule=schedule,
        expected=expected,
    )


def _recipients(letter: Letter) -> tuple[str, ...]:
    """Who receives the report: the body that asks, and the archive."""
    asks = (f"{spoken_body(letter.issuer)} (b/c)",) if letter.issuer and "[" not in letter.issuer else ()
    return (*asks, "Lưu: VT")


def _years_between(start: str, end: str) -> int:
    if start[:4].isdigit() and end[:4].isdigit():
        return max(1, int(end[:4]) - int(start[:4]))
    return 1


def _directive(letter: Letter, decisions: list[Decision], answers: dict[str, str]) -> DirectiveRef:
    found = letter.directive
    answer = answers.get("programme.directive", "")
    if answer:
        parts = [part.strip() for part in answer.split(";")]
        type_, symbol, date, issuer, subject = [*parts, "", "", "", "", ""][:5]
        found = DirectiveRef(type_, symbol, date, issuer, subject)
    whole = found or DirectiveRef("Văn bản", "", "", "", "")
    missing = not (whole.symbol and len(whole.date) == 10 and whole.issuer)
    dated = replace(
        whole,
        type=whole.type or "Văn bản",
        symbol=whole.symbol or "chưa rõ",
        date=whole.date if len(whole.date) == 10 else _whole_date(whole.date),
        issuer=whole.issuer or "chưa rõ",
        subject=whole.subject or "chưa rõ",
    )
    said = "; ".join((dated.type, dated.symbol, dated.date, dated.issuer, dated.subject))
    decisions.append(
        Decision(
            "programme.directive",
            "directive",
            ("programme", "directive"),
            said,
            (),
            "missing" if missing else "letter",
            letter.subject,
            not missing,
            {"found": said},
        )
    )
    return dated


def _whole_date(date: str) -> str:
    if len(date) == 7:
        return f"{date}-01"
    return f"{date}-01-01" if len(date) == 4 else _NO_DATE


def _period(
    letter: Letter, directive: DirectiveRef, count: int, decisions: list[Decision], answers: dict[str, str]
) -> tuple[str, str]:
    """First and last day of what is reviewed: as the letter says, else from the directive to the closing date."""
    start, end = span(letter)
    said = bool(start)
    start = start or (directive.date if directive.date != _NO_DATE else "")
    if directive.date != _NO_DATE and start and start < directive.date:
        start = directive.date
    if not end and "programme.closing" in answers:
        end = answers["programme.closing"]
    elif not end:
        end = next((one.date for one in closings(letter) if len(one.date) == 10), "")
    answer = answers.get("programme.period", "")
    if answer:
        start, _, end = (part.strip() for part in answer.partition(".."))
    if not start:
        start = f"{dt.date.today().year - max(count, 1)}-01-01" if not letter.date else _before(letter.date, count)
    found = f"{start}..{end}"
    decisions.append(
        Decision(
            "programme.period",
            "period",
            ("programme", "period_start"),
            found,
            (),
            "letter" if said else "missing",
            found,
            said,
            {"found": found},
        )
    )
    return start, end


def _before(date: str, count: int) -> str:
    return f"{int(date[:4]) - max(count, 1)}-01-01"


def _asked(letter: Letter, drawn: Drawn, decisions: list[Decision], answers: dict[str, str]) -> tuple[str, ...]:
    """The levels that are asked: as addressed, as the deadlines name them, as the forms' columns do."""
    levels = [*addressed_levels(letter.addressees)]
    if not levels and "programme.due" not in answers:
        levels += [level for one in deadlines(letter) for level in one.levels]
    cells = next((one for one in drawn.dimensions.all() if one.code == "cap"), None)
    if not levels and cells is not None:
        levels += [value.code for value in cells.values]
    why = "letter" if levels else "missing"
    found = tuple(level for level in ("province", "district", "commune") if level in levels) or ("commune",)
    answer = answers.get("programme.asked", ";".join(found))
    chosen = tuple(part.strip() for part in answer.split(";") if part.strip() in ("province", "district", "commune"))
    words = "; ".join(letter.addressees)
    decisions.append(
        Decision(
            "programme.asked",
            "asked",
            ("programme", "expected"),
            ";".join(chosen),
            (),
            why,
            words,
            facts={"found": ";".join(chosen)},
        )
    )
    return chosen


def _regime(letter: Letter, directive: DirectiveRef, decisions: list[Decision], answers: dict[str, str]) -> Regime:
    found: Regime = letter.regime or ("party" if re.match(r"\d+-", directive.symbol) else "state")
    answer = answers.get("programme.regime", found)
    regime: Regime = answer if answer in ("state", "party", "front", "youth") else found  # type: ignore[assignment]  # checked
    decisions.append(
        Decision(
            "programme.regime",
            "regime",
            ("programme", "regime"),
            regime,
            ("state", "party", "front", "youth"),
            "letter" if letter.regime else "usual",
            letter.issuer,
            bool(letter.regime),
        )
    )
    return regime
