"""Every kind of record, declared once; storage, forms, import and search follow from the declaration."""
