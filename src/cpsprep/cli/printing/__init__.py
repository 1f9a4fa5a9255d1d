"""`cpsprep print`: questions on paper, and on a page to practise with."""
