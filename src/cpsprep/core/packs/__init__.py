"""Packs: a bank as one file that an instructor hands to a class, and what a newer one means."""
