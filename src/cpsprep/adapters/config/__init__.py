"""Settings in TOML files and environment variables."""
