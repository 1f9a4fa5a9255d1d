"""Questions in rows and columns: spreadsheets, comma-separated texts, flashcard lists."""
