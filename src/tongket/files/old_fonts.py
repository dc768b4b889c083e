"""Text typed in the fonts of before Unicode (TCVN3 '.VnTime', VNI): letters that mean others, unreadable as they are.

Source: TCVN 5712:1993 (TCVN3) and the VNI-Windows table, opened as Latin-1: 'Uû ban nh©n d©n', 'Uûy ban nhaân daân'.
"""

from __future__ import annotations

import re

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.sources import Source

_SAMPLE = 6000  # characters: a letterhead and two pages
_UNICODE = re.compile("[\u0300-\u0323ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_OLD = re.compile("[A-Za-z][µ¶·¸¹©®¬ª«¨»¼½¾]|®[a-z]|ñ|[aeoöAEOÖ][âäàáåãùøûïõôÂÄÀÁÅÃÙØÛÏÕÔ]")


def refuse_old_fonts(source: Source) -> None:
    """Let ``source`` pass, or refuse it where its letters are those of an old font.

    Not refused: Vietnamese in Unicode (composed or not) with single stray letters, and other languages.

    Raises:
        ReadError: the text is in TCVN3 or VNI letters.
    """
    sample = source.text[:_SAMPLE]
    if len(_UNICODE.findall(sample)) * 100 >= len(sample) or len(_OLD.findall(sample)) * 30 < len(sample):
        return
    raise ReadError(
        N_("the text is typed in an old font (TCVN3 or VNI) and not in Unicode, so it cannot be read."),
        N_("Convert it to Unicode (UniKey: Ctrl+Shift+F6), check the result, and save it as .docx."),
        where=source.file,
    )
