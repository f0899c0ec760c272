"""How laptops and hubs exchange what they have: protocol, session, transports, bundles, hub."""
