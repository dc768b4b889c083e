"""Values of a folder of facts against one another (đối chiếu số liệu): rows of comparisons as findings.

Nothing is compared here: each row becomes one finding at the key of its value, beside the keys that it is at odds with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.numbers import with_unit
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.comparisons import (
    Blank,
    Broken,
    Ceased,
    Compared,
    Jump,
    Miscounted,
    Outlier,
    Parts,
    Rivals,
)
from tongket.model.findings import Finding
from tongket.model.places import ObservationKey
from tongket.model.programmes import Programme
from tongket.registry.units import Registry
from tongket.vietnamese.dates import printed_day

OWNER_CONFLICT = Kind(
    name="owner-conflict",
    title=N_("Two bodies, two numbers"),
    meaning=N_("Bodies of one unit give different numbers for the same indicator, cell and period."),
    example="Số tổ hòa giải của xã Lũng Ẳng năm 2026: UBND xã báo 12, Ủy ban MTTQ xã báo 14.",
    not_flagged=N_("Numbers with a qualifier, and ranges; the same number from several bodies; other periods."),
    severities=("warning",),
    cases={
        "owner": Case(
            N_(
                "{other_body} gives {other} for {indicator} of {unit} ({period}); {body}, which answers for it, gives "
                "{value}."
            ),
            N_("The value of {body} counts; ask {other_body} to correct its own."),
        ),
        "bodies": Case(
            N_("{body} gives {value} for {indicator} of {unit} ({period}), {other_body} gives {other}."),
            N_("Ask both; nothing is added until they agree, or until the programme names an owner."),
        ),
    },
)
REGISTER_MISMATCH = Kind(
    name="register-mismatch",
    title=N_("Not what the register holds"),
    meaning=N_("A declared number is not what the entries of the register add up to."),
    example="UBND xã Lũng Ẳng báo 9 cuộc đối thoại trong năm 2026; sổ theo dõi có 7 cuộc.",
    not_flagged=N_("Numbers with a qualifier; units without entries in the register."),
    severities=("warning",),
    cases={
        "": Case(
            N_("{body} declares {value} for {indicator} of {unit} ({period}); the register holds {counted}."),
            N_("Enter what is missing in the register, or correct the number."),
        ),
    },
)
PERIOD_JUMP = Kind(
    name="period-jump",
    title=N_("A jump against the last period"),
    meaning=N_("A value is many times that of the period before, a small part of it, or missing where there was one."),
    example="Số mô hình dân vận khéo của xã Lũng Ẳng: năm 2025 là 24, năm 2026 là 2.400.",
    not_flagged=N_(
        "Small numbers; what grew alike in most units; a return to the level before; indicators that most bodies no "
        "longer give; series long enough to be judged by their own history ('history-outlier')."
    ),
    severities=("warning",),
    cases={
        "up": Case(
            N_("{indicator} of {unit} ({body}): {value} for {period}, {before} for {earlier}."),
            N_("Check for zeros too many, another unit, or a total in place of the period's own number."),
        ),
        "down": Case(
            N_("{indicator} of {unit} ({body}): only {value} for {period}, {before} for {earlier}."),
            N_("Check whether units or months are missing in it."),
        ),
        "blank": Case(
            N_("{body} gives no value of {indicator} for {period}; for {earlier} it gave {before}."),
            N_("Ask for the value; where there was nothing, write 'không phát sinh'."),
        ),
    },
)
HISTORY_OUTLIER = Kind(
    name="history-outlier",
    title=N_("Far from what is usual"),
    meaning=N_(
        "A value lies far from the median of the unit's own earlier periods or, where it has none, from that of units "
        "of its kind."
    ),
    example="Lượt người dự tuyên truyền của xã Lũng Ẳng qua 8 quý: 310 đến 420; quý này 38.500.",
    not_flagged=N_(
        "Series with fewer earlier periods than asked for; what moved alike in most units; differences of less than "
        "half the usual value, and of small numbers."
    ),
    severities=("warning",),
    cases={
        "history": Case(
            N_(
                "{indicator} of {unit} ({body}): {value} for {period}; by {points} earlier periods, about {median} is "
                "usual."
            ),
            N_("Check the number and its unit; if it is right, say why in the note."),
        ),
        "peers": Case(
            N_(
                "{indicator} of {unit} ({body}): {value} for {period}; the middle of {points} units of its kind is "
                "{median}."
            ),
            N_("Check for zeros too many, or another unit; if it is right, say why in the note."),
        ),
    },
)
RULE_MISMATCH = Kind(
    name="rule-mismatch",
    title=N_("A rule between indicators does not hold"),
    meaning=N_("Values of one unit, body and period do not stand to one another as the programme says that they must."),
    example="Tổng số hội nghị 20; tổ chức riêng 12 và lồng ghép 9 cộng lại là 21.",
    not_flagged=N_("Rules of which a value is missing, and numbers with a qualifier."),
    severities=("error", "warning"),
    cases={
        "sum": Case(
            N_("{indicator} of {unit} ({body}, {period}) is {value}; its parts ({parts}) add up to {sum}."),
            N_("Correct the total or the part that is wrong."),
        ),
        "rule": Case(
            N_("{unit} ({body}, {period}) breaks the rule '{rule}': {value} {comparison} {right} does not hold."),
            N_("Check the values that the rule names: {names}."),
        ),
    },
)
_NAME = re.compile(r"\{([^{}/]+)(?:/([^{}]*))?\}")  # of a formula: {QT-01}, {QT-02/dtn}
KINDS = (OWNER_CONFLICT, REGISTER_MISMATCH, PERIOD_JUMP, HISTORY_OUTLIER, RULE_MISMATCH)


def check_facts(rows: Iterable[Compared], programme: Programme, registry: Registry) -> Iterator[Finding]:
    """Yield a finding for each row: ``owner-conflict``, ``register-mismatch``, ``period-jump``, ``history-outlier``,
    ``rule-mismatch``, ``unit-sum-mismatch``, ``stale-unit``.

    Not flagged: a whole that exceeds its parts while the whole's own work is not stated is only ``info``.
    """
    words = _Words(programme, registry)
    for row in rows:
        match row:
            case Outlier():
                facts = {"median": words.amount(row.value.key, row.median), "points": str(row.points)}
                yield words.finding("history-outlier", row.value.key, row.value.amount, row.against, facts)
            case Jump():
                yield words.jump(row)
            case Blank():
                yield words.blank(row)
            case Rivals():
                yield words.rivals(row)
            case Miscounted():
                facts = {"counted": words.amount(row.counted.key, row.counted.amount)}
                related = (row.counted.key,)
                yield words.finding("register-mismatch", row.declared.key, row.declared.amount, "", facts, related)
            case Parts():
                yield words.parts(row)
            case Broken():
                yield words.broken(row)
            case Ceased():
                yield words.ceased(row)


@dataclass(frozen=True, slots=True)
class _Words:
    programme: Programme
    registry: Registry

    def finding(
        self,
        kind: str,
        key: ObservationKey,
        amount: Decimal | None,
        case: str,
        more: dict[str, str],
        related: tuple[ObservationKey, ...] = (),
    ) -> Finding:
        """A warning at ``key``, with the names that every wording needs."""
        facts = {
            "indicator": self.indicator(key),
            "unit": self.unit(key),
            "body": key.body,
            "period": shown_period(key.period),
            **({"value": self.amount(key, amount)} if amount is not None else {}),
            **more,
        }
        return Finding(kind, "warning", key, case, facts, related)

    def amount(self, key: ObservationKey, amount: Decimal) -> str:
        """The number with the unit word of its indicator: '1.250.000 đồng', '12 hội nghị', '96,5%'."""
        known = self.programme.indicator(key.indicator)
        return with_unit(amount, known.unit_word if known else "")

    def indicator(self, key: ObservationKey) -> str:
        """The indicator's name, and its cell's."""
        return self.named(key.indicator, key.cell)

    def named(self, indicator: str, cell: str = "") -> str:
        """As ``indicator``, by codes; a code of which the programme knows nothing stays."""
        known = self.programme.indicator(indicator)
        if known is None:
            return indicator
        names = {value.code: value.name for value in self.programme.cells(known)}
        cells = ", ".join(names.get(code, code) for code in cell.split("+")) if cell else ""
        return f"{known.name} ({cells})" if cells else known.name

    def spoken(self, formula: str) -> str:
        """A formula as its readers know it: with the names of its indicators."""
        return _NAME.sub(lambda found: f"«{self.named(found[1].strip(), found[2] or '')}»", formula)

    def unit(self, key: ObservationKey) -> str:
        """The unit's full name at the period's end."""
        day = key.period.rpartition("/")[2]
        unit = self.registry.unit(key.unit, day) or self.registry.unit(key.unit)
        return unit.full_name if unit else key.unit

    def jump(self, row: Jump) -> Finding:
        facts = {
            "before": self.amount(row.before.key, row.before.amount),
            "earlier": shown_period(row.before.key.period),
        }
        case = "up" if row.value.amount > row.before.amount else "down"
        return self.finding("period-jump", row.value.key, row.value.amount, case, facts, (row.before.key,))

    def blank(self, row: Blank) -> Finding:
        facts = {
            "before": self.amount(row.before.key, row.before.amount),
            "earlier": shown_period(row.before.key.period),
        }
        return self.finding("period-jump", row.key, None, "blank", facts, (row.before.key,))

    def rivals(self, row: Rivals) -> Finding:
        facts = {"other": self.amount(row.other.key, row.other.amount), "other_body": row.other.key.body}
        case = "owner" if row.owner else "bodies"
        return self.finding("owner-conflict", row.value.key, row.value.amount, case, facts, (row.other.key,))

    def parts(self, row: Parts) -> Finding:
        is_rest = row.total < row.whole.amount and row.own is None
        facts = {
            "whole": self.amount(row.whole.key, row.whole.amount),
            "sum": self.amount(row.whole.key, row.total),
            "count": str(row.reported),
            "expected": str(row.expected),
            "rest": self.amount(row.whole.key, row.whole.amount - row.total),
        }
        found = self.finding("unit-sum-mismatch", row.whole.key, None, "rest" if is_rest else "facts", facts)
        return found if not is_rest else Finding(found.kind, "info", found.place, found.case, found.facts)

    def ceased(self, row: Ceased) -> Finding:
        """A body that answers by a template or facts for a unit that had ended."""
        places = [piece.unit for piece in row.placed.pieces] or [row.placed.target]
        units = (self.registry.unit(place, row.on) for place in places)
        facts = {
            "unit": row.unit.full_name,
            "body": row.body,
            "on": shown_period(f"/{row.unit.valid_to}"),
            "date": shown_period(f"/{row.on}"),
            "successors": ", ".join(unit.full_name for unit in units if unit),
        }
        place = ObservationKey("", "", row.unit.id, "area", f"/{row.on}", row.body)
        return Finding("stale-unit", "warning", place, "values", facts)

    def broken(self, row: Broken) -> Finding:
        if row.of == "sums":
            rule = self.programme.sums[row.rule]
            parts = " + ".join(f"«{self.named(code)}»" for code in rule.parts)
            facts = {"sum": self.amount(row.left.key, row.right), "parts": parts}
            found = self.finding("rule-mismatch", row.left.key, row.left.amount, "sum", facts, row.related)
            return Finding(found.kind, "error", found.place, found.case, found.facts, found.related)
        of = self.programme.rules[row.rule]
        names = ", ".join(dict.fromkeys(f"«{self.indicator(key)}»" for key in (row.left.key, *row.related)))
        facts = {
            "rule": of.name or f"{self.spoken(of.left)} {of.operator} {self.spoken(of.right)}",
            "comparison": of.operator,
            "right": self.amount(row.left.key, row.right),
            "names": names,
        }
        found = self.finding("rule-mismatch", row.left.key, row.left.amount, "rule", facts, row.related)
        return Finding(found.kind, of.severity, found.place, found.case, found.facts, found.related)


def shown_period(period: str) -> str:
    """'01/01/2026 - 31/3/2026' of '2026-01-01/2026-03-31'; the day alone of a stock."""
    return " - ".join(printed_day(day) for day in period.split("/") if day)
