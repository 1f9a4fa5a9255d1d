"""The log in SQLite, its export, backups and mending."""
