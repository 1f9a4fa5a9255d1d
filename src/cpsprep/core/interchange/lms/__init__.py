"""The text formats of learning platforms: GIFT, Aiken and Moodle's XML."""
