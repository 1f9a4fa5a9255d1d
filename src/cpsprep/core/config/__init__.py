"""What can be set, and which source of a setting decides."""
