"""Memory: how likely a card is recalled on a day, from the answers the log holds."""
