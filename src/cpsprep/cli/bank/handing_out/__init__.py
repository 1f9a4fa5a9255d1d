"""Questions for other programs, and banks for learners."""
