"""The add-in: Validasi and Konsolidasi where staff work, as thin as can be over the engine."""
