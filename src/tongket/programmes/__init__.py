"""What is asked, as data: programmes, their check, and the matching of reports to them."""
