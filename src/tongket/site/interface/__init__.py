"""The interface: base templates, stylesheet, scripts, words and formats of the pages."""
