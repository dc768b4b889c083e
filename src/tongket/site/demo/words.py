"""What a commune of the demonstration says in words: some of it as others say it too, some of it its own."""

from __future__ import annotations

import random

STRENGTHS = (
    "Cấp ủy, chính quyền quan tâm chỉ đạo; sự phối hợp giữa Mặt trận Tổ quốc và các đoàn thể ngày càng chặt chẽ.",
    "Đoàn viên, hội viên tích cực tham gia các phong trào thi đua ở thôn, bản.",
    "Nội dung sinh hoạt chi đoàn, chi hội từng bước được đổi mới, gắn với việc làm cụ thể.",
    "Vai trò của người có uy tín được phát huy trong vận động Nhân dân ở các thôn vùng cao.",
)
LIMITATIONS = (
    "Một số chi đoàn, chi hội sinh hoạt chưa đều, nội dung còn chậm đổi mới.",
    "Tỷ lệ tập hợp thanh niên đi làm ăn xa còn thấp.",
    "Kinh phí hoạt động của các đoàn thể ở thôn, bản còn hạn hẹp.",
    "Công tác thống kê đoàn viên, hội viên ở một số thôn chưa kịp thời.",
)
CAUSES = (
    "Nhiều đoàn viên, hội viên đi làm ăn xa, khó quản lý và duy trì sinh hoạt.",
    "Cán bộ đoàn thể ở thôn, bản kiêm nhiệm nhiều việc, phụ cấp thấp.",
)
TASKS = (
    "Tiếp tục đổi mới nội dung, hình thức tập hợp quần chúng phù hợp với từng đối tượng và địa bàn.",
    "Củng cố các chi đoàn, chi hội hoạt động yếu trước kỳ báo cáo sau.",
    "Rà soát, cập nhật danh sách đoàn viên, hội viên đi làm ăn xa theo từng quý.",
)
REQUESTS = (
    "Đề nghị tỉnh bổ sung kinh phí tập huấn nghiệp vụ cho cán bộ đoàn thể ở cơ sở.",
    "Đề nghị tỉnh có hướng dẫn chung về quản lý đoàn viên, hội viên đi làm ăn xa.",
)
MODELS = (
    "Các thôn đoàn kết giúp nhau làm nhà, sửa đường, được Nhân dân hưởng ứng.",
    "Tổ tiết kiệm và vay vốn của Hội Phụ nữ giúp hội viên phát triển chăn nuôi.",
    "Câu lạc bộ thanh niên với an toàn giao thông hoạt động thường xuyên ở các trường học.",
)
PARTS = {"D.1": STRENGTHS, "D.2": LIMITATIONS, "D.3": CAUSES, "E": TASKS, "F": REQUESTS}
SAID = 2  # sentences of a part, at most
NOTHING_TO_ASK = 0.25  # of the communes


def words(name: str, quarter: int) -> dict[str, str]:
    """The text of commune ``name`` in the quarter with that number, by section of the outline."""
    chance = random.Random(f"{name} {quarter} words")  # noqa: S311 - made up, the same at each start
    found = {part: chance.sample(said, chance.randint(1, min(SAID, len(said)))) for part, said in PARTS.items()}
    if chance.random() < NOTHING_TO_ASK:
        found["F"] = ["Không."]
    found["C.1"] = [chance.choice(MODELS)]
    return {part: "".join(f"<p>{line}</p>" for line in lines) for part, lines in found.items()}
