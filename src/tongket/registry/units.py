"""Administrative units in time (đơn vị hành chính): what they were called, where they belonged, what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.model.units import Placed, Succession, Unit, UnitKind
from tongket.registry.history import History
from tongket.registry.places import Map, last_day, piece_rows
from tongket.vietnamese.unicode import fold_marks, key, nfc, plain

if TYPE_CHECKING:
    from tongket.model.bodies import Body
    from tongket.registry.units_file import OwnUnits

DATA = Path(__file__).parent / "data"
KINDS: dict[str, UnitKind] = {"n": "nation", "p": "province", "d": "district", "c": "commune", "h": "hamlet"}
PREFIXES: dict[str, tuple[str, ...]] = {
    "tỉnh": ("tỉnh",),
    "thành phố": ("thành phố", "tp.", "tp"),
    "huyện": ("huyện", "h.", "h"),
    "quận": ("quận", "q.", "q"),
    "thị xã": ("thị xã", "tx.", "tx"),
    "thị trấn": ("thị trấn", "tt.", "tt"),
    "xã": ("xã", "x.", "x"),
    "phường": ("phường", "p.", "p"),
    "đặc khu": ("đặc khu", "đk.", "đk"),
    "thôn": ("thôn",),
    "bản": ("bản",),
    "buôn": ("buôn",),
    "làng": ("làng",),
    "ấp": ("ấp",),
    "khóm": ("khóm",),
    "tổ dân phố": ("tổ dân phố", "tdp"),
    "khu phố": ("khu phố",),
}
_WRITTEN = sorted(
    {(plain(form), prefix) for prefix, forms in PREFIXES.items() for form in forms},
    key=lambda pair: (-len(pair[0]), pair),
)
_NOT_A_LETTER = re.compile(r"[^0-9a-z ]+")
_OUTER = re.compile(r"\s*(?:[,;()]|\b(?:thuộc|của)\b)\s*")
_MOST_MAPS = 8
_CODE = re.compile(r"\d{2,}")
_DAK = frozenset(("đak", "đăk", "đăk5", "đăc", "đăc5", "đac"))
# Where a body's name turns to its unit: a word for a kind, or a committee that carries one ('Huyện ủy', 'Tỉnh đoàn').
_COMMITTEE = re.compile(r"\b(tỉnh|thành|huyện|quận|thị|xã|phường) (?:ủy|uỷ|đoàn)\b")
_TURN = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.|thị trấn|tt\.|xã|phường|đặc khu|[hqxp]\.)(?=[\s\d]|\b)"
)
_COMMITTEE_KIND = {"thành": "thành phố", "thị": "thị xã"}


@lru_cache(maxsize=4096)  # a text names few units again and again
def name_key(name: str) -> str:
    """A key of a unit's name without kind: accents, case, spaces, apostrophes, dashes and leading zeros do not count,
    nor do 'y' and 'i' after a consonant, nor the ways of writing Đăk (Đắk, Đak, Đắc).
    """
    words = _NOT_A_LETTER.sub(" ", plain(name).replace("'", "")).split()
    return "".join(_fold_word(word) for word in words)


def _fold_word(word: str) -> str:
    if word == "dac":
        return "dak"
    if word.isdigit():
        return word.lstrip("0") or "0"
    if len(word) > 1 and word.endswith("y") and (word == "quy" or word[-2] not in "aou"):
        return word[:-1] + "i"
    return word


def _accented_key(name: str) -> str:
    """As ``name_key``, with accents."""
    words = re.findall(r"\w+", key(name.replace("'", "").replace("’", "")))
    return "".join("đăk" if word in _DAK else word.lstrip("0") or word for word in words)


Row = tuple[str, str, UnitKind, str, str, str, str, str]  # the fields of Unit, in order


class Registry:
    """Units, their versions over time, and what became of them. Immutable once made; see ``load_units``.

    A unit keeps its ``id`` when its name, prefix or parent changes; each state is a ``Unit`` of its own dates.
    """

    __slots__ = ("_by_code", "_by_id", "_by_name", "_by_parent", "_history", "_maps", "_own", "_rows")

    def __init__(
        self,
        rows: list[Row],
        by_name: dict[str, list[int]],
        by_id: dict[str, list[int]],
        own: OwnUnits | None = None,
    ) -> None:
        self._rows, self._by_name, self._by_id = rows, by_name, by_id
        self._by_parent: dict[str, list[int]] | None = None
        self._by_code: dict[str, list[int]] | None = None
        self._own = own
        self._history: History | None = None
        self._maps: dict[str, Map] = {}

    def find(
        self, text: str, on: date | str | None = None, within: Unit | str | None = None, *, strict: bool = False
    ) -> tuple[Unit, ...]:
        """The units that ``text`` may name: 'xã Trung Sơn', 'Trung Son', 'xã Trung Sơn, huyện A Lưới', or code '20056'.

        The kind may be left out, and accents; a text with accents prefers names with the same. Homonyms are all
        given, from province down, one ``Unit`` for each id: its last state that fits. ``on`` is a day or an ISO date,
        cut where unknown; None: at any time. A code without a day gives all units that ever had it. ``within`` (a unit
        or id) and what follows a comma narrow to units that are or were below; words after a comma that name no unit
        are passed over, or with ``strict`` leave nothing. () when nothing fits.
        """
        inner, *outer = [part for part in _OUTER.split(nfc(text).strip()) if part] or [""]
        found = self._coded(inner, on) if _CODE.fullmatch(inner) else self._named(inner, on)
        if within is not None:
            above = {within if isinstance(within, str) else within.id}
            found = [unit for unit in found if above & self._ever_above(unit, on)]
        for part in outer:
            above = {unit.id for unit in (self._coded(part, on) if _CODE.fullmatch(part) else self._named(part, on))}
            if above or strict:
                found = [unit for unit in found if above & self._ever_above(unit, on)]
        return tuple(found)

    def similar(self, text: str, on: date | str | None = None) -> tuple[Unit, ...]:
        """Units whose names are nearly what ``text`` says, the nearest first: for a person who mistyped one."""
        from difflib import get_close_matches

        inner = next((part for part in _OUTER.split(nfc(text).strip()) if part), "")
        wanted = name_key(_readings(inner)[0][1])
        near = get_close_matches(wanted, self._by_name, n=3, cutoff=0.85) if len(wanted) > 3 else []
        rows = [[row for row in self._by_name[one] if _valid(self._rows[row], on)] for one in near]
        return tuple(unit for found in rows for unit in self._in_order(found))

    def of_body(self, name: str, on: date | str | None = None) -> tuple[Unit, ...]:
        """The units at which the body of that name may stand: 'UBND huyện Đăk Glei', 'Tỉnh ủy Kon Tum'; a body of the
        units file stands at its own.
        """
        own = self.body(name, on)
        unit = self.unit(own.unit, on) if own else None
        if unit:
            return (unit,)
        text = _COMMITTEE.sub(_committee_kind, fold_marks(name).lower())
        for turn in _TURN.finditer(text):
            found = self.find(text[turn.start() :], on)
            if found:
                return found
        words = text.split()
        tails = (" ".join(words[start:]) for start in range(len(words)))
        provinces = ([unit for unit in self._named(tail, on) if unit.kind == "province"] for tail in tails)
        return tuple(next((found for found in provinces if found), ()))

    def of_body_before(self, name: str, on: date | str, within: str = "") -> tuple[Unit, ...]:
        """The units at which the body of that name stood, that had ended or changed that name before a day ("": ()).
        A report of such a body is kept at its unit, and a finding says so.

        () where a unit has that name that day or later; with ``within``, an id, only units whose area lies
        in it count, and homonyms elsewhere do not.
        """
        found = self.of_body(name) if on else ()
        if within:
            found = tuple(unit for unit in found if self.lies_in(unit.id, within, on))
        day = last_day(on)
        return found if all(unit.valid_to and unit.valid_to < day for unit in found) else ()

    def lies_in(self, unit_id: str, within: str, on: date | str) -> bool:
        """Whether a unit of any date, or what became of it, is or lies in another on the map of a day."""
        day = self.map(on)
        return within in day.line(day.place(unit_id).target)

    def unit(self, unit_id: str, on: date | str | None = None) -> Unit | None:
        """The unit of that id as it was ``on`` a day (None: its last state), or None."""
        states = [row for row in self._by_id.get(unit_id, ()) if _valid(self._rows[row], on)]
        return self._unit(states[-1]) if states else None

    def states(self, unit_id: str) -> tuple[Unit, ...]:
        """All states of a unit, oldest first."""
        return tuple(self._unit(row) for row in self._by_id.get(unit_id, ()))

    def children(self, unit_id: str, on: date | str | None = None) -> tuple[Unit, ...]:
        """The units directly below, by id."""
        if self._by_parent is None:
            self._by_parent = {}
            for index, row in enumerate(self._rows):
                self._by_parent.setdefault(row[5], []).append(index)
        rows = self._by_parent.get(unit_id, ())
        last = {self._rows[row][0]: row for row in rows if _valid(self._rows[row], on)}
        return tuple(self._unit(row) for row in last.values())

    def above(self, unit_id: str, on: date | str | None = None) -> tuple[Unit, ...]:
        """The units above, the nearest first, up to the nation."""
        found: list[Unit] = []
        unit = self.unit(unit_id, on) or self.unit(unit_id)
        while unit and unit.parent and len(found) < 6:
            unit = self.unit(unit.parent, on) or self.unit(unit.parent)
            if unit:
                found.append(unit)
        return tuple(found)

    def successors(self, unit_id: str) -> tuple[Succession, ...]:
        """What became of a unit: none while it lives, several when it was divided."""
        return self.history().named(self.history().after.get(unit_id, ()))

    def predecessors(self, unit_id: str) -> tuple[Succession, ...]:
        """What a unit was made from."""
        return self.history().named(self.history().before.get(unit_id, ()))

    def history(self) -> History:
        """All successions; read when first asked for."""
        if self._history is None:
            self._history = History(self, self._own.links if self._own else ())
        return self._history

    def alive(self, unit_id: str, on: date | str) -> bool:
        """Whether the unit exists on a day (of a year or month: on some day of it); False for an unknown id."""
        return any(_valid(self._rows[row], on) for row in self._by_id.get(unit_id, ()))

    def parents(self, on: date | str) -> dict[str, str]:
        """The unit directly above each unit that lives on a day; "" above the nation."""
        day = last_day(on)
        return {row[0]: row[5] for row in self._rows if row[6] <= day and (not row[7] or day <= row[7])}

    def bodies(self, unit_id: str = "", on: date | str | None = None) -> tuple[Body, ...]:
        """The bodies of the units file, those at one unit where it is given, as they were on a day (None: ever)."""
        own = self._own.bodies if self._own else ()
        return tuple(
            body for body in own if (not unit_id or body.unit == unit_id) and _lives(body.valid_from, body.valid_to, on)
        )

    def body(self, name: str, on: date | str | None = None) -> Body | None:
        """The body of the units file whose name, other name or abbreviation begins ``name``, the longest first."""
        if not self._own or not self._own.bodies:
            return None
        folded = f"{key(name)} "
        forms = [(key(form), body) for body in self.bodies("", on) for form in (body.name, *body.names)]
        found = [(len(form), body) for form, body in forms if form and folded.startswith(f"{form} ")]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def body_links(self) -> tuple[Succession, ...]:
        """What became of the bodies of the units file."""
        return self._own.body_links if self._own else ()

    def map(self, on: date | str) -> Map:
        """The map of a day (of a year or month: of its last day)."""
        day = last_day(on)
        found = self._maps.get(day)
        if found is None:
            if len(self._maps) >= _MOST_MAPS:
                del self._maps[next(iter(self._maps))]
            found = self._maps[day] = Map(self, day)
        return found

    def place(self, unit_id: str, on: date | str) -> Placed:
        """Where the unit's figures belong on the map of a day; see ``Placed`` and ``Map``."""
        return self.map(on).place(unit_id)

    def map_of(self, on: date | str, units: Iterable[str]) -> dict[str, Placed]:
        """``place`` for many ids."""
        place = self.map(on).place
        return {unit: place(unit) for unit in units}

    def pieces(self, on: date | str, units: Iterable[str]) -> list[tuple[str, str, str, int, int]]:
        """Rows (unit, piece, key, numerator, denominator) of those units that the map of a day holds in pieces; without
        known shares one row a piece, with key "".
        """
        return list(piece_rows(self.map_of(on, units).items()))

    def lines(self, on: date | str) -> list[tuple[str, str, int]]:
        """Rows (unit, unit above, depth) of all units that live on a day, each with itself at depth 0."""
        return list(self.map(on).lines())

    def _unit(self, row: int) -> Unit:
        return Unit(*self._rows[row])

    def _ever_above(self, unit: Unit, on: date | str | None) -> set[str]:
        """Ids above a unit in any state of its own that holds on a day, whatever that day made of those above."""
        found: set[str] = set()
        waiting = [self._rows[row][5] for row in self._by_id[unit.id] if _valid(self._rows[row], on)]
        while waiting:
            parent = waiting.pop()
            if parent and parent not in found:
                found.add(parent)
                waiting += [self._rows[row][5] for row in self._by_id.get(parent, ())]
        return found

    def _coded(self, code: str, on: date | str | None) -> list[Unit]:
        if self._by_code is None:
            self._by_code = {}
            for index, row in enumerate(self._rows):
                self._by_code.setdefault(row[1], []).append(index)
        rows = self._by_code.get(code, ())
        return self._in_order([row for row in rows if _valid(self._rows[row], on)])

    def _named(self, text: str, on: date | str | None) -> list[Unit]:
        for prefix, name in _readings(text):
            rows = [
                row
                for row in self._by_name.get(name_key(name), ())
                if (not prefix or self._rows[row][3] == prefix) and _valid(self._rows[row], on)
            ]
            if rows and (prefix or not name.isdigit()):
                return self._in_order(self._nearest(rows, name))
        return []

    def _nearest(self, rows: list[int], name: str) -> list[int]:
        """Those whose accents are the same, if there are any and the name has some."""
        if name.isascii():
            return rows
        wanted = _accented_key(name)
        return [row for row in rows if _accented_key(self._rows[row][4]) == wanted] or rows

    def _in_order(self, rows: list[int]) -> list[Unit]:
        last = {self._rows[row][0]: row for row in sorted(rows)}
        return [self._unit(row) for row in sorted(last.values())]


