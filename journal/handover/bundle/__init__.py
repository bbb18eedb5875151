"""Bundle: a BagIt zip of documents, ledger and files, with a verifier that needs nothing else."""
