from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """What is asked of whom, by when."""

    name = "tongket.site.rounds"
    label = "rounds"
