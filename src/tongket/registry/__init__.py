"""What is known before reading: document types, bodies, known documents, units, layouts; each with its dates."""
