"""Notices belong below all that tells people things: their tables stay where they are, under their old names."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BODY = {"on_delete": django.db.models.deletion.CASCADE, "to": "people.body"}
USER = {"on_delete": django.db.models.deletion.CASCADE, "to": settings.AUTH_USER_MODEL}
KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("work", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        ("id", KEY),
                        ("message", models.TextField()),
                        ("facts", models.JSONField(default=dict)),
                        ("url", models.CharField(blank=True, max_length=300)),
                        ("moment", models.DateTimeField(auto_now_add=True)),
                        ("mailed", models.DateTimeField(null=True)),
                        ("body", models.ForeignKey(related_name="notices", **BODY)),
                        ("user", models.ForeignKey(null=True, related_name="notices", **USER)),
                    ],
                    options={
                        "db_table": "work_notice",
                        "indexes": [models.Index(fields=["body", "-moment"], name="work_notice_body_id_dbd1f0_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="Seen",
                    fields=[
                        ("id", KEY),
                        ("until", models.DateTimeField()),
                        ("body", models.ForeignKey(**BODY)),
                        ("user", models.ForeignKey(**USER)),
                    ],
                    options={
                        "db_table": "work_seen",
                        "constraints": [models.UniqueConstraint(fields=("user", "body"), name="seen_once")],
                    },
                ),
            ]
        )
    ]
