"""Which docgen this is: documents say which one wrote them."""

__version__ = "0.1.0"
