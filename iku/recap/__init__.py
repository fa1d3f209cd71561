"""Recap: a regency's report → the Blueprint of its workbook, every figure a live formula."""

from iku.recap.blueprint import recap_blueprint

__all__ = ["recap_blueprint"]
