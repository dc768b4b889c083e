"""Vietnamese text: Unicode, syllables and tones, numbers, dates."""
