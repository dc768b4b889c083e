"""Submissions (báo cáo nộp): values, reports, findings, revisions, review, signed copies."""