def load_units(extra: Path | None = None) -> Registry:
    """The built-in units, and those of the units file ``extra`` (``docs/units.md``) added to them.

    Raises:
        ProgrammeError: ``extra`` cannot be read or holds a mistake; it says which line, and how to mend it.
    """
    if extra is None:
        return _built_in()
    from tongket.registry.units_file import read_units_file

    base = _built_in()
    own = read_units_file(extra, base)
    rows, by_name, by_id = list(base._rows), dict(base._by_name), dict(base._by_id)
    for state in own.states:
        row = (
            state.id,
            state.code,
            state.kind,
            state.prefix,
            state.name,
            state.parent,
            state.valid_from,
            state.valid_to,
        )
        for name in {name_key(state.name), *map(name_key, own.aliases.get(state.id, ()))}:
            by_name[name] = [*by_name.get(name, ()), len(rows)]
        by_id[state.id] = [*by_id.get(state.id, ()), len(rows)]
        rows.append(row)
    return Registry(rows, by_name, by_id, own)


@cache
def _built_in() -> Registry:
    rows: list[Row] = []
    by_name: dict[str, list[int]] = {}
    by_id: dict[str, list[int]] = {}
    lines = (DATA / "units.tsv").read_text(encoding="utf-8").splitlines()
    for index, line in enumerate(lines[1:]):
        unit_id, code, kind, prefix, name, parent, start, end, own_key, *more = line.split("\t")
        code = code.replace("-", "") if code else unit_id[: unit_id.index(".")]
        rows.append((unit_id, code, KINDS[kind], prefix, name, parent, start, end))
        by_id.setdefault(unit_id, []).append(index)
        by_name.setdefault(own_key, []).append(index)
        for alias in more[0].split(" ") if more else ():
            by_name.setdefault(alias, []).append(index)
    return Registry(rows, by_name, by_id)


def _valid(row: Row, on: date | str | None) -> bool:
    """Whether a state holds on a day, or on some day of a year or month."""
    return on is None or _lives(row[6], row[7], on)


def _lives(start: str, end: str, on: date | str | None) -> bool:
    if on is None:
        return True
    day = on if isinstance(on, str) else on.isoformat()
    return (not start or start[: len(day)] <= day) and (not end or day <= end[: len(day)])


@lru_cache(maxsize=4096)
def _readings(text: str) -> tuple[tuple[str, str], ...]:
    """(prefix, name): with a kind taken off the front if there is one, then as a bare name. Kept, for a report names
    the same few units again and again.
    """
    folded = fold_marks(text).strip()
    bare = plain(folded)
    if len(bare) == len(folded):
        for form, prefix in _WRITTEN:
            rest = folded[len(form) :]
            if bare.startswith(form) and rest and (form.endswith(".") or not rest[0].isalpha()):
                return (prefix, rest.strip(" .")), ("", folded)
    return (("", folded),)


def _committee_kind(match: re.Match[str]) -> str:
    kind = match.group(1)
    return _COMMITTEE_KIND.get(kind, kind)
