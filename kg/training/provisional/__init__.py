"""The small convolutional pipeline of before the reader, kept to be measured against."""
