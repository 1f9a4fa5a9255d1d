"""What is wrong with questions: the linter, its explanations, reading by fresh eyes."""
