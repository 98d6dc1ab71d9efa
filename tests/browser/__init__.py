"""Tests that drive a real Chromium over the built site, as readers with different machines, eyes and hands would."""
