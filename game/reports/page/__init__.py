"""A debrief as one offline page: HTML with its charts inside, nothing fetched from anywhere."""
