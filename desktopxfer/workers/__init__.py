"""Qt threads that run the engine for the window."""
