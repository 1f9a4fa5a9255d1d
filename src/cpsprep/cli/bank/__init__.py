"""Commands for the questions: look, find mistakes, count, read and record."""
