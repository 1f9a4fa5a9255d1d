"""Commands for the questions, a folder a purpose: look, write, check, bring in, hand out."""
