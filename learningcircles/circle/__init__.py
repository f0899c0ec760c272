"""The verbs of a circle: what people do, each one changeset."""
