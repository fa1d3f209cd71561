"""What a use case cannot do, in a sentence for the one who asked."""

from iku.finding import Finding


class RefusedError(ValueError):
    """A use case cannot run as asked; the message says why and what to do. Nothing was written."""


class FileRefusedError(RefusedError):
    """A received file cannot be used; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding, already explained."""
        super().__init__(f"{finding.message} {finding.fix}")
        self.finding = finding
