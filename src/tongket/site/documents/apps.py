from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The registry of documents, their relations and their cascade."""

    name = "tongket.site.documents"
    label = "documents"
