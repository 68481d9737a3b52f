"""The domain: values, models and calendar arithmetic. No files, no clock, no printing."""
