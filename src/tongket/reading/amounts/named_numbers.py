"""Numbers that name and do not count: 'thôn 7', 'Điều 5', 'Đề án 06', 'khóa X', 'A Lưới 1', '5 không 3 sạch'."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    """The words of a list; an underscore joins the syllables of one word."""
    return frozenset(words.split())


# After these a number is a name, whatever follows.
_ALWAYS = _set(
    """điều khoản mục chương thứ khóa khoá quý trang dòng km quốc_lộ tỉnh_lộ hương_lộ ql tl đt đh dt tel fax sđt
    cmnd cccd mã mst iso tcvn qcvn tcn covid mẫu_số biểu_số trung_ương tw tiểu_mục phụ_lục bậc ngạch hệ_số mức_độ
    quân_khu sư_đoàn trung_đoàn lữ_đoàn tiểu_đoàn đại_đội binh_đoàn quân_đoàn điện_thoại tài_khoản kỳ_họp kì_họp
    tờ_bản_đồ thửa lần_thứ article điểm_a điểm_b khoá_họp số_thứ_tự thứ_tự vành_đai hội_nghị_trung_ương"""
)
_COUNTED_ANYWAY = _set(
    """tổng_số trong_số con_số thiểu_số đa_số dân_số quân_số doanh_số trung_cấp sơ_cấp cao_cấp các_cấp các_loại
    tổng_điểm số_điểm số_lớp số_tổ số_đội số_nhóm số_khu số_phòng nhật_bản danh_mục hạng_mục chuyên_mục đề_mục
    loại_hình truyền_hình tình_hình điển_hình địa_hình màn_hình cung_cấp tài_khoản điều_khoản thứ_bậc quốc_phòng
    chỉnh_trang chuyển_khoản tiêm_phòng dự_phòng một_phần
    thị_trường môi_trường nhà_trường góp_phần thành_phần cổ_phần học_tập thực_tập luyện_tập
    phát_biểu tiêu_biểu đại_biểu gương_mẫu kiểu_mẫu dứt_điểm thí_điểm trọng_điểm cao_điểm tâm_điểm thời_điểm
    mỗi_quý một_quý phụ_trách_đội
    huy_chương kỷ_niệm_chương vũ_trang khang_trang các_khoản qua_điện_thoại bộ_đội quân_đội"""
)

# After these a number is a name unless a unit word follows ('nhóm 2', but 'nhóm 05 hộ'; 'mức 3', but 'mức 20%').
_WITHOUT_UNIT = _set(
    """cấp loại hạng nhóm mức lớp tổ đội khu vùng khối đợt vòng bước tuyến đường lô dãy tầng phòng bài câu tập quyển
    nhiệm_vụ nội_dung tiêu_chí chỉ_tiêu dự_án tiểu_dự_án giai_đoạn khu_vực chuyên_đề phần kịch_bản phương_án mẫu biểu
    hình bảng cột chương_trình kế_hoạch mô_đun hợp_phần cụm trạm đồn trường chốt cống kênh chi_bộ mô_hình lực_lượng
    công_ty bệnh_viện nhà_máy xí_nghiệp trường_hợp ví_dụ tình_huống kiểu gói gói_thầu nghị_quyết quyết_định chỉ_thị
    thông_tư công_văn đề_án trục phương_châm khẩu_hiệu điểm mặt_cắt ký_hiệu lần bão áp_thấp dịch_vụ cỡ cỡ_chữ
    cấp_độ phiên_bản thế_hệ khoảnh cột_mốc mốc hầm cao_tốc ô chặng ga tờ quyển_số"""
)
# 'Quốc lộ 13 vụ, tỉnh lộ 11 vụ': what happens on roads is counted by their kinds; 'quốc lộ 13 xã Mẫu' has the road's.
_KINDS_OF_ROADS = frozenset(("quốc_lộ", "tỉnh_lộ", "hương_lộ"))
_ON_ROADS = frozenset(("vụ", "vụ việc", "vụ tai nạn", "trường hợp", "vụ va chạm"))
# Behind a colon these have a number of their own ('Dự án: 5').
_NEVER_BEFORE_A_COLON = _set(
    "số mã tel fax điện_thoại tài_khoản sđt đt đtdđ hình hotline zalo stk mst cccd mã_số đường_dây_nóng bảng biểu"
)

# A number after one of these is a place's name when the unit of a place of higher level follows ('thôn 7 xã Mẫu').
_PLACES = _set(
    """thôn ấp bản làng buôn bon sóc xóm khóm khu khu_phố tổ tổ_dân_phố tdp đội tiểu_khu khối phường quận kdc
    khu_dân_cư đường phố ngõ hẻm kiệt ban_chỉ_đạo"""
)
# After one of these a number is a house's when the word for a road follows ('ngõ 45 đường Hoa Ban').
_HOUSES = _set("ngõ ngách hẻm kiệt số_nhà nhà_số")
_ROADS = frozenset(("đường", "con đường", "tuyến đường", "tuyến phố", "ngõ", "phố"))
# Where on a road that a number names something lies: 'tuyến đường 706 khu vực hồ Sông Trầu'.
_ALONG_ROADS = frozenset(("khu vực", "đoạn", "địa phận", "ngã ba", "ngã tư"))
# With a capital these are document types or programmes, and the number is theirs ('Đề án 06', 'Chương trình 135').
_TITLES = _set(
    """nghị_quyết nghị_định quyết_định chỉ_thị kết_luận thông_tư thông_báo thông_tri công_văn luật pháp_lệnh đề_án
    hướng_dẫn quy_định chương_trình kế_hoạch dự_án công_điện nq nđ qđ ct kl đa hd"""
)
_PLENA = frozenset(("quyết", "nghị", "luận", "định", "thị"))  # 'Hội nghị Trung ương 5'
_OF_A_LEVEL = frozenset(("tw", "ương"))
# Unit words that are verbs as well: 'loại 1 quyết định tặng ...', 'Mẫu 04 quy định tại ...'.
_VERBS = _set(
    "quy_định quyết_định hướng_dẫn thông_báo phản_ánh kiến_nghị báo_cáo góp_ý yêu_cầu đề_xuất tố_cáo khiếu_nại"
)
_UPPER_PLACES = frozenset(
    ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thành phố", "đặc khu", "quốc gia")
)

# Words that follow a number and are no counted noun: what is left is a name, a rank or a slip.
NOT_COUNTED = _set(
    """của và về là đến trong tại theo với được đã trên dưới có cho từ ra vào thì mà nhưng hoặc hay do để nhằm như này
    đó nay kia khi nếu bởi bằng sẽ đang vẫn còn phải không chưa chỉ cũng đều rất các những một số gồm ban so thuộc
    đối trở tiếp tới tính nhất năm tháng ngày giờ phút giây quý tuần tuổi thế kỷ hằng hàng trước sau giữa ngoài nên
    đạt tăng giảm chiếm bị cùng sạch giỏi tốt dám an nhé sửa bổ kèm trừ vẫn lại đi lên
    xuống qua đây a b c d e g h i k l m n o p q r s t u v x y quy định hướng dẫn thực hiện triển khai nêu
    phê duyệt căn cứ xét thông tỷ lệ đúng chậm sớm hoàn thành toàn mọi mỗi từng
    khoảng hơn gần vượt ít tối xấp ước sẵn đồng sao xung trách tiên tự cần rõ thật kiên trước phổ hoá hóa cc cấp phục"""
)
# The same where nothing else says that the number counts: 'năm 2023, xã 5 tham gia ...'.
VERBS_AFTER = _set(
    """tham phát xây chuyển nâng bố phối hỗ góp giúp nhận lập duy bảo tập phấn chủ bám biết xin luôn khó dễ nhanh gọn
    chống thường lại rồi mới ngay bao vừa thêm dừng bước tiên cơ thay đủ kịp liên trực nghiên trình báo nhiều gửi"""
)

VERBS_TOO = frozenset(("tổ chức", "quyết định", "hướng dẫn", "thông báo", "ban", "đoàn", "hội", "kiến nghị", "đề xuất"))
"""Unit words that begin a clause as well: what stands before them is then no count."""

PARTS_OF_A_LAW = frozenset(("khoản", "điểm", "điều", "mục"))
_TELLING_ENDS = frozenset(
    phrase.rpartition("_")[2]
    for phrases in (_ALWAYS, _COUNTED_ANYWAY, _WITHOUT_UNIT, _PLACES, _TITLES, _HOUSES)
    for phrase in phrases
)
"""The last syllables of all of these, 'số' among them; before most numbers stands none."""

_MARKS = frozenset('.,;()/“”"')
_WORD_OR_MARK = re.compile(
    r"""[^\W\d_]+(?:[&-][^\W\d_]+)*|[.,;()/“”"]"""  # 'Sở KH&ĐT 17 hồ sơ' names no telephone
)
_MOST_WORDS = 3


