from django.apps import AppConfig


class InterfaceConfig(AppConfig):
    """What every page shares: language, clock, words, look."""

    name = "tongket.site.interface"
    label = "interface"
