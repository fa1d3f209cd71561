"""The add-in: the buttons, on every host."""