def words_before(text: str, at: int, low: int) -> list[str]:
    """The last three words that end right before ``at``, nothing but spaces or a colon between; none where another
    number stands right before it ('QĐ 218 06 dự thảo').
    """
    piece = text[max(low, at - 32) : at]
    if piece[-1:].isspace() and piece.rstrip()[-1:].isdigit():
        return []
    words = piece.removesuffix(": ").split()[-_MOST_WORDS:]
    if words and words[-1][-1] in _MARKS:
        return []
    if all(map(str.isalpha, words)):  # nothing but blanks between them, as before most numbers
        return words
    words = _WORD_OR_MARK.findall(piece)[-_MOST_WORDS:]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in _MARKS:
            return words[index + 1 :]
    return words


def is_name(
    words: list[str],
    *,
    unit: str | None,
    padded: bool,
    capital_after: bool,
    grouped: bool = False,
    measured: bool = False,
) -> bool:
    """Whether a number that follows ``words`` names something.

    ``unit`` is the unit after it, if any; ``padded`` a zero-padded number ('05'), which in prose counts;
    ``capital_after`` a proper name right after the unit ('2 xã Mẫu'); ``grouped`` thousands, which name nothing;
    ``measured`` money and the like, which a level may have ('ngân sách trung ương 312,4 tỷ đồng').
    """
    if not words:
        return False
    if words[-1].lower() not in _TELLING_ENDS:
        named = len(words) > 1 and not grouped and not padded and words[-1][0].isupper()
        return named and (unit in VERBS_TOO or (capital_after and unit in _UPPER_PLACES))
    ends = ["_".join(word.lower() for word in words[-count:]) for count in range(1, len(words) + 1)]
    if any(end in _COUNTED_ANYWAY for end in ends):
        return False
    if any(end in _ALWAYS for end in ends):
        # 'khoản 0,5 ha ớt': an everyday slip for 'khoảng'; 'Điều 60 tấn, hồ tiêu 120 tấn': the cashew
        meant_about = measured and ends[0] in ("khoản", "điều")
        counted = measured or _is_of_the_centre(words, unit)
        if any(end in _KINDS_OF_ROADS for end in ends[:2]):
            return unit not in _ON_ROADS
        return not (meant_about or (counted and ends[0] in _OF_A_LEVEL))
    if any(end in _TITLES and words[-count][0].isupper() for count, end in enumerate(ends, 1)):
        return not measured
    if grouped:
        return False
    place_after = unit in _UPPER_PLACES
    if unit in VERBS_TOO and not padded and words[-1][0].isupper() and len(words) > 1:
        return True  # 'xã Hòa Phong 2 tổ chức ...'
    if ends[0] == "số":
        if "_".join(word.lower() for word in words[-3:-1]) in _TITLES:
            return True  # 'Thông tư số 71/201%': a symbol that was read badly
        return unit is None or place_after or unit.replace(" ", "_") in _VERBS
    if unit in _ROADS and any(end in _HOUSES for end in ends):
        return True
    if "đường" in ends and unit in _ALONG_ROADS:
        return True
    if any(end in _PLACES for end in ends) and (unit is None or place_after):
        return True
    if any(end in _WITHOUT_UNIT for end in ends):
        return unit is None or unit in PARTS_OF_A_LAW or unit.replace(" ", "_") in _VERBS
    return place_after and capital_after and not padded and words[-1][0].isupper() and len(words) > 1


