"""What the words of an imported table mean (tra cứu khi nhập): codes, names, periods, bodies, cells and odd values.

Each function takes the different texts of a column, once each however many rows carry them, and gives what they stand
for, or the number of the reason why they stand for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from tongket.consolidating.import_reasons import Reasons, quoted
from tongket.consolidating.shown_values import ValueRead
from tongket.consolidating.values import NOT_A_NUMBER, OTHER_UNIT, read_value
from tongket.messages import N_
from tongket.model.mistakes import Mistake
from tongket.model.programmes import Dimension, Indicator, Programme
from tongket.model.units import Unit
from tongket.registry.bodies import body_kind, body_kinds
from tongket.registry.cycles import Regime
from tongket.registry.periods import period as read_period
from tongket.registry.units import Registry
from tongket.vietnamese.unicode import folded, key, nfc, plain

_LIKE = 72  # of 100: how much a known name must resemble a wrong one to be offered
_CANDIDATES = 8
_CODE_DIGITS = (2, 3, 5)  # of provinces, districts, communes
_EXTENTS = {
    "own": ("own", "riêng", "của cơ quan", "cơ quan", "tự thực hiện", "bản thân", "trực tiếp"),
    "area": ("area", "địa bàn", "toàn địa bàn", "cả địa bàn", "toàn đơn vị", "toàn xã", "toàn tỉnh", "toàn huyện"),
}
_STATUSES = {
    "reported": ("reported", "đã báo cáo", "có số liệu"),
    "none-occurred": ("none-occurred", "none occurred", "không phát sinh", "không p/s", "kps"),
    "not-applicable": ("not-applicable", "not applicable", "không áp dụng", "n/a"),
    "pending": ("pending", "chờ thẩm định", "chưa thẩm định"),
    "estimated": ("estimated", "ước tính", "ước thực hiện", "ước"),
    "missing": ("missing", "thiếu", "chưa báo cáo", "chưa có số liệu"),
}
QUALIFIERS = (
    "hơn", "trên", "ít nhất", "tối thiểu", "không dưới", "trở lên", "từ ... trở lên", ">", ">=", "≥", "dưới", "gần",
    "chưa đến", "chưa tới", "chưa đầy", "không quá", "tối đa", "trở xuống", "từ ... trở xuống", "<", "<=", "≤",
    "khoảng", "ước", "ước khoảng", "chừng", "xấp xỉ", "độ", "ước tính",
)  # fmt: skip
_TOTALS = frozenset(("", "tổng", "tổng số", "tổng cộng", "chung", "total", "tất cả"))
_EXTENT_OF = {word: code for code, words in _EXTENTS.items() for word in words}
_STATUS_OF = {word: code for code, words in _STATUSES.items() for word in words}


@dataclass(frozen=True, slots=True)
class Lookups:
    """What the words of a table are looked up in; ``regime`` says whose closing days 'quý I/2026' has;
    None: those of the programme's schedule, or of Decree 09/2019/NĐ-CP.
    """

    programme: Programme
    registry: Registry
    reasons: Reasons
    regime: Regime | None = None

    def indicators(self, texts: Iterable[str]) -> Iterator[tuple[str, str | None, int]]:
        """(text, code, reason) of each text."""
        names: dict[str, set[str]] = {}
        for one in self.programme.indicators:
            for name in (one.code, one.name, *one.aliases, one.national_code):
                if name:
                    names.setdefault(key(name), set()).add(one.code)
        codes = {one.code for one in self.programme.indicators}
        for text in texts:
            found = {text} if text in codes else names.get(key(text), set())
            if len(found) == 1:
                yield text, next(iter(found)), 0
            else:
                yield text, None, self._unknown_indicator(text, sorted(found))

    def _unknown_indicator(self, text: str, several: list[str]) -> int:
        if not text:
            return self.reasons.number(N_("the row names no indicator."), N_("Write the code of the indicator."))
        if several:
            return self.reasons.number(
                N_("several indicators are called '{text}': {codes}."),
                N_("Write the code of the one that is meant."),
                text=quoted(text),
                codes=", ".join(several),
            )
        like = self._like(text, [one.code for one in self.programme.indicators])
        like = like or self._like(text, [one.name for one in self.programme.indicators])
        known = self.programme.indicator(like) or next((o for o in self.programme.indicators if o.name == like), None)
        if known:
            return self.reasons.number(
                N_("the programme has no indicator '{text}'."),
                N_("Did you mean {code} ({name})?"),
                text=quoted(text),
                code=known.code,
                name=known.name,
            )
        return self.reasons.number(
            N_("the programme has no indicator '{text}'."),
            N_("'tongket programmes show {programme}' lists those that it has."),
            text=quoted(text),
            programme=self.programme.code,
        )

    @staticmethod
    def _like(text: str, names: list[str]) -> str:
        found = process.extractOne(plain(text), [plain(name) for name in names], scorer=fuzz.ratio, score_cutoff=_LIKE)
        return names[found[2]] if found else ""

    def periods(
        self, rows: Iterable[tuple[str, str, str]]
    ) -> Iterator[tuple[str, str, str, str | None, str | None, int]]:
        """(period, start, end, first, last, reason) of each (period, start, end) as written; first may be ""."""
        for text, start, end in rows:
            found = self._period(text, start, end)
            if isinstance(found, int):
                yield text, start, end, None, None, found
            else:
                yield text, start, end, found[0], found[1], 0

    def _period(self, text: str, start: str, end: str) -> tuple[str, str] | int:
        if text:
            day = _day(text)
            if day:
                return "", day
            schedule = self.programme.schedule
            found = read_period(text, self.regime or (schedule.regime if schedule else "nd-09"))
            if isinstance(found, Mistake):
                return self.reasons.number(found.what, found.mend, **dict(found.facts))
            return self._ordered(found.start, found.end)
        if not (start or end):
            return self.reasons.number(
                N_("the row names no period."), N_("Write it: 'quý I/2026', '2026', or the last day of a stock.")
            )
        days = [_day(written) if written else "" for written in (start, end)]
        if None in days or not days[1]:
            return self.reasons.number(
                N_("the row does not say until which day its value holds ('{start}', '{end}')."),
                N_("Write the last day of the period like 2025-12-31 or 31/12/2025, and of a flow the first one, too."),
                start=quoted(start),
                end=quoted(end),
            )
        return self._ordered(days[0] or "", days[1])

    def _ordered(self, first: str, last: str) -> tuple[str, str] | int:
        if first <= last:
            return first, last
        return self.reasons.number(
            N_("the period ends ({last}) before it begins ({first})."),
            N_("Put the earlier day first."),
            first=first,
            last=last,
        )

    def units(
        self, rows: Iterable[tuple[str, str, str, str]]
    ) -> Iterator[tuple[str, str, str, str, str | None, int, bool]]:
        """(unit, date, first, last, id, reason, ended) of each (unit, date, first, last).

        The unit must have lived on a day of the period; ``ended`` says that it did not live to its last.
        """
        for text, written, first, last in rows:
            found = self._unit(text, written, first or last, last)
            if isinstance(found, int):
                yield text, written, first, last, None, found, False
            else:
                yield text, written, first, last, found, 0, not self.registry.alive(found, last)

    def _unit(self, text: str, written: str, first: str, last: str) -> str | int:
        states = self.registry.states(text)
        if states:
            if any(_lived(one, first, last) for one in states):
                return text
            return self._outside(states[-1], states[0].valid_from, first, last)
        if not text:
            return self.reasons.number(N_("the row names no unit."), N_("Write its id, or its code or name."))
        day = _day(written) if written else ""
        if day is None:
            return self.reasons.number(
                N_("'{text}' is not a day."), N_("Write it like 2025-12-31 or 31/12/2025."), text=quoted(written)
            )
        found = self.registry.find(text, day or last, strict=True)
        found = found or (() if day else self.registry.find(text, first, strict=True))
        found = found or self._without_zeros(text, day or last)
        found = (
            tuple(one for one in found if any(_lived(s, first, last) for s in self.registry.states(one.id))) or found
        )
        if len(found) == 1:
            (unit,) = found
            states = self.registry.states(unit.id)
            if any(_lived(one, first, last) for one in states):
                return unit.id
            return self._outside(unit, states[0].valid_from, first, last)
        if found:
            return self._several(text, found, last)
        ever = self.registry.find(text, strict=True)
        if ever:
            return self._outside(ever[-1], self.registry.states(ever[-1].id)[0].valid_from, first, last)
        like = self.registry.find(text.partition(".")[0], last) if text[:1].isdigit() else ()
        if like:
            return self.reasons.number(
                N_("there is no unit '{text}'."),
                N_("Did you mean {code} ({name})?"),
                text=quoted(text),
                code=like[0].id,
                name=self._named(like[0], last),
            )
        return self.reasons.number(
            N_("there is no unit '{text}'."),
            N_("Write it as 'xã Lũng Ẳng, tỉnh Mẫu Sơn', or its id; 'tongket units find' finds units of any date."),
            text=quoted(text),
        )

    def _without_zeros(self, code: str, on: str) -> tuple[Unit, ...]:
        """The units of a code from which a spreadsheet took the zeros at its front: '4' for '00004'."""
        if not (code.isascii() and code.isdigit()) or len(code) >= _CODE_DIGITS[-1]:
            return ()
        lengths = (length for length in _CODE_DIGITS if length > len(code))
        return tuple(unit for length in lengths for unit in self.registry.find(code.zfill(length), on))

    def _several(self, text: str, found: tuple[Unit, ...], on: str) -> int:
        names = [f"{self._named(one, on)} ({one.id})" for one in found[:_CANDIDATES]]
        return self.reasons.number(
            N_("several units are called '{text}': {units}."),
            N_("Write the id, or the unit above after a comma."),
            text=quoted(text),
            units="; ".join(names) + ("; ..." if len(found) > _CANDIDATES else ""),
        )

    def _named(self, unit: Unit, on: str) -> str:
        above = [one.full_name for one in self.registry.above(unit.id, on) if one.kind != "nation"]
        return ", ".join((unit.full_name, *above))

    def _outside(self, unit: Unit, since: str, first: str, last: str) -> int:
        """The reason against a unit that did not live in the period, with what it became or was made from."""
        if unit.valid_to and unit.valid_to < first:
            became = [self.registry.unit(one.successor) for one in self.registry.successors(unit.id)]
            acts = dict.fromkeys(one.act for one in self.registry.successors(unit.id) if one.act)
            return self.reasons.number(
                N_("{unit} ({id}) ended on {day}, before the period {first} - {last}; it became: {became} ({acts})."),
                N_("Write the unit of that time, or correct the period."),
                unit=unit.full_name,
                id=unit.id,
                day=unit.valid_to,
                first=first,
                last=last,
                became="; ".join(f"{one.full_name} ({one.id})" for one in became if one) or "-",
                acts=", ".join(acts) or "-",
            )
        made = [self.registry.unit(one.predecessor) for one in self.registry.predecessors(unit.id)]
        return self.reasons.number(
            N_("{unit} ({id}) began on {day}, after the period {first} - {last}; it was made from: {made}."),
            N_("Write the unit of that time, or correct the period."),
            unit=unit.full_name,
            id=unit.id,
            day=since,
            first=first,
            last=last,
            made="; ".join(f"{one.full_name} ({one.id})" for one in made if one) or "-",
        )

    def bodies(
        self, rows: Iterable[tuple[str, str, str, str, str]]
    ) -> Iterator[tuple[str, str, str, str, str, str | None, str | None, int]]:
        """(body, kind as written, unit, last, owner, name, kind, reason) of each of the first five.

        A body that is not named, or named by the code or abbreviation of its kind alone, is that kind's body at the
        unit: of the indicator's owner, or else the people's committee.
        """
        kinds = {one.code: one for one in body_kinds()}
        short = {key(form): one for one in body_kinds() for form in (one.code, one.name, *one.abbreviations)}
        for text, written, unit_id, last, owner in rows:
            kind = short.get(key(written)) if written else None
            if written and kind is None:
                yield text, written, unit_id, last, owner, None, None, self._unknown_kind(written)
                continue
            alone = short.get(key(text)) if text else kind or kinds.get(owner) or kinds["ubnd"]
            if alone is None:
                named = kind or body_kind(text)
                yield text, written, unit_id, last, owner, nfc(text), named.code if named else "", 0
                continue
            unit = self.registry.unit(unit_id, last) or self.registry.unit(unit_id)
            name = f"{alone.name} {unit.full_name if unit and unit.kind != 'nation' else ''}".strip()
            yield text, written, unit_id, last, owner, name, (kind or alone).code, 0

    def _unknown_kind(self, text: str) -> int:
        return self.reasons.number(
            N_("there is no kind of body '{text}'."),
            N_("Write its code or abbreviation (ubnd, mttq ...), or leave it out."),
            text=quoted(text),
        )

    def cells(
        self, rows: Iterable[tuple[str, str, str]], dimensions: tuple[str, ...]
    ) -> Iterator[tuple[str, str, str, str | None, int]]:
        """(indicator, cell, values, code of the cell, reason); ``values`` are those of ``dimensions``, tabs between."""
        for code, written, packed in rows:
            indicator = self.programme.indicator(code)
            assert indicator is not None
            found = self._cell(indicator, written, dict(zip(dimensions, packed.split("\t"), strict=False)))
            if isinstance(found, int):
                yield code, written, packed, None, found
            else:
                yield code, written, packed, found, 0

    def _cell(self, indicator: Indicator, written: str, values: dict[str, str]) -> str | int:
        own = [one for code in indicator.dimensions if (one := self.programme.dimension(code))]
        chosen: dict[str, str] = {}
        for code, text in values.items():
            if folded(text) in _TOTALS:
                continue
            dimension = next((one for one in own if one.code == code), None)
            if dimension is None:
                return self._no_dimension(indicator, code, text)
            value = _value_code(dimension, text)
            if not value:
                return self._unknown_value(dimension, text)
            chosen[code] = value
        for text in written.split("+") if folded(written) not in _TOTALS else ():
            placed = [(one.code, value) for one in own if (value := _value_code(one, text))]
            if len(placed) != 1 or chosen.get(placed[0][0], placed[0][1]) != placed[0][1]:
                return self._no_cell(indicator, own, written)
            chosen[placed[0][0]] = placed[0][1]
        return "+".join(chosen[one.code] for one in own if one.code in chosen)

    def _no_dimension(self, indicator: Indicator, code: str, text: str) -> int:
        return self.reasons.number(
            N_("{indicator} is not broken down by '{dimension}', and the row says '{text}' there."),
            N_("Leave the cell empty, or correct the indicator."),
            indicator=indicator.code,
            dimension=code,
            text=quoted(text),
        )

    def _unknown_value(self, dimension: Dimension, text: str) -> int:
        like = self._like(text, [value.name for value in dimension.values])
        like = like or self._like(text, [value.code for value in dimension.values])
        known = next((value for value in dimension.values if like in (value.name, value.code)), None)
        mend = N_("Did you mean {code} ({name})?") if known else N_("Write one of: {codes}.")
        return self.reasons.number(
            N_("'{text}' is no value of '{dimension}'."),
            mend,
            text=quoted(text),
            dimension=dimension.name,
            code=known.code if known else "",
            name=known.name if known else "",
            codes=", ".join(value.code for value in dimension.values),
        )

    def _no_cell(self, indicator: Indicator, own: list[Dimension], written: str) -> int:
        return self.reasons.number(
            N_("{indicator} has no cell '{text}'."),
            N_("Write codes of its values with '+' between: {codes}."),
            indicator=indicator.code,
            text=quoted(written),
            codes=", ".join(value.code for one in own for value in one.values) or "-",
        )

    def unit_words(self, rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str, int]]:
        """(indicator, word, scaled, reason) of each (indicator, word): the word must be the indicator's own, or another
        unit of the same thing, which ``scaled`` gives ('triệu đồng' for 'đồng').
        """
        for code, word in rows:
            indicator = self.programme.indicator(code)
            assert indicator is not None
            if key(word) == key(indicator.unit_word):
                yield code, word, "", 0
                continue
            found = read_value(f"1 {word}", indicator)
            if isinstance(found, ValueRead) or found.what not in (OTHER_UNIT, NOT_A_NUMBER):
                yield code, word, word, 0
                continue
            yield (
                code,
                word,
                "",
                self.reasons.number(
                    N_("{indicator} is counted in '{own}', and the row says '{text}'."),
                    N_("Convert the value to '{own}', or correct the indicator: '{text}' may be another one."),
                    indicator=code,
                    own=indicator.unit_word,
                    text=quoted(word),
                ),
            )

    def extents(self, texts: Iterable[str]) -> Iterator[tuple[str, str | None, int]]:
        """(text, extent, reason); "" leaves it to the indicator."""
        return self._words(texts, _EXTENT_OF, "own, area")

    def statuses(self, texts: Iterable[str]) -> Iterator[tuple[str, str | None, int]]:
        """(text, status, reason); "" leaves it to the value."""
        return self._words(texts, _STATUS_OF, ", ".join(_STATUSES))

    def qualifiers(self, texts: Iterable[str]) -> Iterator[tuple[str, str | None, int]]:
        """(text, qualifier, reason)."""
        return self._words(texts, {word: word for word in QUALIFIERS}, ", ".join(QUALIFIERS))

    def _words(
        self, texts: Iterable[str], known: dict[str, str], choices: str
    ) -> Iterator[tuple[str, str | None, int]]:
        for text in texts:
            word = folded(text)
            if not word or word in known:
                yield text, known.get(word, ""), 0
            else:
                yield (
                    text,
                    None,
                    self.reasons.number(
                        N_("'{text}' is not known here."),
                        N_("Write one of: {choices}."),
                        text=quoted(text),
                        choices=choices,
                    ),
                )


def _value_code(dimension: Dimension, text: str) -> str:
    """The code of the dimension's value that ``text`` names, or ""."""
    wanted = key(text)
    for value in dimension.values:
        if text.strip() == value.code or wanted in (key(value.code), key(value.name), *map(key, value.aliases)):
            return value.code
    return ""


def _lived(state: Unit, first: str, last: str) -> bool:
    return (not state.valid_from or state.valid_from <= last) and (not state.valid_to or first <= state.valid_to)


def _day(text: str) -> str | None:
    """The ISO date of '2025-12-31' or '31/12/2025', or None."""
    written = text.strip().replace(".", "/").replace("-", "/").split("/")
    if len(written) != 3 or not all(part.isascii() and part.isdigit() for part in written):
        return None
    year, month, day = written if len(written[0]) == 4 else reversed(written)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
