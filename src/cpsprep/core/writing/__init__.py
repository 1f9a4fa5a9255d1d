"""From questions to the text of their files, and edits of such texts that leave all else as it was."""
