"""The words of the command line: one module for each command."""
