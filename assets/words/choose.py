"""Chooses the tokens worth keeping, and the sentences the product's tokenizer is tested with. Writes kept.txt and sentences.txt beside itself;
run it again only when new scenes speak of wholly new things: another choice is another model, and every kept vector is made anew."""

import json
import random
from collections import Counter
from pathlib import Path

import jieba
from odd import ODD
from ruamel.yaml import YAML
from unigram import FIRST_PIECE, Unigram
from weights import HERE, ROOT, Weights, fetch, read
from wordfreq import top_n_list, word_frequency

KEEP = 20_000
SENTENCES = 500
# Words rarer than this in jieba's list are names and slips.
RAREST_IN_JIEBA = 20
PER_LINE = 16


def strings(node) -> list[str]:
    if isinstance(node, str):
        return [node]
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return [text for part in inside for text in strings(part)]


def scene_texts() -> list[str]:
    yaml = YAML(typ='safe', pure=True)
    files = sorted((ROOT / 'scenes').glob('**/*.yaml'))
    return sorted({text for file in files for text in strings(yaml.load(file.read_text('utf8')))})


def how_often(tokenizer: Unigram) -> Counter:
    """How often each token is met in words of both languages, by how common the words are."""
    met = Counter()

    def add(text: str, weight: float, skip: int = 0):
        for token in tokenizer.cut(text)[skip:]:
            met[token] += weight

    for word in top_n_list('en', 60_000):
        add(word, word_frequency(word, 'en'))
        add(word.capitalize(), 0.1 * word_frequency(word, 'en'))
    # A comma before it (two tokens, skipped) keeps the mark of a beginning off a word in the middle of a sentence.
    for word in top_n_list('zh', 120_000):
        add('，' + word, word_frequency(word, 'zh'), skip=2)
    listed = [line.split(' ')[:2] for line in (Path(jieba.__file__).parent / 'dict.txt').read_text('utf8').splitlines()]
    counted = [(word, int(count)) for word, count in listed if int(count) >= RAREST_IN_JIEBA]
    total = sum(count for _, count in counted)
    for word, count in counted:
        add('，' + word, count / total, skip=2)
        if count >= 200:
            add(word, 0.2 * count / total)
    return met


def always_kept(weights: Weights, tokenizer: Unigram, texts: list[str]) -> set[int]:
    kept = set(range(FIRST_PIECE)) | set(tokenizer.cut('query: passage: '))
    for at, piece in enumerate(weights.pieces):
        bare = piece.removeprefix('\u2581')
        if len(bare) == 1 and ord(bare) < 128 or bare == '' and piece:
            kept.add(at)
        if len(piece) == 1 and ('\u4e00' <= piece <= '\u9fff' or '\u3000' <= piece <= '\u303f' or '\uff00' <= piece <= '\uffef'):
            kept.add(at)
    for text in texts:
        kept.update(tokenizer.cut(text))
    return kept


def choose(weights: Weights, texts: list[str]) -> list[int]:
    tokenizer = Unigram(weights.pieces, weights.scores, weights.normal, weights.bos, weights.eos, weights.unknown)
    kept = always_kept(weights, tokenizer, texts)
    print(len(kept), 'tokens that single characters and the scenes need')
    met = how_often(tokenizer)
    for token, _ in sorted(met.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(kept) >= KEEP:
            break
        kept.add(token)
    return sorted(kept)


def full_width(text: str) -> str:
    return ''.join(chr(ord(char) + 0xFEE0) if '!' <= char <= '~' else '\u3000' if char == ' ' else char for char in text)


def sentences(texts: list[str]) -> list[str]:
    """Odd ones written by hand, then lines of the scenes as they stand, in full width, two in one, and cut off in the middle."""
    draw = random.Random(5)
    lines = [text for text in texts if 4 <= len(text) <= 400]
    change = [lambda a, b: a, lambda a, b: a, lambda a, b: a, lambda a, b: full_width(a), lambda a, b: f'{a} {b}', lambda a, b: a[: len(a) // 2] + '……']
    found = list(dict.fromkeys(ODD))
    while len(found) < SENTENCES:
        made = draw.choice(change)(draw.choice(lines), draw.choice(lines))
        if made not in found:
            found.append(made)
    return found


def main():
    weights = read(fetch())
    texts = scene_texts()
    kept = choose(weights, texts)
    rows = [' '.join(map(str, kept[at : at + PER_LINE])) for at in range(0, len(kept), PER_LINE)]
    (HERE / 'kept.txt').write_text('\n'.join(rows) + '\n', 'utf8')
    (HERE / 'sentences.txt').write_text(''.join(json.dumps(s, ensure_ascii=False) + '\n' for s in sentences(texts)), 'utf8')
    print(len(kept), 'tokens kept,', SENTENCES, 'sentences')


if __name__ == '__main__':
    main()
