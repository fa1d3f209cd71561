"""Calculation: entries → realisasi, capaian and means, exactly; rounding is for display only."""
