"""Who issued a cited document, as printed behind it: 'của Ban Thường vụ Tỉnh ủy', 'của Bộ Chính trị (khóa XII)'.

An issuer begins with the head of a body's name and goes on through capitalised words and the small words of which names
of bodies are made; it ends before any other small word, a comma, or the next type word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.words import is_word

# Fields of ministries, departments, offices and centres, longest first: Decrees 24/2014/NĐ-CP, 37/2014/NĐ-CP,
# 45/2025/NĐ-CP, 150/2025/NĐ-CP and those on each ministry
_FIELDS = (
    "Phục vụ hành chính công",
    "Thi đua ?[-–,] Khen thưởng",
    "Quản lý đô thị",
    "Phát triển quỹ đất",
    "Kiểm soát bệnh tật",
    "Dịch vụ nông nghiệp",
    "Bồi dưỡng chính trị",
    "Văn h[óo][aá],? Thông tin (?:và|&) (?:Thể thao|Truyền thanh)",
    "Công nghệ thông tin",
    "Nông nghiệp (?:và|&) Phát triển nông thôn",
    "Nông nghiệp (?:và|&) Môi trường",
    "Tài nguyên (?:và|&|-) Môi trường",
    "Khoa học (?:và|&) Công nghệ",
    "Giáo dục (?:và|&) Đào tạo",
    "Giáo dục nghề nghiệp",
    "Giáo dục",
    "Kế hoạch (?:và|&) Đầu tư",
    "Thông tin (?:và|&) Truyền thông",
    "Dân tộc (?:và|&) Tôn giáo",
    "Lao động ?[-–,]? ?Thương binh (?:và|&) Xã hội",
    "Văn h[óo][aá],? Thể thao (?:và|&) Du lịch",
    "Văn h[óo][aá],? Khoa học (?:và|&) Thông tin",
    "Văn h[óo][aá] (?:và|&) Thông tin",
    "Văn h[óo][aá] ?[-–] ?Xã hội",
    "Tuyên giáo (?:và|&) Dân vận",
    "Kinh tế ?[-–] ?Ngân sách",
    "Kinh tế,? Hạ tầng (?:và|&) Đô thị",
    "Giao thông vận tải",
    "Chính sách xã hội",
    "Công [Tt]hương",
    "Quốc phòng",
    "Công an",
    "Tài chính",
    "Nội vụ",
    "Tư pháp",
    "Xây dựng",
    "Y tế",
    "Ngoại giao",
    "Du lịch",
    "Thống kê",
    "Tôn giáo",
    "Dân tộc",
)
# Compounds of which names of bodies are made; those that are verbs as well count only with a capital or behind 'Ban'
_SMALL = (
    r"[Nn]hân(?: dân)?|[Tt]rung ương|[Cc]hính phủ|[Cc]hính trị|[Bb]í thư|[Tt]hường vụ|[Tt]hường trực"
    r"|(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành|[Xx]ã) đoàn"
    r"|[Cc]hấp hàn[hg]|[Cc]hủ tịch|[Tt]hành phố|[Tt]hị trấn|[Tt]hị xã|[Đđ]ặc khu"
    r"|tỉnh|huyện|quận|(?<=iểm )[Xx]ã hội|xã|phường|thôn|ấp"
    r"|khối|[Cc]ơ quan|(?:các )?cấp|đảng(?: bộ)?|Đảng bộ|Đảng|[Qq]uốc gia|[Qq]uốc hội|[Nn]hà nước|nước|toàn quốc"
    r"|[Mm]ặt trận|[Tt]ổ quốc|[Ll]iên hiệp|[Pp]hụ nữ|[Nn]ông dân|[Cc]ựu chiến binh|[Ll]ao động|[Tt]hanh niên"
    r"|[Cc]ộng sản|[Đđ]oàn thể|[Đđ]ại biểu|[Dd]ân vận|[Tt]uyên giáo|Tổ chức|[Nn]ội chính|Kiểm tra|Chỉ đạo|Chỉ huy"
    r"|[Cc]ông đoàn|[Ll]iên đoàn|Viên chức|(?<=[đĐ]oàn )(?:cơ sở|ngành)|ngành(?=\s+[A-ZĐ])"
    r"|[Qq]uân sự|[Kk]hu vực|[Uu][ỷỶ] viên|[uUủỦ][ỷyY]|[Tt]ối cao|[Ll]âm thời|[Cc]hữ thập đỏ|[Nn]gười cao tuổi"
    r"|[Kk]huyến học|[Hh]ội đồng|[Ủủ]y ban|[Uu]ỷ ban|[Bb]an(?!\s+hành)|[Ss]ở|[Pp]hòng|[Vv]ăn phòng|[Tt]ỉnh ủy"
    r"|[Tt]rưởng|(?<=[Bb]an )(?:chỉ đạo|chỉ huy|công tác|kiểm tra|tổ chức|điều hành)|[Tt]òa án|[Tt]oà án|[Vv]iện"
    r"|Đại học|Cao đẳng|Trung học(?: cơ sở| phổ thông)?|Tiểu học|Mầm non|Bệnh viện|Công ty|Tổng công ty|Tập đoàn"
    r"|Doanh nghiệp|[Kk]iểm sát|[Tt]hanh tra|các tỉnh|(?<=[a-zà-ỹ] )[Tt]rung bộ"
)
# Longest first
_HEADS = (
    r"UBMTTQ\w*|TT\.?\s?HĐND|[UỦuủ][ỷyY] ban|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Quân) [uUủỦ][ỷyY]"
    r"|Tổng Liên đoàn|Tổng Thanh tra|Phó Thủ tướng|Phó Chủ tịch|Thường trực|Tổng Bí thư|Huyện đoàn"
    r"|Cụm thi đua|Khối thi đua"
    r"|Liên ngành|Thành đoàn|Trung ương|Trưởng ban|Bộ [Tt]rưởng|Chính [Pp]hủ|Công đoàn|Kiểm toán|Liên hiệp"
    r"|Liên minh|Liên tịch|Liên đoàn|Ngân hàng|Thanh tra|Thống đốc|Thủ [Tt]ướng|Trung tâm|Tỉnh đoàn"
    r"|Văn phòng|Đảng đoàn|Bảo hiểm|Chủ tịch|Giám đốc|Học viện|Hội nghị|Hội đồng|Mặt trận|Nhà nước"
    r"|Quân khu|Quốc hội|Tiểu ban|Tổng cục|Chi cục|Công an|Kho bạc|Liên bộ|Đại hội|Đảng bộ|Chi bộ"
    r"|Toà án|Trường|Tòa án|Phòng|HĐND|MTTQ|UBND|UBTW|Viện|Đoàn|Đảng|BBT|BCH|BTV|Ban|Cục|Hội|Đài|Bộ|Sở"
    r"|CĐGD|CĐCS|CĐN|HĐĐ|[PS]GD&?ĐT|BCĐ|VKSND|TAND"
    r"|Tỉnh hội|Huyện hội|Thành hội|LĐLĐ|HLHPN|LHPN|BHXH|KBNN|NHCSXH|UBKT|BTC|TW|TƯ|Vụ"
)


def _wrap(pattern: str) -> str:
    """``pattern`` with each blank also matching a line end or several blanks, outside look-behinds."""
    return re.sub(r"(?<!an )(?<=[^\s?]) (?=[^)?])", r"\\s+", pattern).replace(" ?", r"\s?")


def _any_case(field: str) -> str:
    """``field`` with each word's capital small as well."""
    return re.sub(r"(?<![\w\[])([A-ZĐ])(?=\w)", lambda found: f"[{found[1]}{found[1].lower()}]", field)


