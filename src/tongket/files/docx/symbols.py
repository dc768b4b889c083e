"""Characters of symbol fonts, as plain text."""

from __future__ import annotations

from functools import lru_cache

_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett")
# The Symbol font: Greek letters and the signs that reports use. Source: Adobe symbol encoding.
_SYMBOL = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **{code: chr(code) for code in (*range(0x20, 0x22), *range(0x28, 0x2A), *range(0x2B, 0x2D), *range(0x2E, 0x40))},
    0x23: "#",
    0x2A: "*",
    0x25: "%",
    0x2D: "−",
    0x5B: "[",
    0x5D: "]",
    0x5F: "_",
    0x7B: "{",
    0x7C: "|",
    0x7D: "}",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xA8: "♦",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
}
# Wingdings: the boxes, ticks and arrows that forms use.
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
# Wingdings 2: ticks and boxes of forms.
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□"}
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


@lru_cache(maxsize=1024)
def is_symbol_font(font: str) -> bool:
    """Whether ``font`` shows signs where its codes say letters."""
    return font.lower() in _SYMBOL_FONTS


def symbol(code: int, font: str) -> str:
    """The character that ``font`` shows at ``code``; "" where it has no plain equal."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = font.lower()
    if name in _TABLES:
        return " " if low == 0x20 else _TABLES[name].get(low, "")
    if is_symbol_font(font) or 0xE000 <= code <= 0xF8FF:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else ""


def signs(text: str, font: str) -> str:
    """``text`` as a symbol font shows it; words with letters that no such font has are left as they are."""
    if any("\u0100" <= char < "\ue000" for char in text):
        return private_as_plain(text, font)
    return "".join(symbol(ord(char), font) for char in text)


def private_as_plain(text: str, font: str) -> str:
    """``text`` with characters of the private use area as ``font`` shows them."""
    return "".join(symbol(ord(char), font) if "\ue000" <= char <= "\uf8ff" else char for char in text)


def bullet(text: str, font: str) -> str:
    """A list bullet: '-', '+', '*', '•' and other plain text as they are; the signs of a symbol font become '-'."""
    text = text.strip()
    if is_symbol_font(font) or any("\ue000" <= char <= "\uf8ff" for char in text):
        shown = "".join(symbol(ord(char), font) for char in text)
        return shown if shown in ("+", "*") else "-"
    return "-" if text in ("o", "") else text
