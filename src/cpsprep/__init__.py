"""Exam prep for Certified Peer Specialist candidates."""

__version__ = "0.1.0"
