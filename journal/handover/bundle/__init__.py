"""Everything that is handed over, in one BagIt zip: ledger, files, and a verifier that needs nothing else."""
