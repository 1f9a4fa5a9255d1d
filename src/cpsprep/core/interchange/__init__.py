"""Questions that come from elsewhere: files of other programs to drafts, and the same question again."""
