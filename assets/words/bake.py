"""Bakes the sentence model: multilingual-e5-small with the tokens of kept.txt, int8, mean pooling and unit length in the graph. Same input, same bytes."""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from graph import POSITIONS, build
from onnxruntime.quantization import QuantType, quantize_dynamic
from unigram import FIRST_PIECE, MAX_TOKENS, Unigram
from weights import HERE, INSIDE, ROOT, SHA256, Weights, fetch, read

OUT = ROOT / 'assets' / 'models' / 'words'
PREFIX = 'query: '
# XLM-RoBERTa's scores are given to four digits after the point.
DIGITS = 4


def kept_tokens() -> list[int]:
    return [int(token) for token in (HERE / 'kept.txt').read_text('utf8').split()]


def tokenizer_file(weights: Weights, kept: list[int]) -> dict:
    if kept[:FIRST_PIECE] != [weights.bos, weights.pad, weights.eos, weights.unknown]:
        raise SystemExit('kept.txt must begin with the four marks <s> <pad> </s> <unk>')
    return {
        'version': 1,
        'prefix': PREFIX,
        'maxTokens': MAX_TOKENS,
        'firstPiece': FIRST_PIECE,
        'bos': 0,
        'eos': 2,
        'unknown': 3,
        'pieces': [weights.pieces[token] for token in kept],
        'scores': [round(weights.scores[token], DIGITS) for token in kept],
        'normal': dict(sorted(weights.normal.items())),
    }


def quantised(model: onnx.ModelProto) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / 'float.onnx', Path(folder) / 'int8.onnx'
        onnx.save(model, before)
        quantize_dynamic(before, after, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul'])
        return after.read_bytes()


def write(name: str, content: bytes) -> dict:
    (OUT / name).write_bytes(content)
    print(f'{name:16}{len(content):>12,} bytes')
    return {'file': name, 'bytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}


def compact(value) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(',', ':')).encode() + b'\n'


def main():
    weights, kept = read(fetch()), kept_tokens()
    tokens = tokenizer_file(weights, kept)
    tokenizer = Unigram(tokens['pieces'], tokens['scores'], tokens['normal'], tokens['bos'], tokens['eos'], tokens['unknown'])
    sentences = [json.loads(line) for line in (HERE / 'sentences.txt').read_text('utf8').splitlines()]
    OUT.mkdir(parents=True, exist_ok=True)
    manifest = {
        'name': 'multilingual-e5-small, pruned, int8',
        'licence': 'MIT',
        'source': {'package': (HERE / 'weights.txt').read_text('utf8').splitlines()[1].split()[0], 'file': INSIDE, 'sha256': SHA256},
        'dimensions': weights.hidden,
        'tokens': len(kept),
        'positions': POSITIONS,
        'model': write('model.onnx', quantised(build(weights, kept))),
        'tokenizer': write('tokenizer.json', compact(tokens)),
    }
    write('sentences.json', b'[\n' + b',\n'.join(compact([text, tokenizer.encode(PREFIX + text)]).strip() for text in sentences) + b'\n]\n')
    write('manifest.json', json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b'\n')


if __name__ == '__main__':
    sys.exit(main())
