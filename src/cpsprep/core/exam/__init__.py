"""Mock exams: what an exam asks, a form drawn by it, the machine that holds it, and what came of it."""
