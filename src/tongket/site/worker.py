"""The worker process: ``python -m tongket.site.worker`` does the background work, and ends with ``tongket serve``."""

from __future__ import annotations

import os
from importlib import import_module

INTERVAL = 0.2  # seconds between two looks into the queue


def main() -> None:
    """Work until told to end."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    from tongket.site.parent import end_with_parent

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    end_with_parent()
    django.setup()
    import_module(settings.ROOT_URLCONF)  # views know the services, and these say what work there is
    call_command("db_worker", interval=INTERVAL, startup_delay=False, reload=False, verbosity=0)


if __name__ == "__main__":
    main()
