"""Exhibits: attached, looked at, copied out, followed through custody, and what is still to do.

Reaches the shared forms and below; knows nothing of the editor and handing over.
"""
