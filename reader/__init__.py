"""Read an Arabic and a French report side by side, mark spans by keyboard, export them."""

__version__ = "0.1.0"
