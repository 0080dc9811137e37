"""The review bot: one program for a community's chats, laid out in floors that import only downwards."""
