"""The bank as Anki gets it: notes, decks, tags, and the ledger of what was published."""
