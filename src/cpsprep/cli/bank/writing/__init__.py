"""New questions and banks, and changes to those that are there."""
