from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("submissions", "0007_findings_of_a_reopening")]

    operations = [migrations.RemoveIndex(model_name="observation", name="observation_unit_ebc6fa_idx")]
