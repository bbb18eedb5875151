"""What leaves the house: chosen by `chosen`, told as a document by `dossier` and `requests`, written by `writers`.

Nothing here changes a journal, opens a connection, or knows a screen.
"""
