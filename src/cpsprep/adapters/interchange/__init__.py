"""Files from elsewhere: their bytes, what they are, and what is in them, whoever made them."""
