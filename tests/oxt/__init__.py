"""The extension of LibreOffice, inside a real LibreOffice."""
