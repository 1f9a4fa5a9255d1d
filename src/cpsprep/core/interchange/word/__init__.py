"""Documents of Word and Google Docs (.docx): paragraphs, automatic numbers and marks, as typed lines."""
