"""Mutated pairs with a known alignment.

make_pair(base_articles, donor_articles, params, seed) -> (old, new, truth)

Every word of the new version knows the old leaf it came from, so the truth is a set of weighted
edges old leaf -> new leaf; labels (moved, renumbered, split, merged, deleted, inserted) are derived
by labels.py with the same code for the truth and for a prediction.
All randomness comes from random.Random(f'{seed}:{step}').
"""
import copy
import json
import random
import re
import unicodedata

from benchmarks.align import doc, vnorm

DEFAULT = {
    # how many of each operation, as a share of the articles (or of the leaves for leaf operations)
    'art_move': 0.10, 'art_split': 0.08, 'art_merge': 0.08, 'art_delete': 0.08, 'art_insert': 0.10,
    'art_decoy': 0.05,          # inserted article = copy of an existing one with its subject swapped + reword
    'title_change': 0.15,
    'leaf_move': 0.05,          # khoản to another article
    'leaf_swap': 0.05,          # two neighbouring khoản change places
    'leaf_split': 0.05, 'leaf_merge': 0.05, 'leaf_scatter': 0.0,   # chance that the halves stand in two articles
    'leaf_parts': 2,            # a split khoản becomes up to so many, a merged one is made of up to so many
    'leaf_delete': 0.05, 'leaf_insert': 0.06,
    'reword_share': 0.45,       # share of leaves that are reworded
    'reword_rate': 0.20,        # share of words touched in such a leaf (mean)
    'respell': 0.0,             # chance per word to flip tone placement / i-y in the new version
    'nfd': 0.0,                 # chance that the whole new version is NFD
    'ocr': 0.0,                 # damaged characters per character in the new version
}

PROFILES = {
    'light': {'reword_share': .25, 'reword_rate': .10, 'art_move': .0, 'art_split': .0, 'art_merge': .0,
              'art_decoy': .0, 'leaf_move': 0, 'leaf_split': 0, 'leaf_merge': 0},
    'standard': {},
    'heavy': {'reword_share': .85, 'reword_rate': .40, 'art_move': .2, 'art_split': .15, 'art_merge': .15,
              'art_delete': .12, 'art_insert': .15, 'art_decoy': .10, 'leaf_move': .10, 'leaf_split': .10,
              'leaf_merge': .10, 'leaf_swap': .10},
    'respell': {'respell': .7, 'nfd': .5},
    'ocr': {'ocr': .03},
    'hard': {'reword_share': .95, 'reword_rate': .50, 'art_move': .25, 'art_split': .2, 'art_merge': .2, 'art_delete': .15,
             'art_insert': .2, 'art_decoy': .2, 'title_change': .4, 'leaf_move': .12, 'leaf_split': .12, 'leaf_merge': .12,
             'leaf_swap': .12, 'leaf_delete': .1, 'leaf_insert': .1, 'ocr': .02, 'respell': .3},
    'scattered': {'leaf_split': .15, 'leaf_merge': .15, 'leaf_scatter': 1.},
    'scattered heavy': {'reword_share': .85, 'reword_rate': .40, 'leaf_split': .15, 'leaf_merge': .15, 'leaf_scatter': 1.},
    'manifold': {'leaf_split': .25, 'leaf_merge': .2, 'leaf_parts': 5},
    'manifold heavy': {'reword_share': .85, 'reword_rate': .40, 'leaf_split': .25, 'leaf_merge': .2, 'leaf_parts': 5},
    'rewrite': {'reword_share': 1.0, 'reword_rate': .60, 'art_move': .15, 'title_change': .5},
}

SYN = [('bảo đảm', 'đảm bảo'), ('lãnh đạo', 'lãnh đạo, chỉ đạo'), ('nhân dân', 'Nhân dân'), ('cơ quan', 'cơ quan, đơn vị'),
       ('thường xuyên', 'kịp thời'), ('theo quy định', 'theo quy định hiện hành'), ('người lao động', 'quần chúng'),
       ('phối hợp với', 'chủ trì, phối hợp với'), ('tổ chức thực hiện', 'triển khai thực hiện'), ('xem xét', 'nghiên cứu'),
       ('thực hiện', 'thi hành'), ('xây dựng', 'củng cố'), ('có trách nhiệm', 'chịu trách nhiệm'), ('tham gia', 'tham mưu'),
       ('nhiệm vụ được giao', 'chức năng, nhiệm vụ được giao'), ('kiểm tra, giám sát', 'kiểm tra, giám sát, kỷ luật đảng')]
