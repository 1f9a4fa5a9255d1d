"""Commands that take questions to Anki and bring reviews home."""
