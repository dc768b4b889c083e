"""A programme that counts from registers of all five kinds, in every way there is, and random entries for it."""

from __future__ import annotations

from hypothesis import strategies as st

from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.entries import (
    Agreement,
    Entry,
    Event,
    FieldValue,
    Obligation,
    RegisterItem,
    ScoreLine,
    ScoreSheet,
)
from tongket.model.programmes import Condition, Counted, DirectiveRef, Indicator, Programme
from tongket.model.registers import Band, Criterion, Field, Register, Scorecard
from tongket.model.rounds import Round

FORM = Dimension("form", "", (DimensionValue("a", "A", ("alias",)), DimensionValue("b", "B")))
LEVEL = Dimension(
    "level", "", (DimensionValue("province", ""), DimensionValue("district", ""), DimensionValue("commune", ""))
)
FIELDS = (Field("form", "", "choice", dimension="form"), Field("people", "", "integer"))
KINDS = ("event", "item", "agreement", "obligation", "score-sheet")
CARD = Scorecard(
    "card", "2024", "", 1,
    (Criterion("1", "", 300), Criterion("1.1", "", 100, 1), Criterion("1.2", "", 200, 1), Criterion("2", "", 700)),
    (Band("best", "", 900), Band("good", "", 500), Band("rest", "", 0)),
)  # fmt: skip


def indicator(code: str, register: str, **counted: object) -> Indicator:
    dimensions = tuple(name for name, _ in counted.get("cells", ()))  # type: ignore[attr-defined]  # pairs of texts
    owner = "ubnd" if register == "score-sheet" else ""
    return Indicator(code, code, "", dimensions=dimensions, owner=owner, counted=Counted(register, **counted))  # type: ignore[arg-type]  # as given


THIS = (Condition("directive", ("this",)),)
INDICATORS = (
    *(
        indicator(f"{kind}-{when}", kind, when=when, cells=(("form", "form"), ("level", "level")))
        for kind in KINDS
        for when in ("during", "at-end")
    ),
    *(indicator(f"{what}-people", "event", what=what, field="people") for what in ("sum", "min", "max", "latest")),
    indicator("this", "event", where=THIS),
    indicator("this-combined", "event", where=(*THIS, Condition("combined", ("yes",)))),
    indicator("this-apart", "event", where=(*THIS, Condition("combined", ("no",)))),
    indicator("that", "event", where=(Condition("directive", ("02-KH/TU",)),)),
    indicator("planned", "event", where=(Condition("state", ("planned",)),)),
    indicator("many", "event", where=(Condition("people", ("10",), ">="),)),
    indicator("not-a", "event", where=(Condition("form", ("a",), "<>"),)),
    indicator("places", "event", what="distinct", field="unit"),
    indicator("first-days", "event", what="min", field="days-from-directive", where=THIS),
    indicator("lapsed", "item", when="at-end", where=(Condition("standing", ("lapsed",)),)),
    indicator("confirmed", "item", when="at-end", where=(Condition("confirmed", ("yes",)),)),
    indicator("renewal", "agreement", when="at-end", where=(Condition("standing", ("due-for-renewal",)),)),
    indicator("expired", "agreement", when="at-end", where=(Condition("standing", ("expired",)),)),
    indicator("held", "agreement", what="sum", field="meetings-held", when="at-end"),
    indicator("due", "agreement", what="sum", field="meetings-due", when="at-end"),
    indicator("overdue", "obligation", where=(Condition("standing", ("overdue",)),)),
    indicator("done", "obligation", where=(Condition("standing", ("done", "answered")),)),
    indicator("late", "obligation", where=(Condition("is-late", ("yes",)),)),
    indicator("days-late", "obligation", what="sum", field="days-late"),
    indicator("own", "score-sheet", what="latest", field="own"),
    indicator("appraised", "score-sheet", what="latest", field="appraised"),
    indicator("deducted", "score-sheet", what="latest", field="deducted"),
    indicator("rank", "score-sheet", what="latest", field="rank"),
    indicator("best", "score-sheet", where=(Condition("band", ("best",)),)),
)
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "01-CT/TU", "2022-12-01", "", ""), "", 1, "2024-01-01", "2024-12-31", 0.5,
    (FORM, LEVEL), INDICATORS, (), (), (), (),
    registers=tuple(
        Register(kind, "", kind, FIELDS, scorecard="card" if kind == "score-sheet" else "", yearly=kind == "item")  # type: ignore[arg-type]  # the kinds
        for kind in KINDS
    ),
    scorecards=(CARD,),
)  # fmt: skip
UNITS = {"62.0": "province", "610.0": "district", "23341.0": "commune", "23344.0": "commune"}  # tỉnh Kon Tum
ROUND = Round("p", "62.0", "", "", "2024-01-01", "2024-12-31")

