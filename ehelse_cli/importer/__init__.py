"""What others have written, in sheets and in Word, on its way into the files: every doubt is a remark, none a guess."""