_TYPE_AHEAD = (
    r"(?!(?:Nghị|Quyết|Chỉ thị|Kế hoạch (?!và Đầu)|Kết luận|Quy|Thông (?:báo|tư|tri)|Hướng dẫn|Chương trình|Đề án"
    r"|Báo cáo|Công (?:văn|điện)|Tờ trình|Luật|Pháp lệnh|Về|Ngày|Số|Căn cứ|Theo|Trên|Trong|Qua|Thực hiện|Triển khai"
    r"|V/v)\b)"
)
_SHORT_KIND = rf"(?:T[Pp]|TX|[QPH])\.(?=\s[{CAPITALS}])"  # 'UBND TP. Mẫu Sơn'
_WORD = rf"(?:(?:{_wrap(_SMALL)})(?!\w)|{_TYPE_AHEAD}(?:{_SHORT_KIND}|[{CAPITALS}]\w*(?:[.&']\w+)*))"
_TERM = r"\s*\(?\s*[Kk]h[óo][aá]\s+(?:[IVX]+H?|thứ\s+\w+|[0-9]{1,2})\b(?:\s*\))?"
_ORDINAL = r"(?:\s+(?:lần\s+)?thứ\s+(?:[0-9]{1,2}|[IVX]+|\w+(?!\w)))"
_NEXT_BODY = rf"(?:[ \u00a0]*[-–]\s*|\s*,\s*|\s+và\s+)(?={_TYPE_AHEAD}(?:{_HEADS})\b)"
_FIELD = rf"(?:\s+(?:{_wrap('|'.join(_FIELDS))}))"
# After a ministry's or an office's own word the field may be printed small: 'Bộ nông nghiệp và phát triển nông thôn'
_SMALL_FIELDS = "|".join(_any_case(field) for field in _FIELDS if field != "Xây dựng")  # a verb as well
_SMALL_FIELD = rf"(?:(?:(?<=[Bb]ộ)|(?<=Sở)|(?<=òng))\s+(?:{_wrap(_SMALL_FIELDS)}))"
_COUNTED = (
    r"(?:[0-9]+(?=\s+(?:[Kk]h[óo]a|tỉnh|huyện|quốc gia|[Tt]hành))"
    # a unit that is a number: 'UBND Quận 12'
    r"|(?:(?<=uận )|(?<=hường ))[0-9]{1,2}"
    r"(?=\s*[,;.)–-](?!\d)|\s+(?:về|ngày|và|V/v|[Tt][Pp]|ban hành|trình|quy)(?!\w)|\s*$))"
)
_MORE = (
    rf"(?:{_FIELD}|{_SMALL_FIELD}|{_ORDINAL}|{_TERM}|[ \u00a0]+[-–]\s+{_WORD}"
    rf"|[-–](?=[{CAPITALS}]){_WORD}|[ \u00a0]*&[ \u00a0]*(?=[{CAPITALS}]){_WORD}|\s+(?:{_COUNTED}|{_WORD}))*"
)
_ISSUER = re.compile(
    rf"(?:{_HEADS}|(?:ban|bộ|tỉnh|thành|huyện|đảng)(?= (?:[{CAPITALS}]|ủy|uỷ))|chính phủ|thủ tướng)\b{_MORE}"
    rf"(?:\s+nhiệm k[ỳì]\s+[0-9]{{4}}\s*[-–]\s*[0-9]{{4}})?(?:{_TERM})?"
)
_GOES_ON = re.compile(_MORE)
_HALF = re.compile(rf"(?<!\w)[{CAPITALS}][{SMALL}]+$")
_OTHER_HALF = re.compile(rf"\s(?P<half>[{SMALL}]+)(?:\s(?P<next>[{SMALL}]+))?")
_LONGEST_HALF = 8  # letters of a syllable
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|xã|phường|thị trấn|thành phố|đặc khu|thôn|bản)(?!\w)", re.IGNORECASE)
_JOINT = re.compile(_NEXT_BODY)
# A board is named after what it steers: 'Ban Chỉ đạo Đề án tổng kết 10 năm ...'
_STEERING = re.compile(r"(?:[Cc]hỉ đạo|Tiểu ban|[Tt]ổ chức)$")
_PURPOSE = re.compile(
    r"\s+(?:Đề án|Chương trình|Cuộc vận động|Phong trào|Hội nghị"
    r"|(?:thực hiện|tổng kết|sơ kết|xây dựng|phòng,? chống|[Qq]uy chế|cuộc vận động|phong trào)\s)"
    r"(?:[^;,.()“”\"\n](?!ngày\b|về\b)|\([A-ZĐ]{2,8}\)(?! ngày))*(?=\s*(?:[;,.()“\"\n]|$)|\s(?:ngày|về)\b)"
)
_BETWEEN = re.compile(r"\s*,?\s*(?:ký kết\s+|phối hợp\s+)?giữa\s+")
_WITH = re.compile(r"\s+(?:và|với)\s+")
_STATE_ORGS = frozenset(("TTg", "CP", "UBND", "HĐND", "UBTVQH", "QH"))
_PARTY_ORGS = frozenset(("TW", "TU", "HU", "QU", "ĐU"))
_CLOSES = re.compile(r'[;.()“"\n]|(?:[Vv]ề|ngày|quy định)\b')
_OF = re.compile(r"\s*,?\s*(?:của|CỦA|do)\s+(?:các\s+|đồng chí\s+)?")
_UPPER_ISSUER = re.compile(rf"(?:(?!VỀ\b|THỰC\b|TRIỂN\b|QUY\b|BAN HÀNH\b)[{CAPITALS}]{{2,}}\b\s*)+")

