"""Commands about exams: what boards examine, and mock exams."""
