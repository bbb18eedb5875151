"""Everything that is handed over in one BagIt zip, with the ledger, the files, and a verifier that needs nothing else."""