days = st.sampled_from(
    ["2022-12-01", "2023-05-05", "2023-12-31", "2024-01-01", "2024-02-09", "2024-04-26", "2024-05-02", "2024-09-30",
     "2024-12-31", "2025-01-15", "2025-03-31", "2026-01-01"]
)  # fmt: skip
tags = st.lists(
    st.sampled_from(["01-CT/TU (2022-12-01)", "01-CT/TU", "01-CT/TU (2016-01-01)", "02-KH/TU"]), unique=True
)
fields = st.builds(
    lambda form, people: (*form, *people),
    st.sampled_from([(), (FieldValue("form", "a"),), (FieldValue("form", "b"),), (FieldValue("form", "alias"),)]),
    st.sampled_from(
        [(), (FieldValue("people", amount=0),), (FieldValue("people", amount=9),), (FieldValue("people", amount=10),)]
    ),
)
years = st.lists(st.integers(2022, 2025), unique=True).map(lambda found: tuple(sorted(found)))


def _of(register: str) -> dict[str, object]:
    return {
        "register": st.just(register),
        "id": st.sampled_from("12345"),
        "unit": st.sampled_from(sorted(UNITS)),
        "body": st.sampled_from(["UBND", "MTTQ"]),
        "body_kind": st.just("ubnd"),
        "on": days,
        "title": st.just(""),
        "until": st.just("") | days,
        "directives": tags.map(tuple),
        "fields": fields,
        "revision": st.integers(1, 3),
    }


meetings = years.map(lambda found: tuple((year, year % 4) for year in found))
points = st.none() | st.integers(0, 100)
lines = st.lists(st.builds(ScoreLine, st.just("1.1"), points, points), min_size=0, max_size=1).flatmap(
    lambda first: st.tuples(
        st.just(tuple(first)),
        st.lists(st.builds(ScoreLine, st.just("1.2"), points, points), max_size=1),
        st.lists(
            st.builds(ScoreLine, st.just("2"), st.integers(400, 700), st.none() | st.integers(400, 700)), max_size=1
        ),
    ).map(lambda parts: (*parts[0], *parts[1], *parts[2]))
)
HELD, LIVING = ("planned", "held", "held", "cancelled"), ("active", "active", "dormant", "ended")
OWED = ("open", "open", "answered", "done", "refused", "transferred")
SCORED = ("self", "appraised", "pending")
entries = st.one_of(
    st.builds(Event, **_of("event"), state=st.sampled_from(HELD), combined=st.booleans()),
    st.builds(RegisterItem, **_of("item"), state=st.sampled_from(LIVING), confirmed=years),
    st.builds(
        Agreement, **_of("agreement"), state=st.sampled_from(LIVING), confirmed=years,
        parties=st.just(("A", "B")), meetings_due=st.integers(0, 4), meetings_held=meetings,
    ),
    st.builds(
        Obligation, **_of("obligation"), state=st.sampled_from(OWED),
        due=st.just("") | days, answered_on=st.just("") | days,
    ),
    st.builds(
        ScoreSheet, **_of("score-sheet"), state=st.sampled_from(SCORED), version=st.just("2024"),
        lines=lines, band=st.sampled_from(["", "", "good"]),
    ),
)  # fmt: skip


def with_one_of_each_revision(given: list[Entry]) -> list[Entry]:
    """A folder of facts holds each revision of an entry once, and the dates of each in the order of time."""
    found: dict[tuple[object, ...], Entry] = {}
    for one in given:
        found[one.register, one.unit, one.body, one.id, one.revision] = one
    return list(found.values())
