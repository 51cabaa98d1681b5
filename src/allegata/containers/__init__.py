"""What is inside an archive or an e-mail, and is it safe to open? No meaning, no names of ours."""
