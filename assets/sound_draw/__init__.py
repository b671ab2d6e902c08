"""Makes every sound of the game: `python -m assets.sound_draw` writes assets/sound (numpy only).

22,050 samples a second, one channel, 16 bits. Nothing is recorded and no tune is quoted; noise
comes from a hash, so that the same script gives the same files. Not needed to play.
"""
