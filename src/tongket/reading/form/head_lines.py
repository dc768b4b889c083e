"""Lines of a head told apart: the title of the nation, of the Party, of the youth union; number; date; type."""

from __future__ import annotations

import re

from tongket.reading.running.joining import NATION
from tongket.reading.running.type_lines import read_type_line
from tongket.vietnamese.unicode import CAPITALS

# A date whose 'ngày' was left out, with its place in front: 'Mẫu Sơn 06 tháng 12 năm 2012'.
DATELINE_WITHOUT_DAY = re.compile(
    rf"(?:^|[\t|]|   )[ ]?(?P<place>(?:[{CAPITALS}]\w*[ \u00a0]){{1,4}})"
    r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})[ ]*(?:[|\n]|$)",
    re.MULTILINE,
)
# What stands beside the digits of a day or month is the noise of a scan: then the day is not known.
DATELINE = re.compile(r"ngày\s*([^\n]{0,12}?)\s*tháng\s*([^\n]{0,8}?)\s*năm[ .…_]*(\d{4})?")
MOTTO = re.compile(r"C\wNG\s+H\w\w\s+X\w\s+H\wI|Đ\wc\s+l\wp\s*[-–]")
PARTY_MOTTO = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
YOUTH_MOTTO = re.compile(
    r"ĐOÀN TNCS HỒ CHÍ MINH$|ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH$|ĐỘI (?:TNTP|THIẾU NIÊN TIỀN PHONG) HỒ CHÍ MINH$"
)
NUMBER_LINE = re.compile(r"(?:Số|SỐ|số)\s*[:.\d/\-–…]|(?:Số|SỐ)$|Số\s{2,}")


def is_of_title(text: str) -> bool:
    """Whether a line is a piece of the national title, which a narrow cell broke; 'VIỆT NAM' alone ends names."""
    return text != "VIỆT NAM" and text.replace("HOÀ", "HÒA") in NATION


def is_type(text: str) -> bool:
    """Whether a line is nothing but the type of a document."""
    found = read_type_line(text)
    return found is not None and not text[found.end :].strip(" :")
