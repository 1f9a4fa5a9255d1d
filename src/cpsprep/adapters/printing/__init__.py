"""Pages to print or to practise with, as files: the looks of HTML, and where a page may go."""
