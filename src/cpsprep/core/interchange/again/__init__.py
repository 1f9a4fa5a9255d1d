"""Questions that come again: which is which, what changed, what goes in and what its author keeps."""
