"""The connection check: looks at this computer and its network, and says what is in the way."""
