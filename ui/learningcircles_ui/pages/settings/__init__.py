"""Settings: how it looks, who may open it, what is kept safe, and whose work this is."""
