"""What the law and the rulebook say of consultation, on plain values."""
