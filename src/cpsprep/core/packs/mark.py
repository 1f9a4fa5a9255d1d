"""The file by which a folder is known to come from a pack; apart, because every start asks for it."""

from typing import Final

MANIFEST: Final = "pack.json"
"""Says what a pack is; in an installed bank it marks that the folder is not the learner's to edit."""
