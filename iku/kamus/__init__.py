"""Kamus IKU: a definition as sheets that regency staff edit in Excel, and back without loss."""
