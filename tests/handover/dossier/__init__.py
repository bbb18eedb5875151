"""What each part of the dossier says, value by value."""
