from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The audit chains."""

    name = "tongket.site.records"
    label = "records"
