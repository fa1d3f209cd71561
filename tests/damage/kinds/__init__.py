"""Every kind of damage, by name."""

from tests.damage.kinds import access, cells, drawings, record, structure
from tests.damage.kinds.kind import KINDS, Expected

__all__ = ["KINDS", "Expected", "access", "cells", "drawings", "record", "structure"]
