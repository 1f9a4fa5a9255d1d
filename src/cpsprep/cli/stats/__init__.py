"""`cpsprep stats`: how it is going, in lines and as JSON."""
