"""Letters that a producer of PDF or a change of fonts lost (chữ bị mất).

'U ban Dân t c', 'Ngh đ nh s 51' where the marked vowels are gone: no rule brings them back. 'đợc', 'phơng hớng' where
'ư' is gone: in TCVN3 it is the soft hyphen, which many programs drop. What is read from such a text is not to be
trusted, and that can be told.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Small consonants alone are no word; behind a number they are a unit ('50 kg'), before a bracket a label ('c)').
_NO_VOWEL = re.compile(r"(?<![\w.,'’/\-&])(?<!\d )[bcdđghklmnpqrstvx]{1,3}(?![\w.)/'’\-:&])")
_LETTER_BEFORE = re.compile(r"(?<!\w)[^\W\d_] $")
_LETTER_BEHIND = re.compile(r" [^\W\d_](?!\w)")
_FEWEST, _ONE_IN = 12, 15  # so many words without a vowel, and one in so many words, are a loss and no abbreviation
# 'ơ' before 'c' or 'ng' stands in no syllable of the language without 'ư'.
_NO_U = re.compile(r"(?<!\w)[BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx]{1,3}[ơớờởỡợ](?:c|ng)(?!\w)")
_FEWEST_WITHOUT_U, _ONE_IN_WITHOUT_U = 4, 300
_SAMPLE = 20_000  # letters that tell it


@lru_cache(maxsize=1)  # what is read and what is checked ask of one text
def lost_letters(text: str) -> int | None:
    """Where the first word stands that lost its vowel, in a text that lost vowels throughout; None for any other."""
    sample = text[:_SAMPLE]
    without_u = [match.start() for match in _NO_U.finditer(sample)]
    if len(without_u) >= max(_FEWEST_WITHOUT_U, len(sample.split()) / _ONE_IN_WITHOUT_U):
        return without_u[0]
    found = [match.start() for match in _NO_VOWEL.finditer(sample) if not _is_stretched(sample, match)]
    enough = len(found) >= max(_FEWEST, len(sample.split()) / _ONE_IN)
    return found[0] if enough else None


def _is_stretched(text: str, found: re.Match[str]) -> bool:
    """Whether it is a letter of a stretched word: 'đ ồ n g' has single letters on both sides of 'n'."""
    before, behind = _LETTER_BEFORE.search(text, max(found.start() - 3, 0), found.start()), found.end()
    return before is not None and _LETTER_BEHIND.match(text, behind) is not None
