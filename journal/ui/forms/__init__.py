"""Forms that keep a draft: their screen, what each field asks, and the picker of people.

Reaches the dialogs and below; knows no topic of the journal.
"""
