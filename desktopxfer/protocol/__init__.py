"""The wire protocol, free of I/O: bytes to messages and back."""
