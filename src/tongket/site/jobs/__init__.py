"""Background work (việc chạy nền) with progress, its worker and reaper."""
