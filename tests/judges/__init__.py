"""Judges: programs that are not ours and say what a workbook of ours really holds."""
