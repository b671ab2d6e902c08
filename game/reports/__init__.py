"""Numbers for people: plain data and words to translate, no drawing."""
