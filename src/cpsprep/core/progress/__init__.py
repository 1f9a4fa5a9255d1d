"""How it is going: answers counted by day, domain, question and misconception."""
