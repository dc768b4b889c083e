"""On which kind of drive a path lies: SQLite's locks do not hold on a network drive (sqlite.org/lockingv3.html)."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath

MOUNTS = Path("/proc/mounts")
DRIVE_REMOTE = 4  # what GetDriveTypeW gives for a drive of another computer
# fmt: off
ELSEWHERE = frozenset((
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.davfs", "fuse.rclone", "fuse.s3fs",
))
# fmt: on
_ESCAPED = re.compile(r"\\([0-7]{3})")  # of spaces, tabs, line ends and backslashes in /proc/mounts


def lies_elsewhere(path: Path) -> bool:
    """Whether ``path``, which need not be there yet, lies on a drive of another computer."""
    if sys.platform == "win32":
        return _remote_on_windows(path)
    return MOUNTS.exists() and kind_of_drive(path.resolve(), MOUNTS.read_text("utf-8", "replace")) in ELSEWHERE


def kind_of_drive(path: PurePosixPath, mounts: str) -> str:
    """The type of file system of the longest mount point above ``path``, by the lines of /proc/mounts."""
    found, longest = "", -1
    for line in mounts.splitlines():
        _device, place, kind, *_ = [*line.split(" "), "", "", ""]
        point = PurePosixPath(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), place))
        if path.is_relative_to(point) and len(point.parts) >= longest:
            found, longest = kind, len(point.parts)
    return found


def _remote_on_windows(path: Path) -> bool:
    import ctypes

    drive = path.absolute().drive
    if drive.startswith("\\\\"):
        return True
    return ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == DRIVE_REMOTE
