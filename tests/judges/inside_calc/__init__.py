"""Scripts that the system's Python runs inside LibreOffice; nothing here is imported by tests."""
