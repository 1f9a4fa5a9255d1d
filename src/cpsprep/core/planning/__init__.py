"""Which cards come today, in which order, and why."""
