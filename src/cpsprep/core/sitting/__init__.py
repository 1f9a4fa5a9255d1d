"""A sitting as a value: what may be done, what follows, what an answer means."""
