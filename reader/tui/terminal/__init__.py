"""What is said to the terminal itself."""
