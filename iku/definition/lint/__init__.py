"""What `iku definition check` says: a definition can be usable and still measure the wrong thing.

The rules read the printed texts (names, rumus, sources) the way an evaluator would, beside the
formula that is really computed. Loading refuses what cannot be built; linting never refuses.
"""

from iku.definition.lint.run import lint, lint_file

__all__ = ["lint", "lint_file"]
