"""Notices belong to the people that they are told to."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial"), ("people", "0002_notices")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name="Notice"), migrations.DeleteModel(name="Seen")]
        )
    ]
