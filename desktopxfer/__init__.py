"""Sends files from one computer to another: drop, accept, arrived."""

__version__ = "0.1.0"
