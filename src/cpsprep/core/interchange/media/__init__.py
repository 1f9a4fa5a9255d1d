"""Pictures and sounds of questions from elsewhere: where they stood, what they are, what they are called."""
