"""Sockets, TLS and finding other devices."""
