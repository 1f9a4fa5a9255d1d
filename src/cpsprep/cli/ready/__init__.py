"""`cpsprep ready`: how the exam would go, in lines and as JSON."""
