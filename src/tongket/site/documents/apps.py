from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The registry of documents, their relations and their cascade."""

    name = "tongket.site.documents"
    label = "documents"

    def ready(self) -> None:
        """Make its background work known: reports that were read start it by name."""
        from tongket.site.documents.services import citing, reminding  # noqa: F401
