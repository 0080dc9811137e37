"""The chats and how each is read and drawn; nothing below knows of them."""
