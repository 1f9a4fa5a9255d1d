"""Keys that stand apart from typed questions, and which options they make right."""
