"""Anki packages and the ledger beside a bank."""
