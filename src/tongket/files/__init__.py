"""Bytes to :class:`tongket.model.sources.Source`: the only place that opens report files."""
