"""The circle file: the journal, and the tables that are a fold of it. All of the laptop's SQL lives here."""
