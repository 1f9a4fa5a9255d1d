"""Questions that come from elsewhere, or go there: what was read, what it lacks, and what could not be kept."""
