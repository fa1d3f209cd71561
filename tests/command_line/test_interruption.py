"""Whoever presses Ctrl-C is obeyed, also where a library catches what we raise."""

import signal
from contextlib import suppress

import pytest

from command_line.interruption import Interruptible


def pressed_within_a_library() -> None:
    """Turn the interruption into a fault of the data, as a library in C does that called us."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        message = "Error calling function: KeyboardInterrupt"
        raise ValueError(message) from None


def test_an_interruption_that_became_an_error_is_an_interruption() -> None:
    with pytest.raises(KeyboardInterrupt), Interruptible():
        pressed_within_a_library()


def test_an_interruption_that_was_swallowed_is_raised_at_the_next_look() -> None:
    with Interruptible() as interruption:
        interruption.look()
        with suppress(ValueError):
            pressed_within_a_library()
        with pytest.raises(KeyboardInterrupt):
            interruption.look()


def test_what_was_swallowed_before_work_began_is_raised_within_it() -> None:
    with Interruptible():
        with suppress(ValueError):
            pressed_within_a_library()
        with Interruptible() as within, pytest.raises(KeyboardInterrupt):
            within.look()


def test_an_error_without_an_interruption_stays_what_it_is() -> None:
    with pytest.raises(ValueError, match="Kabupaten"), Interruptible():
        raise ValueError("Kabupaten")


def test_afterwards_ctrl_c_means_what_it_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interruptible():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