_ORGS: tuple[tuple[str, str], ...] = (
    (r"(?:ban|phòng|văn phòng|ủy ban kiểm tra|uỷ ban kiểm tra) (?:dân vận|tuyên giáo|tổ chức|nội chính)", ""),
    (
        r"bộ chính trị|ban bí thư|ban chấp hành trung ương|bch ?(?:trung ương|tw)|hội nghị|trung ương(?: đảng)?$|bchtw",
        "TW",
    ),
    (r"(?:ban thường vụ |thường trực |btv )?(?:tỉnh|thành) [uủ][yỷ]|ban chấp hành đảng bộ (?:tỉnh|thành phố)", "TU"),
    (r"(?:ban thường vụ |thường trực |btv )?huyện [uủ][yỷ]|ban chấp hành đảng bộ huyện", "HU"),
    (r"(?:ban thường vụ |thường trực |btv )?quận [uủ][yỷ]", "QU"),
    (r"(?:ban thường vụ |thường trực |btv )?đảng [uủ][yỷ]|ban chấp hành đảng bộ (?:xã|phường|thị trấn)", "ĐU"),
    (r"thủ tướng", "TTg"),
    (r"chính phủ", "CP"),
    (r"(?:chủ tịch )?(?:[uủ][yỷ] ban nhân dân|ubnd)", "UBND"),
    (r"(?:thường trực )?(?:hội đồng nhân dân|hđnd)", "HĐND"),
    (r"[uủ][yỷ] ban thường vụ quốc hội", "UBTVQH"),
    (r"quốc hội", "QH"),
)
_ORG_OF = [(re.compile(pattern), org) for pattern, org in _ORGS]


