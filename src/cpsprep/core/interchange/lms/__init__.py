"""The formats of learning platforms: GIFT, Aiken, Moodle's XML and Canvas's QTI."""
