"""Repairs of recognised words (sửa chữ nhận dạng) that general knowledge or the letters' boxes prove.

All else stays as it was seen: what is not proven is a doubt, and not a mistake to mend.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from PIL import Image

from tongket.files.scan.shapes import by_ink
from tongket.files.scan.sizes import in_right_case
from tongket.files.scan.tesseract import Letter, SeenWord

_LOOK = str.maketrans({"Ð": "Đ", "ð": "đ", "ƒ": "f", "ﬁ": "fi", "ﬂ": "fl"})
_NUMBER = re.compile(r"[(]?[\dOoIl|][\dOoIl|.,/%\-]*[.,;:)%]*")
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
_ASSEMBLY = re.compile(r"(?<=QH)([Il|1])(\d{1,2}|[Il|])(?!\d)")  # Quốc hội khóa X..XVI: QH10..QH16
_COUNCIL = re.compile(r"(?:Ư|Ủ|Ú|Ù)BND|UBNĐ|UBNI\)")  # of no word and no other abbreviation
_COMMITTEE = re.compile(r"[ỬỪỨ]y\b")  # of no other word
_QUOTE = re.compile(r"(?<=[A-ZĐ])['`’‘\"“”](?=[A-ZĐ])")  # where two T touch; no symbol has any
_PROPOSAL = re.compile(r"(?<=\d/)(?:Tr|T:|TTI)(?=-[A-ZĐ])")  # no type but 'tờ trình' is so abbreviated
_AREA = re.compile(r"(?<![^\W\d])(k?m)\?")
_DIRT = re.compile(r"(?<=\d)[_ˆ^˜~¬]+$")  # no number ends so: what a line of the table beside it left
_TAIL = 0.06, 0.25  # of the size below the baseline: where ';' has ink and ':' has none


def repaired(word: SeenWord, size: float, ink: Image.Image) -> tuple[str, float]:
    """The text of ``word`` and how sure it is; ``size`` is its font's, ``ink`` the page that it stands on, in dots."""
    letters = tuple(_by_box(letter, word, size, ink) for letter in by_ink(word, size, ink))
    text = unicodedata.normalize("NFC", in_right_case(replace(word, letters=letters), size).translate(_LOOK))
    if any(map(str.isdigit, text)):
        text = _DIRT.sub("", text)
        if _NUMBER.fullmatch(text):
            text = text.translate(_DIGITS)
        text = _PROPOSAL.sub("TTr", _ASSEMBLY.sub(_session, _QUOTE.sub("", text)))
    text = _COMMITTEE.sub("Ủy", _COUNCIL.sub("UBND", text))
    if "m?" in text:  # km² for sure; a bare 'm?' may be m² or m³
        sure = word.confidence if "km?" in text else min(word.confidence, 0.5)
        return _AREA.sub(r"\1²", text), sure
    return text, word.confidence


def _session(found: re.Match[str]) -> str:
    """The number of a National Assembly, 'QHI5' or 'QHI15' for 'QH15'."""
    digits = found.group(2).translate(_DIGITS)
    return digits if len(digits) == 2 and digits[0] == "1" else "1" + digits


def _by_box(letter: Letter, word: SeenWord, size: float, ink: Image.Image) -> Letter:
    if letter.text == ":" and _has_tail(letter, word.baseline, size, ink):
        return replace(letter, text=";")
    return letter


def _has_tail(letter: Letter, baseline: float, size: float, ink: Image.Image) -> bool:
    """Whether there is ink below the baseline in the right part of a colon's box, where no letter before it reaches."""
    high, low = (int(baseline + share * size) for share in _TAIL)
    left = max(letter.left, letter.right - round(0.14 * size))
    box = max(left, 0), max(high, 0), min(letter.right, ink.width), min(low, ink.height)
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return False
    return ink.crop(box).histogram()[255] >= 0.004 * size * size
