"""Every amount (con số) as printed, with its unit and how sure its words make it."""
