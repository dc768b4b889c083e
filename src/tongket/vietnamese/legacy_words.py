"""Whether a word could be a Vietnamese syllable (âm tiết): what tells a right decoding from a wrong one.

Looser than spelling: every combination of onset, rhyme and tone that occurs, in any place of the tone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aeiouy\u0302\u0306\u031b"
_STOPPED = "\u0301\u0323"  # syllables that end in c, ch, p, t have sắc or nặng
_ONSETS = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
_OPEN = (
    "a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|y|ya|yêu|o|oa|oai|oay|oao|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|uây|uê|ui|uôi|uơ"
    "|uy|uya|uyu|ư|ưa|ưi|ưu|ươi|ươu"
)
_NASAL = (
    "(?:oa|oă|uâ|iê|yê|uyê|uô|ươ|[aăâeêioôơu])[mn]|y[mn]|uy?n|(?:oa|oă|uâ|iê|yê|uô|ươ|[aăâeoôuư])ng|oong"
    "|(?:oa|uê|uy|[aêiy])nh|ươ?[mn]|oem"
)
_STOPS = (
    "(?:oa|oă|oe|uâ|iê|yê|uyê|uy|uô|ươ|[aăâeêioôơu])[pt]|yt|(?:oa|oă|uâ|iê|uô|ươ|[aăâeoôuư])c|ooc|(?:oa|uê|uy|[aêiy])ch"
    "|ưt|ươ?p"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:(?:{_OPEN}|{_NASAL})(?P<free>)|(?:{_STOPS}))")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (NFC, all small, all capital, or with one capital first) could be a syllable."""
    if len(word) > 7 or not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char not in _TONES:
            letters.append(char)
        elif tone or not letters or letters[-1] not in _VOWELS:
            return False
        else:
            tone = char
    found = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", "".join(letters)))
    return found is not None and (found["free"] is not None or (tone != "" and tone in _STOPPED))
