"""Numbers of list items: written out before their text, or counted by the type of their list."""

from __future__ import annotations

from lxml.etree import _Element

from tongket.files.html_looks import declarations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def is_label(element: _Element) -> bool:
    """Whether LibreOffice's XHTML writes the number of a list item here, beside the list that counts by itself."""
    return element.tag == "span" and element.get("class", "").startswith("ListLabel")


def label_of(item: _Element) -> _Element | None:
    """The number that is written out before the text of a list item; None where the list counts."""
    for element in item.iter("span", "li"):
        if is_label(element):
            return element
        if element is not item:
            return None
    return None


def list_style(element: _Element) -> str:
    """The style of its numbers that the element itself names."""
    return declarations(element.get("style", "")).get("list-style-type", "")


def numeral(number: int, style: str) -> str:
    """A list number in the ``type`` or 'list-style-type' of its list."""
    if number > 0 and style in ("a", "A", "lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(97 + rest) + letters
        return letters.upper() if style == "A" or style.startswith("upper") else letters
    if 0 < number < 4000 and style in ("i", "I", "lower-roman", "upper-roman"):
        letters = ""
        for value, sign in _ROMAN:
            while number >= value:
                letters, number = letters + sign, number - value
        return letters.upper() if style in ("I", "upper-roman") else letters
    return str(number)
