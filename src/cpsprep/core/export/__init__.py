"""Questions for other programs: one file a format, each a pure function from items to the text of a file."""
