"""Questions as people type them: numbers, letters, bullets, marked options, lines such as `Answer: B`."""
