"""Indicators for the figures that the outline of a letter asks for in its text."""

from __future__ import annotations

import re

from tongket.model.programmes import Indicator
from tongket.programmes.drafting.drawn import Drawn
from tongket.programmes.drafting.naming import clean_label, under
from tongket.programmes.drafting.outline import Asked, ReadOutline
from tongket.programmes.drafting.stocks import over_time
from tongket.programmes.drafting.units import bracket_unit, counting
from tongket.programmes.words import label_words, normal
from tongket.vietnamese.unicode import folded

_DIVIDED = re.compile(r",?\s*(?:chia|phân) theo (?:từng )?(?P<name>[^();,]{2,60})(?:\((?P<values>[^()]*)\))?\s*$")
_EACH = re.compile(r",\s+(?=(?:số |tổng số |tỷ lệ ))")


def stated_in_text(drawn: Drawn, outline: ReadOutline, answers: dict[str, str]) -> dict[str, str]:
    """Indicators for the figures that the outline asks for in its sections, unless a form asks for them already."""
    known = {normal(name) for one in drawn.indicators for name in (one.name, *one.aliases)}
    sections: dict[str, str] = {}
    for asked in outline.asked:
        item = outline.items[asked.section] if asked.section < len(outline.items) else None
        for whole in _each(asked):
            text, dimensions = _divided(drawn, whole)
            name = clean_label(text)
            if item is not None and len(label_words(name)) < 4 and not folded(name).startswith(("tổng số", "tỷ lệ")):
                name = under(item.title, text)
            unit = bracket_unit(text)
            counted = counting(unit, text)
            if not counted.sure or counted.kind == "text" or normal(name) in known or len(name.split()) > 40:
                continue
            if not unit and not dimensions and _is_asked_by_a_form(drawn, text):
                continue
            known.add(normal(name))
            group = item.title if item else name
            code = drawn.codes.next(group)
            time = over_time(text, counted)
            drawn.indicators.append(
                Indicator(
                    code,
                    name,
                    counted.word,
                    counted.kind,
                    counted.scale,
                    over_units="sum" if counted.adds else "none",
                    over_time=drawn.decide_over_time(code, name, counted, time, answers),
                    dimensions=dimensions,
                )
            )
            drawn.labels[code] = (name,) if name == clean_label(text) else (group, text)
            drawn.groups[code] = group
            drawn.parents[code] = ("", "")
            drawn.formulas[code] = ""
            drawn.numbers[code] = ("", "")
            if item is not None:
                sections[code] = item.code
    return sections


def _is_asked_by_a_form(drawn: Drawn, text: str) -> bool:
    """Whether the words of a figure are all among those of just one row or column of the forms."""
    words = _telling(text)
    return len(words) > 1 and sum(words <= _telling(drawn.labels[code][-1]) for code in drawn.of_form) == 1


def _telling(label: str) -> set[str]:
    """The words of a label; who takes part attends."""
    return set(label_words(folded(label).replace("tham gia", "tham dự")))


def _divided(drawn: Drawn, text: str) -> tuple[str, tuple[str, ...]]:
    """The name of a figure, and the dimensions behind it: '..., chia theo tổ chức (Hội Nông dân, Công đoàn)'."""
    found = _DIVIDED.search(text)
    if found is None:
        return text, ()
    name, listed = found["name"].strip(" ."), found["values"]
    known = next((one for one in drawn.dimensions.all() if normal(one.name) == normal(name)), None)
    if known is not None:
        return text[: found.start()], (known.code,)
    values = [value.strip() for value in (listed or "").split(",") if value.strip()]
    if len(values) < 2:
        return text[: found.start()], ()
    return text[: found.start()], (drawn.dimensions.values(name, values)[0],)


def _each(asked: Asked) -> list[str]:
    pieces = asked.text.split(";") if ";" in asked.text else _EACH.split(asked.text)
    return [piece.strip(" .;:") for piece in pieces if piece and piece.strip(" .;:")]