SUBJ = [('huyện', 'tỉnh'), ('ban thường vụ', 'thường trực cấp uỷ'), ('đảng đoàn', 'ban cán sự đảng'), ('hội', 'mặt trận'),
        ('chi bộ', 'đảng bộ bộ phận'), ('cơ quan', 'doanh nghiệp'), ('cấp uỷ', 'uỷ ban kiểm tra')]
CONF = {'ộ': 'ô', 'ồ': 'ô', 'ổ': 'ố', 'ề': 'ể', 'ể': 'ế', 'ấ': 'ẩ', 'ẩ': 'ấ', 'ủ': 'ù', 'ự': 'ụ', 'ư': 'u', 'ơ': 'o', 'đ': 'd',
        'l': 'ỉ', 'i': 'í', 'n': 'ri', 'm': 'rn', 'c': 'e', 'h': 'lì', 'u': 'ii', 't': 'ừ', 'ă': 'ã', 'ợ': 'ọ', 'ạ': 'ạ', 'ữ': 'ừ'}


def clean(a):
    return [w for w in a if w]


class Gen:
    def __init__(self, base, donor, params, seed):
        self.p = {**DEFAULT, **params}
        self.seed = seed
        self.log = []
        self.old = doc.number(copy.deepcopy(base))
        for a in self.old:
            for lf in doc.leaves(a):
                lf.src = {lf.lid: len(lf.text.split())}
        self.donor = copy.deepcopy(donor)
        for a in self.donor:
            for lf in doc.leaves(a):
                lf.src = {}
        self.new = copy.deepcopy(self.old)
        self.vocab = [lf.text.split() for a in base + donor for lf in doc.leaves(a) if len(lf.text.split()) > 12]

    def r(self, step):
        return random.Random(f'{self.seed}:{step}')

    def n(self, r, share, total):
        x = share * total
        return int(x) + (r.random() < x - int(x))

    # ---- leaf level -------------------------------------------------------------------------
    def clauses(self):
        return [(a, c) for a in self.new for c in a.clauses]

    def leaf_ops(self):
        p, r = self.p, self.r('leaf')
        cl = [x for x in self.clauses() if x[1].lead.kind == 'k']
        tot = len(cl)
        used = set()

        def pick(cond=lambda a, c: True):
            c = [x for x in self.clauses() if x[1].lead.kind == 'k' and id(x[1]) not in used and cond(*x)]
            if not c:
                return None
            x = r.choice(c)
            used.add(id(x[1]))
            return x
        for _ in range(self.n(r, p['leaf_delete'], tot)):
            x = pick(lambda a, c: len(a.clauses) > 2)
            if x:
                x[0].clauses.remove(x[1])
                self.log.append('leaf_delete')
        for _ in range(self.n(r, p['leaf_move'], tot)):
            x = pick(lambda a, c: len(a.clauses) > 2)
            if x:
                to = r.choice([a for a in self.new if a is not x[0] and a.clauses[0].lead.kind == 'k'] or [x[0]])
                x[0].clauses.remove(x[1])
                to.clauses.insert(r.randrange(len(to.clauses) + 1), x[1])
                self.log.append('leaf_move')
        for _ in range(self.n(r, p['leaf_swap'], tot)):
            x = pick(lambda a, c: len(a.clauses) > 1)
            if x:
                cs = x[0].clauses
                i = cs.index(x[1])
                j = i + 1 if i + 1 < len(cs) else i - 1
                cs[i], cs[j] = cs[j], cs[i]
                self.log.append('leaf_swap')
        for _ in range(self.n(r, p['leaf_split'], tot)):
            x = pick(lambda a, c: not c.points and len(c.lead.text.split()) >= 36)
            if x:
                cut = self.cut(r, x[1].lead)
                if cut:
                    i = x[0].clauses.index(x[1])
                    if p['leaf_scatter'] and r.random() < p['leaf_scatter']:
                        to = self.elsewhere(r, x[0])
                        x[0].clauses[i] = doc.Clause(cut[0])
                        to.clauses.insert(r.randrange(len(to.clauses) + 1), doc.Clause(cut[1]))
                        used.update((id(x[0].clauses[i]), *(id(c) for c in to.clauses if c.lead is cut[1])))
                        self.log.append('leaf_split')
                        continue
                    parts = self.more_parts(r, cut)
                    x[0].clauses[i:i + 1] = [doc.Clause(part) for part in parts]
                    used.update(id(c) for c in x[0].clauses[i:i + len(parts)])
                    self.log.append('leaf_split')
        for _ in range(self.n(r, p['leaf_merge'], tot)):
            x = pick(lambda a, c: not c.points and a.clauses.index(c) + 1 < len(a.clauses)
                     and not a.clauses[a.clauses.index(c) + 1].points and id(a.clauses[a.clauses.index(c) + 1]) not in used)
            if x:
                i = x[0].clauses.index(x[1])
                y = x[0].clauses[i + 1]
                if p['leaf_scatter'] and r.random() < p['leaf_scatter']:
                    other = self.elsewhere(r, x[0])
                    far = [c for c in other.clauses if not c.points and id(c) not in used and c.lead.kind == 'k']
                    if far and len(other.clauses) > 1:
                        y = r.choice(far)
                        other.clauses.remove(y)
                        x[0].clauses.insert(i + 1, y)
                whole = [x[1], y]
                if p['leaf_parts'] > 2:
                    for z in x[0].clauses[i + 2:i + r.randrange(2, p['leaf_parts'] + 1)]:
                        if z.points or id(z) in used:
                            break
                        whole.append(z)
                lf = doc.Leaf(' '.join(z.lead.text.rstrip('.;') + '.' for z in whole[:-1]) + ' ' + whole[-1].lead.text, 'k')
                for q in (z.lead for z in whole):
                    for k, v in q.src.items():
                        lf.src[k] = lf.src.get(k, 0) + v
                lf.touched = True
                x[0].clauses[i:i + len(whole)] = [doc.Clause(lf)]
                used.add(id(x[0].clauses[i]))
                self.log.append('leaf_merge')
        for _ in range(self.n(r, p['leaf_insert'], tot)):
            a = r.choice(self.new)
            d = r.choice(self.donor)
            lf = copy.deepcopy(r.choice(list(doc.leaves(d))))
            lf.kind = 'k'
            if a.clauses[0].lead.kind == 'k':
                a.clauses.insert(r.randrange(len(a.clauses) + 1), doc.Clause(lf))
                self.log.append('leaf_insert')

    def more_parts(self, r, cut):
        """the two halves of a leaf, and those cut again where more parts are wanted"""
        parts = list(cut)
        want = r.randrange(2, self.p['leaf_parts'] + 1) if self.p['leaf_parts'] > 2 else 2
        while len(parts) < want:
            i = max(range(len(parts)), key=lambda k: len(parts[k].text.split()))
            again = self.cut(r, parts[i])
            if not again:
                break
            parts[i:i + 1] = again
        return parts

    def elsewhere(self, r, a):
        """another article with numbered khoản (the same one if there is no other)"""
        return r.choice([b for b in self.new if b is not a and b.clauses and b.clauses[0].lead.kind == 'k'] or [a])

    def cut(self, r, lf):
        """split a leaf at a ';' or '.' near the middle"""
        w = lf.text.split()
        c = [i for i in range(10, len(w) - 10) if w[i - 1][-1] in ';.,' and w[i - 1][-1] in (';.' if r.random() < .8 else ';.,')]
        if not c:
            return None
        i = min(c, key=lambda k: abs(k - len(w) / 2))
        (k, v), = lf.src.items() if len(lf.src) == 1 else [(None, 0)]
        if k is None:
            return None
        one = doc.Leaf(' '.join(w[:i]).rstrip(';,') + '.', lf.kind, src={k: i}, touched=True)
        two = doc.Leaf(w[i][:1].upper() + ' '.join(w[i:])[1:], lf.kind, src={k: len(w) - i}, touched=True)
        return one, two

    # ---- article level ----------------------------------------------------------------------
    def art_ops(self):
        p, r = self.p, self.r('art')
        tot = len(self.new)
        used = set()

        def pick(cond=lambda a: True):
            c = [a for a in self.new if id(a) not in used and cond(a)]
            if not c:
                return None
            a = r.choice(c)
            used.add(id(a))
            return a
        for _ in range(self.n(r, p['art_delete'], tot)):
            a = pick()
            if a and len(self.new) > 4:
                self.new.remove(a)
                self.log.append('art_delete')
        for _ in range(self.n(r, p['art_split'], tot)):
            a = pick(lambda a: len(a.clauses) >= 3)
            if a:
                k = r.randrange(1, len(a.clauses))
                b = doc.Article(self.title_from(a.clauses[k]), a.clauses[k:])
                a.clauses = a.clauses[:k]
                i = self.new.index(a)
                self.new.insert(i + 1 if r.random() < .7 else r.randrange(len(self.new) + 1), b)
                used.add(id(b))
                self.log.append('art_split')
        for _ in range(self.n(r, p['art_merge'], tot)):
            a = pick(lambda a: a.clauses[0].lead.kind == 'k')
            b = pick(lambda b: b.clauses[0].lead.kind == 'k') if r.random() < .3 else None
            if a and b is None:
                i = self.new.index(a)
                b = next((x for x in self.new[i + 1:i + 2] if id(x) not in used and x.clauses[0].lead.kind == 'k'), None)
            if a and b and a is not b:
                used.add(id(b))
                a.clauses += b.clauses
                if r.random() < .5:
                    a.title = (a.title + ' và ' + b.title[:1].lower() + b.title[1:]) if b.title else a.title
                self.new.remove(b)
                self.log.append('art_merge')
        for _ in range(self.n(r, p['art_move'], tot)):
            a = pick()
            if a:
                self.new.remove(a)
                self.new.insert(r.randrange(len(self.new) + 1), a)
                self.log.append('art_move')
        for _ in range(self.n(r, p['art_insert'], tot)):
            a = copy.deepcopy(r.choice(self.donor))
            a.clauses = a.clauses[:6]
            self.new.insert(r.randrange(len(self.new) + 1), a)
            used.add(id(a))
            self.log.append('art_insert')
        for _ in range(self.n(r, p['art_decoy'], tot)):
            here = {o for b in self.new for lf in doc.leaves(b) for o in lf.src}
            live = [b for b in self.old if all(lf.lid in here for lf in doc.leaves(b))]   # a twin of a living article
            if not live:
                continue
            a = copy.deepcopy(r.choice(live))
            x, y = r.choice([s for s in SUBJ if any(s[0] in lf.text for lf in doc.leaves(a))] or SUBJ)
            a.title = a.title.replace(x, y)
            for lf in doc.leaves(a):
                lf.text, lf.src = lf.text.replace(x, y), {}
                self.reword(r, lf, .45)
            self.new.insert(r.randrange(len(self.new) + 1), a)
            self.log.append('art_decoy')
        for a in self.new:
            if r.random() < p['title_change'] and a.title:
                a.title = self.title_from(r.choice(a.clauses)) if r.random() < .4 else self.synonym(r, a.title)

    def title_from(self, c):
        t = re.split(r'[;.,]', c.lead.text)[0].split()[:12]
        return ' '.join(t)

    def synonym(self, r, t):
        s = [x for x in SYN if x[0] in t]
        if not s:
            return t + ' ' + r.choice(['trong tình hình mới', 'theo phân cấp', 'và tổ chức thực hiện'])
        x, y = r.choice(s)
        return t.replace(x, y, 1)

    # ---- words ------------------------------------------------------------------------------
    def reword(self, r, lf, rate):
        """phrase-level edits until about rate of the words are touched"""
        w = lf.text.split()
        n0 = len(w)
        todo = max(1, round(rate * n0))
        guard = 0
        lost = 0
        while todo > 0 and guard < 60 and len(w) > 4:
            guard += 1
            op = r.random()
            k = min(todo, r.choice((1, 1, 2, 2, 3, 4, 6)), max(1, len(w) // 3))
            i = r.randrange(len(w) - k + 1)
            if op < .25:
                t = ' '.join(w)
                s = [x for x in SYN if x[0] in t]
                if s:
                    x, y = r.choice(s)
                    w = t.replace(x, y, 1).split()
                    todo -= max(1, abs(len(y.split()) - len(x.split())))
                continue
            v = r.choice(self.vocab)
            j = r.randrange(max(1, len(v) - k))
            if op < .60:
                w[i:i + k] = v[j:j + k]
                lost += k
            elif op < .80:
                del w[i:i + k]
                lost += k
            else:
                w[i:i] = v[j:j + k]
            todo -= k
        lf.text = ' '.join(w)
        lf.touched = True
        if lf.src:
            lf.kept *= max(0., 1 - lost / max(1, n0))

    def words(self):
        p, r = self.p, self.r('word')
        for a in self.new:
            for lf in doc.leaves(a):
                if r.random() < p['reword_share']:
                    self.reword(r, lf, min(.9, max(.02, r.gauss(p['reword_rate'], p['reword_rate'] / 3))))

    def respell(self, t, r):
        def one(m):
            w = m.group()
            if r.random() >= self.p['respell']:
                return w
            b = vnorm.restyle(w, new_style=False)
            if b == w:
                b = vnorm.restyle(w, new_style=True)
            if b == w and re.match(r'(?i)^[hklmst][yỳỷỹýỵ]$', w):
                b = w[0] + {'y': 'i', 'ỳ': 'ì', 'ỷ': 'ỉ', 'ỹ': 'ĩ', 'ý': 'í', 'ỵ': 'ị'}[w[1].lower()]
            return b
        return re.sub(r'[^\W\d_]+', one, t)

    def ocr(self, t, r):
        o = []
        for ch in t:
            if r.random() < self.p['ocr']:
                x = CONF.get(ch)
                if x is None:
                    x = '' if r.random() < .2 else ch
                o.append(x)
            else:
                o.append(ch)
        return ''.join(o)

    def surface(self):
        p, r = self.p, self.r('surface')
        nfd = r.random() < p['nfd']
        for a in self.new:
            for obj, f in [(a, 'title')] + [(lf, 'text') for lf in doc.leaves(a)]:
                t = getattr(obj, f)
                if p['respell']:
                    t = self.respell(t, r)
                if p['ocr']:
                    t = self.ocr(t, r)
                if nfd:
                    t = unicodedata.normalize('NFD', t)
                setattr(obj, f, t)

    def run(self):
        self.leaf_ops()
        self.art_ops()
        self.words()
        self.new = [a for a in self.new if a.clauses]
        doc.number(self.new)
        self.surface()
        edges = {}
        for a in self.new:
            for lf in doc.leaves(a):
                for o, m in lf.src.items():
                    if lf.kept >= .25:                 # less than a quarter of its words left: a new provision
                        edges[(o, lf.lid)] = edges.get((o, lf.lid), 0) + m
        touched = {lf.lid: lf.touched for a in self.new for lf in doc.leaves(a)}
        truth = {'seed': self.seed, 'params': self.p, 'ops': self.log,
                 'edges': [[o, n, m] for (o, n), m in sorted(edges.items())], 'touched': touched}
        return self.old, self.new, truth


def make_pair(base, donor, params, seed):
    return Gen(base, donor, params, seed).run()


def scale_base(base, times, seed):
    """a long base: the same articles again with 35 % of their words changed (boilerplate-heavy on purpose)"""
    out = copy.deepcopy(base)
    g = Gen(base, base, {}, f'{seed}:scale')
    for t in range(1, times):
        r = random.Random(f'{seed}:scale{t}')
        for a in copy.deepcopy(base):
            x, y = r.choice(SUBJ)
            a.title = g.synonym(r, a.title) if a.title else a.title
            for lf in doc.leaves(a):
                lf.text = lf.text.replace(x, y)
                g.reword(r, lf, .35)
            out.append(a)
    return out
