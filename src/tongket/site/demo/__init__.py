"""The demonstration (bản chạy thử): the made-up province of Mẫu Sơn with two years of rounds."""
