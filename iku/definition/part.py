"""What every part of a definition has in common."""

from pydantic import BaseModel, ConfigDict


class Bagian(BaseModel):
    """Base of every part of a definition: frozen, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
