"""Figures (số liệu): amounts with what is counted, of whom, when and where."""
