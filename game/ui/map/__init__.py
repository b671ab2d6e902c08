"""The village: from what the office sees (a View) to a picture of every field, roof and hand."""
