"""One screen a task: library, reading, help."""
