"""A process of the site ends with the one that started it, also where that was killed."""

from __future__ import annotations

import os
import sys
import threading
import time

PARENT = "TONGKET_PARENT"  # id of the process of ``tongket serve``
SECONDS = 0.5


def parent() -> int:
    """The process of ``tongket serve`` that started this one; 0 where none did."""
    named = os.environ.get(PARENT, "")
    return int(named) if named.isdigit() and int(named) != os.getpid() else 0


def end_with_parent() -> None:
    """End this process as soon as the one that ``TONGKET_PARENT`` names is gone; nothing where none is named."""
    if parent():
        threading.Thread(target=_watch, args=(parent(),), daemon=True).start()


def is_alive(process: int) -> bool:
    """Whether a process of this computer runs under that number."""
    if sys.platform == "win32":
        return not _wait_on_windows(process, 0)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _watch(process: int) -> None:
    if sys.platform == "win32":
        _wait_on_windows(process, -1)
    else:
        while is_alive(process):
            time.sleep(SECONDS)
    os._exit(1)


def _wait_on_windows(process: int, milliseconds: int) -> bool:
    """Whether it ended within the time; -1 waits for ever."""
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x00100000, False, process)  # SYNCHRONIZE
    if not handle:
        return True
    try:
        return kernel.WaitForSingleObject(handle, milliseconds & 0xFFFFFFFF) == 0
    finally:
        kernel.CloseHandle(handle)
