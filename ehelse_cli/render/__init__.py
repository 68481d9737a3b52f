"""Views, which compute, and templates, which place: the papers people send."""
