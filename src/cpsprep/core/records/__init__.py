"""What stands beside the items of a bank: readings, facts, boards' domains, and the census of it all."""
