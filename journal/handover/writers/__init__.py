"""One writer for each export format: values in, bytes out.

Reaches the dossier, the model and the selection; touches no disk and knows no bundle.
"""