def read_issuer(text: str, at: int, *, of: bool = True) -> tuple[int, int] | None:
    """Where the issuer stands that is printed at ``at``; with ``of``, only behind 'của', which is not part of it."""
    if of:
        word = _OF.match(text, at)
        if word is None:
            return None
        at = word.end()
    found = _ISSUER.match(text, at)
    if found is None:
        upper = _UPPER_ISSUER.match(text, at) if of and text[at - 4 : at].isupper() else None
        return (at, upper.start() + len(upper.group().rstrip())) if upper else None
    end = _whole(text, at, found.end())
    if (purpose := _PURPOSE.match(text, end)) is not None and _STEERING.search(text, at, end):
        return at, _trim(text, at, purpose.end())
    while (joint := _JOINT.match(text, end)) is not None and (more := _ISSUER.match(text, joint.end())) is not None:
        if not _joins(text, end, joint.end(), more.end()):
            break
        end = more.end()
    return at, _trim(text, at, end)


def _whole(text: str, at: int, end: int) -> int:
    """Where the issuer at ``at`` ends that was read up to ``end``, if that is half of a word: 'Ban Quản | lý dự án'.

    Not behind the name of a place, which what follows may make a word with ('xã Tân Lập trình Hội đồng').
    """
    while (half := _HALF.search(text, max(end - _LONGEST_HALF, at), end)) and not _PLACE.search(text, at, end):
        other = _OTHER_HALF.match(text, end)
        if other is None or not is_word(half[0], other["half"]) or is_word(other["half"], other["next"] or ""):
            break
        more = _GOES_ON.match(text, other.end("half"))
        end = more.end() if more else other.end("half")
    return end


def read_parties(text: str, at: int) -> tuple[int, int] | None:
    """The bodies of a joint document: 'giữa Ban Dân vận Huyện ủy và Ủy ban nhân dân huyện'."""
    lead = _BETWEEN.match(text, at)
    first = _ISSUER.match(text, lead.end()) if lead else None
    if lead is None or first is None:
        return None
    end, bodies = first.end(), 1
    while (joint := _WITH.match(text, end) or _JOINT.match(text, end)) and (more := _ISSUER.match(text, joint.end())):
        end, bodies = more.end(), bodies + 1
    return (lead.end(), _trim(text, lead.end(), end)) if bodies > 1 else None


def may_issue(issuer: str, body: str) -> bool:
    """Whether ``issuer`` can be that of a symbol with ``body``: no people's committee issues '06-CT/TU'.

    Only the families of Party and state are told apart; where either is unknown, it may.
    """
    org, mark = org_of(issuer), body.split("-")[0]
    if " - " in issuer or " và " in issuer:
        return True
    if mark in _PARTY_ORGS:
        return org not in _STATE_ORGS
    return mark not in _STATE_ORGS or "-" in body or org not in _PARTY_ORGS


def _joins(text: str, end: int, start: int, stop: int) -> bool:
    """Whether what follows is a second issuer and not the subject of the next clause.

    ' - ' always joins; 'và' and a comma only where the sentence does not go on with a verb behind it.
    """
    mark = text[end:start].strip()
    if mark in ("-", "–"):
        return True
    after = text[stop : stop + 60].lstrip()
    if mark == "," and after.startswith("("):  # 'Ban Thường vụ Hội Phụ nữ (LHPN) tỉnh báo cáo'
        after = after.partition(")")[2].lstrip()
    return not after or _CLOSES.match(after) is not None


def _trim(text: str, start: int, end: int) -> int:
    """Without blanks, an open bracket's half, or a full stop at the end."""
    name = text[start:end].rstrip(" \n\t.-–,")
    if name.count(")") > name.count("("):
        name = name.rstrip(") ")
    return start + len(name)


@lru_cache(maxsize=1024)
def org_of(issuer: str) -> str:
    """The body's mark in symbols as far as the name settles it: 'TW', 'TU', 'TTg', 'CP', 'UBND'; "" otherwise."""
    name = " ".join(issuer.lower().split())
    for pattern, org in _ORG_OF:
        if pattern.match(name):
            return org
    return ""
