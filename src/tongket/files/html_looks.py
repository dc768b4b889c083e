"""What tags, attributes and style sheets of a web page say of its text: bold, hidden, centred, in what font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from tongket.files.docx.styles import BOLD, CAPITALS, ITALIC, SUPERSCRIPT, UNDERLINE

_TAGS = {
    "b": BOLD, "strong": BOLD, "th": BOLD, "h1": BOLD, "h2": BOLD, "h3": BOLD, "h4": BOLD, "h5": BOLD, "h6": BOLD,
    "i": ITALIC, "em": ITALIC, "cite": ITALIC, "u": UNDERLINE, "ins": UNDERLINE, "sup": SUPERSCRIPT,
}  # fmt: skip
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"[a-z0-9]*(?:\.[\w-]+)?")
_MAX_RULES = 2000


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at a place of the page; inherited."""

    bits: int = 0
    font: str = ""
    centred: bool = False
    kept: bool = False  # its white space is kept
    hidden: bool = False


def read_sheets_of_style(root: _Element) -> dict[str, dict[str, str]]:
    """Selectors of one tag, one class, or both -> their declarations; others are left out."""
    found: dict[str, dict[str, str]] = {}
    for sheet in root.iter("style"):
        for count, rule in enumerate(_RULE.finditer(_COMMENT.sub(" ", sheet.text or ""))):
            if count > _MAX_RULES:
                break
            declared = declarations(rule[2])
            for selector in rule[1].split(","):
                name = selector.strip()
                name = name[: name.find(".")].lower() + name[name.find(".") :] if "." in name else name.lower()
                if name and _SELECTOR.fullmatch(name):
                    found.setdefault(name, {}).update(declared)
    return found


def declarations(text: str) -> dict[str, str]:
    """'font-weight: bold; color: red' -> names and values in small letters, but for the case of fonts."""
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            name = name.strip().lower()
            value = value.replace("!important", "").strip()
            found[name] = value if name in ("font-family", "font") else value.lower()
    return found


def look_of(element: _Element, outer: Look, sheet: Mapping[str, Mapping[str, str]]) -> Look:
    """The look inside ``element``, whose surroundings look like ``outer``."""
    tag = element.tag if isinstance(element.tag, str) else ""
    look = outer
    if tag in _TAGS:
        look = replace(look, bits=look.bits | _TAGS[tag])
    elif tag == "font" and element.get("face"):
        look = replace(look, font=_first_font(element.get("face", "")))
    elif tag == "pre":
        look = replace(look, kept=True)
    elif tag == "center":
        look = replace(look, centred=True)
    if element.get("align"):
        look = replace(look, centred=element.get("align", "").lower() == "center")
    if element.get("hidden") is not None:
        look = replace(look, hidden=True)
    for declared in _declared(element, tag, sheet):
        look = _styled(look, declared)
    return look


def _declared(element: _Element, tag: str, sheet: Mapping[str, Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """The declarations that hold for ``element``, the strongest last."""
    if sheet:
        if tag in sheet:
            yield sheet[tag]
        for name in element.get("class", "").split():
            yield from (sheet[key] for key in (f".{name}", f"{tag}.{name}") if key in sheet)
    own = element.get("style")
    if own:
        yield declarations(own)


def _styled(look: Look, declared: Mapping[str, str]) -> Look:
    bits, font, hidden = look.bits, look.font, look.hidden
    weight = declared.get("font-weight", "")
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        bits = bits | BOLD if bold else bits & ~BOLD
    slant = declared.get("font-style", "")
    if slant:
        bits = bits | ITALIC if slant in ("italic", "oblique") else bits & ~ITALIC
    drawn = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
    if "underline" in drawn:
        bits |= UNDERLINE
    if "line-through" in drawn:  # a change that is still marked, as <del> and <s> are
        hidden = True
    if declared.get("vertical-align") == "super":
        bits |= SUPERSCRIPT
    case = declared.get("text-transform", "")
    if case:
        bits = bits | CAPITALS if case == "uppercase" else bits & ~CAPITALS
    if "font-family" in declared:
        font = _first_font(declared["font-family"])
    shown = declared.get("display") != "none" and declared.get("mso-hide") != "all"
    if not shown or declared.get("visibility") == "hidden":
        hidden = True
    centred = declared["text-align"] == "center" if "text-align" in declared else look.centred
    kept = declared["white-space"].startswith("pre") if "white-space" in declared else look.kept
    return Look(bits, font, centred, kept, hidden)


def _first_font(text: str) -> str:
    return text.split(",")[0].strip().strip("\"'")
