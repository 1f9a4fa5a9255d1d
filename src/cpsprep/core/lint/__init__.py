"""The linter of a bank: rules about what loads but could be better, each a file in `rules/`."""
