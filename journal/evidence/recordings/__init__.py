"""How long recordings and films last, one module for each family of containers; every byte is a stranger's."""
