"""Documents of Word and Google Docs (.docx) and of LibreOffice (.odt) as typed lines with marks."""
