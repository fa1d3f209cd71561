"""Every kind of damage, by name."""

from tests.mutation.kinds import access, cells, drawings, record, structure
from tests.mutation.kinds.kind import KINDS, Expected

__all__ = ["KINDS", "Expected", "access", "cells", "drawings", "record", "structure"]
