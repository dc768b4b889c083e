"""What is drawn out of forms, and how one form adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tongket.model.programmes import Aggregation, Form, FormColumn, FormRow, Indicator
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.dimensions import Dimensions
from tongket.programmes.drafting.naming import Codes, clean_label
from tongket.programmes.drafting.read_forms import ReadForm
from tongket.programmes.drafting.stocks import OverTime, over_time
from tongket.programmes.drafting.units import Counting
from tongket.programmes.words import normal

_NOT_SUMMED: Mapping[str, Aggregation] = {
    "score": "none",
    "rank": "none",
    "text": "none",
    "share": "none",
    "yes-no": "count-yes",
}


@dataclass(slots=True)
class Drawn:
    """What was drawn out of the forms: indicators in order, forms, dimensions, and what is open.

    ``labels`` are the labels above and of each indicator, outermost first; ``parents`` the indicator of the row above,
    with how it is tied to it; ``formulas`` are printed next to it.
    """

    indicators: list[Indicator] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    dimensions: Dimensions = field(default_factory=Dimensions)
    codes: Codes = field(default_factory=Codes)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)  # code -> form and printed number
    groups: dict[str, str] = field(default_factory=dict)
    of_form: dict[str, str] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)

    def decide_over_time(
        self, code: str, name: str, counted: Counting, time: OverTime, answers: Mapping[str, str]
    ) -> Literal["sum", "latest"]:
        """How an indicator adds up over time, as a person answered or ``time`` says; what adds is open to decide."""
        if not counted.adds:
            return "latest"
        chosen = answers.get(f"{code}.over_time", time.over_time)
        self.decisions.append(
            Decision(
                f"{code}.over_time",
                "over_time",
                ("indicator", code),
                chosen,
                ("sum", "latest"),
                time.why,
                time.words,
                time.sure,
                {"name": name},
            )
        )
        return "latest" if chosen == "latest" else "sum"


class FormDrawing:
    """One form on its way to indicators: what it is called, and what a person decided before."""

    def __init__(
        self, drawn: Drawn, form: ReadForm, code: str, twins: tuple[str, ...], answers: Mapping[str, str]
    ) -> None:
        self.drawn, self.form, self.code, self.twins, self.answers = drawn, form, code, twins, answers
        self.values = form.of_role("value")
        self.has_units = bool(form.of_role("unit"))

    def leave_out(self, why: str) -> None:
        """Say that the table was left out, and why."""
        title = self.form.title or self.form.heading or self.form.appendix or self.form.where
        self.drawn.decisions.append(
            Decision(f"{self.code}.table", "table", ("programme", "code"), "", facts={"title": title, "why": why})
        )

    def add(self, code: str, name: str, label: str, counted: Counting, dimensions: tuple[str, ...], words: str) -> None:
        """Add one indicator; ``words`` is the label above it where its own says too little."""
        time = over_time(label, counted, words, self.form.caption)
        word = counted.word
        if not counted.sure:
            word = self.answers.get(f"{code}.unit", word or "trường hợp")
            self.drawn.unclear.add(code)
            self.drawn.decisions.append(
                Decision(
                    f"{code}.unit",
                    "unit",
                    ("indicator", code),
                    word,
                    (),
                    "beside" if counted.word else "nothing",
                    facts={"name": name},
                )
            )
        aliases = tuple(
            one for one in dict.fromkeys((clean_label(label), label.strip(" :;."))) if normal(one) != normal(name)
        )
        self.drawn.of_form[code] = self.code
        self.drawn.indicators.append(
            Indicator(
                code=code,
                name=name,
                unit_word=word,
                kind=counted.kind,
                scale=counted.scale,
                over_units=_NOT_SUMMED.get(counted.kind, "sum"),
                over_time=self.drawn.decide_over_time(code, name, counted, time, self.answers),
                dimensions=dimensions,
                aliases=aliases[:1],
            )
        )

    def note(self, question: str, which: str, why: str, titles: Sequence[str]) -> None:
        """Say what was done with columns or rows: ``which`` names the matter, ``why`` says it."""
        self.drawn.decisions.append(
            Decision(
                f"{self.code}.{which}",
                question,
                ("form", self.code),
                "",
                (),
                "beside",
                "",
                sure=True,
                facts={"form": self.code, "columns": "; ".join(f"'{one}'" for one in titles[:6]), "why": why},
            )
        )

    def add_form(self, columns: tuple[FormColumn, ...], rows: tuple[FormRow, ...]) -> None:
        """Add the form that carries the indicators."""
        first = not any(one.appendix == self.form.appendix and one.appendix for one in self.drawn.forms)
        title = self.form.title or self.form.heading or self.form.appendix or "Biểu mẫu"
        self.drawn.forms.append(
            Form(
                self.code,
                self.form.appendix,
                title,
                self.form.caption,
                columns,
                rows,
                heading=self.form.heading if first and self.form.heading != title else "",
            )
        )
