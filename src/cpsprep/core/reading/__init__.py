"""From authored text to items: fields, kinds, decks, and the problems found on the way."""
