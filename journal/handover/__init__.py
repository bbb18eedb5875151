"""What is handed over: the selection, its redaction, the document that tells it, a writer for each format, the bundle.

Reaches evidence and the domain; changes no journal and knows no screen.
"""
