"""Questions that come from elsewhere, or go there: what was read, and what could not be kept."""
