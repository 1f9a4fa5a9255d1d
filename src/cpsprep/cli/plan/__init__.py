"""Commands about the plan to an exam: set it, look at it, and what comes after the exam."""
