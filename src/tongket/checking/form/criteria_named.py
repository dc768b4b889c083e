"""Criteria of new rural communes that are counted and named (số tiêu chí và tên tiêu chí): '4 tiêu chí chưa đạt là:
giao thông, thủy lợi, thu nhập, y tế và môi trường'. Their names: Decisions 491/QĐ-TTg (2009), 1980/QĐ-TTg (2016),
318/QĐ-TTg (2022).

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NAMES = (
    r"quy hoạch|giao thông(?: nông thôn)?|th(?:ủy|uỷ) lợi(?: và phòng,? chống thiên tai)?|điện(?: nông thôn)?"
    r"|trường học|cơ sở vật chất văn h(?:óa|oá)|chợ(?: nông thôn)?|cơ sở hạ tầng thương mại(?: nông thôn)?|bưu điện"
    r"|thông tin (?:và|-) truyền thông|nhà ở(?: dân cư)?|thu nhập|(?:tỷ lệ |tỉ lệ )?hộ nghèo|nghèo đa chiều"
    r"|cơ cấu lao động|lao động(?: có việc làm)?|(?:hình thức )?tổ chức sản xuất(?: và phát triển kinh tế nông thôn)?"
    r"|giáo dục(?: và đào tạo)?|y tế|văn h(?:óa|oá)|môi trường(?: và (?:an toàn thực phẩm|chất lượng môi trường sống))?"
    r"|hệ thống (?:tổ chức )?chính trị(?: và tiếp cận pháp luật| xã hội vững mạnh)?|tiếp cận pháp luật"
    r"|quốc phòng (?:và|-) an ninh|an ninh(?:,? trật tự)?(?: xã hội)?"
)
_ONE = rf"(?:tiêu chí )?(?:(?:số )?\d{{1,2}}[ :.]?(?: ?\(| về | - | )?)?(?:về )?(?:{_NAMES})\)?"
_LISTED = re.compile(
    r"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>tiêu chí)(?P<more>(?: (?:còn lại|chưa đạt|chưa hoàn thành|đạt"
    r"|đạt chuẩn|khó|nông thôn mới|NTM|chưa đạt chuẩn|này|đó)){0,2})\s?"
    r"(?:,? (?:bao )?gồm(?: có)?:? |,? là:? |,? đó là:? |:\s?|\()"
    rf"(?P<said>{_ONE}(?:(?:, (?:và )?|; (?:và )?| và ){_ONE}){{1,18}})"
    r"(?=\s?(?:[.;)\n]|$))",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{_ONE}(?=[,;.)]| và |$)", re.IGNORECASE)


def check_criteria_named(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where another number of criteria is named than counted, each by the name that it has in
    the national set.

    Not flagged: lists in which anything else stands.
    """
    for found in finds(_LISTED, report.text):
        named = len(_EACH.findall(found["said"]))
        if named != int(found["number"]):
            facts = {"total": f"{found['number']} tiêu chí", "named": str(named)}
            yield Finding("sum-mismatch", "warning", Span(found.start("number"), found.end("noun")), "named", facts)


CHECKS = (check_criteria_named,)
