"""The catalogue of documented kecamatan indicators, and the starter that is made from it."""

from iku.katalog.catalogue import Entri, Katalog, UnknownCodeError, katalog
from iku.katalog.starter import Permintaan, UnitAwal, starter

__all__ = ["Entri", "Katalog", "Permintaan", "UnitAwal", "UnknownCodeError", "katalog", "starter"]
