"""The words of headings: which begin a title, which only a sentence or a task holds, and where a colon ends a title."""

from __future__ import annotations

import re

# What most titles begin with, also those that end in a full stop.
_TITLES = (
    "Công tác|Việc|Kết quả|Tình hình|Về|Hoạt động|Mục tiêu|Nhiệm vụ|Giải pháp|Thuận lợi|Khó khăn|Ưu điểm|Nguyên nhân"
    "|Tồn tại|Hạn chế|Đối với|Đặc điểm|Khái quát|Bài học|Phương hướng|Đánh giá|Quan điểm|Yêu cầu|Mục đích|Nội dung"
    "|Tổ chức thực hiện|Thực trạng|Dự báo|Chỉ tiêu|Biện pháp"
)
# What a title begins with when it is a phrase about a matter, and not a sentence.
NOMINAL = re.compile(
    rf"(?:{_TITLES}|Các|Hiệu quả|Những|Một số|Thời gian|Địa điểm|Kinh phí|Phạm vi|Đối tượng|Nguyên tắc|Cơ cấu|Vai trò"
    r"|Phong trào|Cuộc vận động|Lĩnh vực|Trên lĩnh vực|Kiến nghị|Đề xuất|Chủ trương|Số liệu|Chất lượng|Trách nhiệm"
    r"|Quyền hạn|Ưu, khuyết điểm|Khuyết điểm|Nhận thức|Cơ quan|Đơn vị|Hình thức|Phương thức|Phương pháp|Thành phần"
    r"|Tổng quan|Bối cảnh|Điểm mạnh|Điểm yếu|Kinh nghiệm|Mô hình|Cách làm|Thành tích|Xếp loại|Phân công|Chế độ"
    r"|Chính sách|Danh nghĩa|Chủ đề|Quy mô|Lý do|Cấp|Sự|Lời|Điều kiện|Vướng mắc|Bất cập|Thời hạn|Tiến độ"
    r"|Tóm tắt|Mở đầu|Đặt vấn đề|Kết luận(?! số|\s\d)"
    r"|Các hoạt động|Các cuộc vận động|Các phong trào|Sự lãnh đạo)\b"  # these may be a whole title
    r"|Phối hợp(?=\s*[.:]|\s(?:công tác|hoạt động|liên ngành|thực hiện|giữa)\b)"
)
# Words that only a sentence holds, or that announce a list.
FINITE = re.compile(
    r"\b(?:đã|đang|luôn|phải|sẽ|gồm|như sau|sau đây|trong đó|đó là|đề ra|bao gồm|nhằm|có thể)\b"
    r"|(?:^|[,;]\s?)cụ thể\b|(?<!đạt )(?<!làm )\bđược\b|\b(?:như|sau|là|gồm|có|đạt)\s*$"
    r"|\b(?:có|đạt|được|ước)\s+(?:hơn |trên |gần |khoảng )?\d|(?<!nhất )\blà\b"
)
# What says something of a matter instead of naming it: 'Chất lượng tín dụng cơ bản tốt', 'Số liệu tính đến tháng 10'
PREDICATE = re.compile(r"\b(?:chưa(?! được| làm)|còn(?! tồn tại| hạn chế)|vẫn|tính đến)\b|\b(?:tốt|ổn định)$")
# A title that ends in a full stop all the same begins with one of these.
TITLE_WORD = re.compile(rf"(?:{_TITLES}|Những kết quả|Những hạn chế|Những tồn tại|Một số kết quả)\b")
# What opens a list or goes on with an argument before a colon, and is no topic.
LINKING = re.compile(
    r"(?:Trong đó|Ngoài ra|Cụ thể|Ví dụ|Lưu ý|Bên cạnh|Đồng thời|Qua đó|Theo đó|Gồm|Như|Tuy nhiên|Hiện nay|Đến nay"
    r"|Tổng|Tên|Họ và tên|Họ tên|Địa chỉ|Điện thoại|Đến|Năm|Quý|Tháng|Ngày|Giai đoạn)\b"
)
# Who a numbered task is given to: 'Sở Tài chính, Cục Thuế tỉnh: Phối hợp ...'.
BODIES = re.compile(
    r"(?:Các|Đề nghị|Giao)?\s?(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban|Sở|[sS]ở|Cục|Chi cục|Tổng cục|Bộ|Phòng|Văn phòng"
    r"|Công an|Đài|Báo|Hội|Hiệp hội|Liên đoàn|Liên minh|Đoàn|Mặt trận|Trung tâm|Ngân hàng|Kho bạc|Bảo hiểm|Thanh tra"
    r"|Trường|Đảng ủy|Đảng uỷ|Chi bộ|Thường trực|Tòa án|Viện|Bộ Chỉ huy|Trưởng|Giám đốc|Chủ tịch|Thủ trưởng|Quỹ)\b"
)
FEW = 7  # words of a title that small letters may follow
_ACTS = (
    "Tiếp tục|Tăng cường|Đẩy mạnh|Thực hiện|Nâng cao|Chỉ đạo|Phối hợp|Xây dựng|Quan tâm|Chú trọng|Tổ chức|Triển khai"
    "|Tham mưu|Chủ trì|Chủ động|Rà soát|Ban hành|Hướng dẫn|Phát huy|Củng cố|Kịp thời|Thường xuyên|Hoàn thành|Bảo đảm"
    "|Đảm bảo|Duy trì|Vận động|Tập trung"
)
# What a sentence begins with that tells what to do or what was done.
TASK = re.compile(rf"(?:{_ACTS}|Giao|Yêu cầu|Đề nghị|Kiến nghị|Đổi mới|Đã|Làm|Có|Đến|Trong|Tại|Từ|Theo)\b")
# What an order begins with.
_ORDER = re.compile(rf"(?:{_ACTS}|Bố trí|Căn cứ)\b")
# What a point of a resolution begins with: 'II- Thông qua Báo cáo kiểm điểm của Ban Chấp hành.'
RESOLVING = re.compile(r"(?:Thông qua|Tán thành|Nhất trí|Đồng ý|Thống nhất|Phê chuẩn|Phê duyệt|Giao|Ban hành|Cho)\b")
_VERB = re.compile(r"(?:Không|Chưa|Được|Bị|Xin|Kính|Cần|Phải|Nên|Hãy)\b")
ADDRESS = re.compile(r"Đối với ")  # 'Đối với xã Lũng Ẳng: phấn đấu đạt chuẩn': one sentence, which opens with whom
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def is_echoed(title: str, body: str) -> bool:
    """Whether the text begins with what the title names: 'Rà soát, hệ thống hóa: đã rà soát 120 văn bản'."""
    first = " ".join(title.split(",")[0].lower().split()[:2])
    return len(title.split()) <= FEW and body.removeprefix("đã ").startswith(first)


