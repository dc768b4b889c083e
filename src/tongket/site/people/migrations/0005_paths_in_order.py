"""Paths of ids of one width, so that bodies stand in the order in which they were registered: 10 after 9, not after 1."""

from typing import Any

from django.db import migrations

_WIDTH = 7
_BATCH = 500


def widen(apps: Any, _schema: Any) -> None:
    """Write each id of a path with as many digits."""
    bodies = apps.get_model("people", "Body")
    rows = list(bodies.objects.only("pk", "path"))
    for one in rows:
        one.path = "/".join(part.zfill(_WIDTH) if part else "" for part in one.path.split("/"))
    bodies.objects.bulk_update(rows, ["path"], batch_size=_BATCH)


class Migration(migrations.Migration):
    """Data alone."""

    dependencies = (("people", "0004_written_users"),)
    operations = (migrations.RunPython(widen, migrations.RunPython.noop),)
