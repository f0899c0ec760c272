"""What pages are made of: tables, forms, headings, toasts. None of it knows a circle's rules."""
