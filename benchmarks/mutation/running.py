"""What the processes that try mutants have in common."""

MEMORY = 8 * 2**30  # bytes; a loop without end shall not take the machine along
THOROUGH = 10  # seconds of tests a mutant from which on nothing is left out that is slow
KILLED, SURVIVED, TIMED_OUT, NOT_COVERED = "killed", "survived", "timed out", "not covered"


class NoShrinking:
    """The pytest plugin that lets hypothesis stop at the first failure it finds."""

    def pytest_collection(self) -> None:
        from hypothesis import Phase, settings  # noqa: PLC0415 - pytest loads it in its own way

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", parent=settings(), phases=phases)
        settings.load_profile("mutation")
