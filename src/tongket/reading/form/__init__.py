"""The parts of form (thể thức, Decree 30/2020 and Guide 36-HD/VPTW) around the body: letterhead, subject, signature."""
