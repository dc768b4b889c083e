"""Bodies, posts, users, roles and rights (cơ quan, chức danh, tài khoản, quyền)."""
