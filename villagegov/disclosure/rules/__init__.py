"""Rules of disclosure. Pure; each subject in a file of its own."""
