"""Every kind of damage, by name."""

from tests.mutation.kinds import access, cells, record, structure
from tests.mutation.kinds.kind import KINDS, Expected

__all__ = ["KINDS", "Expected", "access", "cells", "record", "structure"]
