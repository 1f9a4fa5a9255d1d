"""What is in banks: lists, searches, numbers, differences, what learners flagged."""
