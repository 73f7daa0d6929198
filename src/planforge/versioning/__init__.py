"""What git is taught about this data and these documents."""
