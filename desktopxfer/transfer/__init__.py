"""The transfer engine: from paths to paths, without a window."""
