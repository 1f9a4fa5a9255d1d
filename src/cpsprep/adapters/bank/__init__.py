"""Banks in folders: YAML, the cache, the shelf."""
