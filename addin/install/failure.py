"""What stops an installation, as a value that can be said in two languages."""

from addin.install.speech import Language, say


class SetupError(Exception):
    """Something stops install or uninstall; nothing was changed, or all was put back.

    ``key`` names the sentence in `addin.install.speech`, ``facts`` fill it.
    """

    def __init__(self, key: str, **facts: object) -> None:
        """Keep the sentence's key and facts."""
        super().__init__(say(key, "id", **facts))
        self.key = key
        self.facts = facts

    def told(self, language: Language) -> str:
        """Return what happened and what to do, then the way that always works."""
        return f"{say(self.key, language, **self.facts)}\n{say('fallback', language)}"
