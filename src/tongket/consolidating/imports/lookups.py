"""What the words of an imported table mean (tra cứu khi nhập): codes, names, periods, bodies, units of measure.

Each function here, and in ``units`` and ``cells``, takes the different texts of a column, once each however many rows
carry them, and gives what they stand for, or the number of the reason why they stand for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.consolidating.imports.reasons import Reasons, quoted
from tongket.consolidating.imports.texts import day_of, most_like
from tongket.consolidating.shown_values import ValueRead
from tongket.consolidating.values import NOT_A_NUMBER, OTHER_UNIT, read_value
from tongket.messages import N_
from tongket.model.mistakes import Mistake
from tongket.model.programmes import Programme
from tongket.registry.bodies import body_kind, body_kinds
from tongket.registry.cycles import Regime
from tongket.registry.periods import period as read_period
from tongket.registry.units import Registry
from tongket.vietnamese.unicode import folded, key, nfc

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
        like = most_like(text, [one.code for one in self.programme.indicators])
        like = like or most_like(text, [one.name for one in self.programme.indicators])
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
            day = day_of(text)
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
        days = [day_of(written) if written else "" for written in (start, end)]
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
