"""Word diff in about twice the tokenisation time: unique common k-grams -> longest increasing
chain -> exact bit-parallel LCS (rapidfuzz) in the gaps, cell budget so a gap can never blow memory.
"""
import sys
import time
from bisect import bisect_left

import numpy as np
from rapidfuzz.distance import LCSseq


def intern(a, b):
    d = {}
    return [d.setdefault(w, len(d)) for w in a], [d.setdefault(w, len(d)) for w in b]


def _grams(x, k):
    n = len(x) - k + 1
    if n <= 0:
        return np.empty(0, np.uint64)
    h = np.zeros(n, np.uint64)
    for t in range(k):
        h = (h * np.uint64(0x9E3779B97F4A7C15)) ^ ((x[t:t + n] + np.uint64(1)) * np.uint64(0xC2B2AE3D27D4EB4F))
    return h


def anchors(ia, ib, k):
    a, b = np.asarray(ia, np.uint64), np.asarray(ib, np.uint64)
    ua, fa, ca = np.unique(_grams(a, k), return_index=True, return_counts=True)
    ub, fb, cb = np.unique(_grams(b, k), return_index=True, return_counts=True)
    _, xa, xb = np.intersect1d(ua[ca == 1], ub[cb == 1], assume_unique=True, return_indices=True)
    pa, pb = fa[ca == 1][xa], fb[cb == 1][xb]
    o = np.argsort(pa)
    pa, pb = pa[o].tolist(), pb[o].tolist()
    tails, tidx, prev = [], [], [-1] * len(pb)
    for i, v in enumerate(pb):
        p = bisect_left(tails, v)
        if p == len(tails):
            tails.append(v)
            tidx.append(i)
        else:
            tails[p], tidx[p] = v, i
        prev[i] = tidx[p - 1] if p else -1
    seq, i = [], tidx[-1] if tidx else -1
    while i >= 0:
        seq.append((pa[i], pb[i]))
        i = prev[i]
    return [(x, y) for x, y in reversed(seq) if ia[x:x + k] == ib[y:y + k]]      # hash collisions out


def opcodes(ia, ib, k=3, cells=200_000_000):
    """[(tag, i1, i2, j1, j2)] with tags equal / delete / insert; ids from intern()"""
    ops, i, j = [], 0, 0

    def emit(t, i1, i2, j1, j2):
        if i1 == i2 and j1 == j2:
            return
        if ops and ops[-1][0] == t == 'equal' and ops[-1][2] == i1 and ops[-1][4] == j1:
            ops[-1] = (t, ops[-1][1], i2, ops[-1][3], j2)
        else:
            ops.append((t, i1, i2, j1, j2))

    def gap(i1, i2, j1, j2):
        if i1 == i2 or j1 == j2 or (i2 - i1) * (j2 - j1) > cells:
            emit('delete', i1, i2, j1, j1)
            emit('insert', i2, i2, j1, j2)
            return
        for o in LCSseq.opcodes(ia[i1:i2], ib[j1:j2]):
            emit(o.tag, i1 + o.src_start, i1 + o.src_end, j1 + o.dest_start, j1 + o.dest_end)
    for pa, pb in anchors(ia, ib, k):
        d = max(i - pa, j - pb, 0)
        if d >= k:
            continue
        gap(i, pa + d, j, pb + d)
        emit('equal', pa + d, pa + k, pb + d, pb + k)
        i, j = pa + k, pb + k
    gap(i, len(ia), j, len(ib))
    return ops
