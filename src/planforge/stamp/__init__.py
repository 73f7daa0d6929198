"""What a finished file says of its own making."""
