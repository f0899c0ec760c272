"""Icons, fonts, translations, the sample region, field codes. Data only; it imports nothing of ours."""
