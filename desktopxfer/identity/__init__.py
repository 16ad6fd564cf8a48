"""Who this device is and whom it knows."""
