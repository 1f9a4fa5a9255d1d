"""Readiness: what an exam would likely bring, from questions met for the first time, and why it is unsure."""