def first_colon(text: str, at: int) -> int | None:
    """The first colon outside quotes; none where it stands inside a number or an address."""
    depth = 0
    straight = False
    for index in range(at, min(len(text), at + 360)):
        char = text[index]
        if char == "“":
            depth += 1
        elif char == "”":
            depth -= 1
        elif char == '"':
            straight = not straight
        elif char == ":" and depth <= 0 and not straight:
            number = text[index + 1 : index + 2].isdigit() and text[index - 1 : index].isdigit()
            return None if number else index
    return None


def is_order(text: str, at: int, body: int) -> bool:
    """Whether a line says to whom and then what is to be done: 'Đối với các Sở, ngành: Chủ động cân đối'."""
    address = ADDRESS.match(text, at)
    if address is None:
        return False
    to = address.end() + (4 if text.startswith("các ", address.end()) else 0)
    return BODIES.match(text, to) is not None and _ORDER.match(text, body) is not None


def is_topic(text: str, at: int) -> bool:
    """Few words without a name among them before a colon ('Ban hành văn bản: ...'); 'Hội Nông dân: ...' is a name."""
    colon = text.find(":", at, at + 64)
    words = text[at : max(colon, at)].split()
    if not 2 <= len(words) <= 12 or not words[0][:1].isupper() or LINKING.match(text, at):
        return False
    return not any(word[:1].isupper() and not word.isupper() for word in words[1:])


def is_act(text: str) -> bool:
    """Whether words begin as a sentence does that tells what to do, what was resolved or what is not."""
    return any(one.match(text) for one in (TASK, RESOLVING, _VERB))
