"""What one wishes more of and what one wishes less of (càng nhiều càng tốt, càng ít càng tốt): words of general use."""

from __future__ import annotations

HARMS = (
    r"(?:tỷ lệ |tỉ lệ |số |số vụ |số hộ |số người |tình hình |tình trạng )?(?:tai nạn(?: giao thông| lao động)?"
    r"|(?:các loại |các )?tội phạm(?: và tệ nạn xã hội)?|(?:các )?tệ nạn(?: xã hội)?|(?:các )?hủ tục(?: lạc hậu)?"
    r"|tảo hôn|hôn nhân cận huyết(?: thống)?|bạo lực (?:gia đình|học đường)|(?:hộ )?(?:cận )?nghèo(?: đa chiều)?"
    r"|(?:trẻ em )?suy dinh dưỡng|(?:học sinh )?(?:bỏ học|lưu ban)|vi phạm(?: pháp luật| kỷ luật)?|dịch bệnh"
    r"|ô nhiễm(?: môi trường)?|nợ (?:đọng|xấu|thuế)|(?:tỷ lệ )?thất nghiệp|khiếu kiện(?: vượt cấp| đông người)?"
    r"|sinh con thứ (?:3|ba)|mê tín(?: dị đoan)?|buôn lậu|tham nhũng|lãng phí|tiêu cực|mù chữ|đuối nước|cháy,? ?nổ"
    r"|nhà tạm(?:, nhà dột nát)?|(?:hồ sơ )?(?:quá|trễ) hạn|thất thoát|phá rừng|thiệt hại)(?!\w)"
)
"""Things of which less is better, with the words that count them."""
GOODS = (
    r"(?:tỷ lệ |tỉ lệ |số |số lượng )?(?:thu nhập(?: bình quân)?(?: đầu người)?|(?:độ )?che phủ rừng"
    r"|(?:bao phủ |(?:người dân )?tham gia )?(?:bảo hiểm y tế|BHYT)(?: toàn dân)?|hộ (?:khá(?:, giàu| giàu)?|giàu)"
    r"|gia đình văn hóa|chất lượng|hiệu quả|năng suất|sản lượng|trình độ|nhận thức|đời sống|(?:trẻ em|trẻ|học sinh)"
    r" (?:đến trường|ra lớp|đi học)|lao động (?:qua đào tạo|có việc làm)|việc làm|năng lực|ý thức|uy tín|niềm tin"
    r"|thu ngân sách|đàn (?:trâu|bò|lợn|gia súc|gia cầm)(?:, (?:bò|lợn|gia cầm))?|sử dụng nước (?:sạch|hợp vệ sinh)"
    r"|(?:hộ|người dân) (?:được )?sử dụng nước (?:sạch|hợp vệ sinh)|trường (?:học )?đạt chuẩn(?: quốc gia)?"
    r"|hồ sơ (?:đúng|trước) hạn|đảng viên mới|hội viên|đoàn viên|vai trò|kỷ cương)(?!\w)"
)
"""Things of which more is better."""
