"""Speed as ratios: each figure is divided by a floor or a peer measured in the same run (docs/speed.md)."""
