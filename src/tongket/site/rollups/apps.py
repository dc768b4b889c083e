from django.apps import AppConfig


class RollupsConfig(AppConfig):
    """Consolidated figures, snapshots and reports."""

    name = "tongket.site.rollups"
    label = "rollups"
