"""The words of the trade: frozen values and pure rules, no files, no screens."""
