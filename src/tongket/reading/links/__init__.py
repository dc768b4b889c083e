"""What ties two figures together: part and whole, share, plan, change."""
