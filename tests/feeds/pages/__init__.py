"""Tests of reading web pages and posts."""
