"""Rounds (đợt báo cáo): who is asked, by when, who waits for whom, reminders, coverage."""
