"""Documents are changed by compare-and-set."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the edition of a document."""

    dependencies: ClassVar = [("documents", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="document",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
