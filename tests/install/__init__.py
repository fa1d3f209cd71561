"""Installing, removing and diagnosing the add-in, on a simulated Windows and on this machine."""
