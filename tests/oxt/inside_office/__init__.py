"""What the system's Python does inside LibreOffice for the tests of the extension."""
