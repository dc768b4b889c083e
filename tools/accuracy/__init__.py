"""How right the reading is, on labelled reports: by kind of file and by measure, held against the last run."""
