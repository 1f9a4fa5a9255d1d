"""A sitting as a person meets it: the words, the plain protocol, and `cpsprep review`."""