def _is_of_the_centre(words: list[str], unit: str | None) -> bool:
    """Whether a number with a unit is told of the central level: 'cấp trung ương: 18 hộ', no 'Nghị quyết Trung ương 4
    khóa XII'.
    """
    if unit is None:
        return False
    if words[-1] == "TW":
        return words[-2:-1] == ["cấp"]
    plenum = unit in ("khóa", "khoá") or (words[-3].lower() if len(words) > len(("Trung", "ương")) else "") in _PLENA
    return words[-1] == "ương" and (words[-2:-1] == ["trung"] or (words[-2:-1] == ["Trung"] and not plenum))


def names_a_thing(words: list[str], *, colon: bool) -> bool:
    """Whether a number without a unit that follows ``words`` names something ('mô hình 5'); behind a ``colon`` it is
    counted, except for what has numbers of its own ('Số: 25').
    """
    if not colon:
        return is_name(words, unit=None, padded=False, capital_after=False)
    ends = {"_".join(word.lower() for word in words[-count:]) for count in range(1, len(words) + 1)}
    return not ends & _COUNTED_ANYWAY and bool(ends & _NEVER_BEFORE_A_COLON)


def names_a_place(words: list[str]) -> bool:
    """Whether ``words`` end with a word for a place that is told from others by its number ('thôn', 'tổ')."""
    return any("_".join(word.lower() for word in words[-count:]) in _PLACES for count in range(1, len(words) + 1))
