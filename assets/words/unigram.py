"""The recipe's tokenizer: the cutting of a text into the likeliest pieces. server/sentences/Tokenizer.ts must give the same ids."""

import re

SPACE = '\u2581'
# An unknown character costs so much more than the rarest piece that it is only ever the last resort.
UNKNOWN_PENALTY = 10.0
MAX_TOKENS = 128
FIRST_PIECE = 4
FAR = -1e30


class Unigram:
    def __init__(self, pieces: list[str], scores: list[float], normal: dict[str, str], bos: int, eos: int, unknown: int):
        self.scores, self.normal, self.bos, self.eos, self.unknown = scores, normal, bos, eos, unknown
        self.ids: dict[str, int] = {}
        for at, piece in enumerate(pieces):
            # The marks come first (<s>, <pad>, </s>, <unk>); nobody may type them.
            if piece and at >= FIRST_PIECE:
                self.ids.setdefault(piece, at)
        self.unknown_score = min(scores) - UNKNOWN_PENALTY
        self.longest = max(map(len, pieces))

    def normalised(self, text: str) -> str:
        text = ''.join(self.normal.get(char, char) for char in text)
        return (' ' + re.sub(' +', ' ', text).strip(' ')).replace(' ', SPACE)

    def cut(self, text: str) -> list[int]:
        """The ids of a text without the marks around it."""
        text = self.normalised(text)
        length = len(text)
        best = [0.0] + [FAR] * length
        came_by, came_from = [0] * (length + 1), [0] * (length + 1)
        for start in range(length):
            for end in range(start + 1, min(length, start + self.longest) + 1):
                piece = self.ids.get(text[start:end])
                if piece is not None and best[start] + self.scores[piece] > best[end]:
                    best[end], came_by[end], came_from[end] = best[start] + self.scores[piece], piece, start
            if best[start] + self.unknown_score > best[start + 1]:
                best[start + 1], came_by[start + 1], came_from[start + 1] = best[start] + self.unknown_score, self.unknown, start
        ids, at = [], length
        while at > 0:
            # Unknown characters in a row are one unknown thing, as in the tokenizer the model was trained with.
            if not (came_by[at] == self.unknown and ids and ids[-1] == self.unknown):
                ids.append(came_by[at])
            at = came_from[at]
        return ids[::-1]

    def encode(self, text: str) -> list[int]:
        return [self.bos, *self.cut(text)[: MAX_TOKENS - 2], self.eos]
