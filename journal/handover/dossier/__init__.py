"""The parts of a dossier, each told once as blocks; who gets which is said in `dossier`."""
