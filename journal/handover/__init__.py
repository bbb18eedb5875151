"""Export: a selection is redacted, rendered as documents by `dossier` and `requests`, written by `writers`.

Nothing here changes a journal, opens a connection, or knows a screen.
"""
