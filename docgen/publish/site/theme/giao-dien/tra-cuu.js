/* The search of docgen, written for a browser: the same words, the same sums, the same order (docs/tim-kiem.md).
 The index holds one letter for each word, so that all provisions are one string; see search_index.py. */
var docgenTraCuu = (function () {
 "use strict";
 var MOST_UNITS = 32, LENGTH = 42, BEFORE = 8, TONES = "\u0300\u0301\u0303\u0309\u0323";
 var ZONES = [0, 5, 5, 8];
 var RUN = "(?:[<A>][\\u0300-\\u036f]*)+", WORD = pattern(RUN), MARKS = pattern("[<M>]"), ALNUM = pattern("[<A>]");
 var PHRASE = pattern("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(" + RUN + "(?:[.\\/\\-]" + RUN + ")+)");  /* 21-NQ/TW, 16/6/2022 */
 var cache = Object.create(null);

 /* <A> stands for letters and figures, <M> for marks; a browser of long ago knows the Latin ones only. */
 function pattern(source) {
  try {
   return new RegExp(source.replace(/<A>/g, "\\p{L}\\p{N}").replace(/<M>/g, "\\p{Mn}"), "gu");
  } catch (e) {
   return new RegExp(source.replace(/<A>/g, "0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff")
    .replace(/<M>/g, "\\u0300-\\u036f"), "g");
  }
 }

 /* Words and their keys */
 function withoutMarks(text) {
  return text.replace(/[đð]/g, "d").replace(/[ĐÐ]/g, "D").normalize("NFD").replace(MARKS, "").normalize("NFC");
 }
 function oneI(word) { return word.replace(/^(qu|[hklmstv](?=y$))y/, "$1i"); }
 function keys(word) {
  var known = cache[word], parts, toneless = "", tones = [], i;
  if (known) { return known; }
  parts = word.normalize("NFD").toLowerCase().replace(/[ðɖ]/g, "đ").normalize("NFD");
  for (i = 0; i < parts.length; i++) {
   if (TONES.indexOf(parts.charAt(i)) < 0) { toneless += parts.charAt(i); } else { tones.push(parts.charAt(i)); }
  }
  toneless = toneless.normalize("NFC");
  known = {plain: oneI(withoutMarks(toneless)), marked: oneI(toneless) + tones.sort().join("")};
  cache[word] = known;
  return known;
 }
 function words(text) {
  var found = [], match, key;
  WORD.lastIndex = 0;
  while ((match = WORD.exec(text))) {
   key = keys(match[0]);
   found.push({start: match.index, end: match.index + match[0].length, plain: key.plain, marked: key.marked});
  }
  return found;
 }
 function each(list, name) { return list.map(function (one) { return one[name]; }); }

 /* The query */
 function parse(typed, short) {
  var chain = [], place = 0, match, phrase, i, pairs = [], ways = 1;
  var hasMarks = words(typed).some(function (word) { return word.plain !== word.marked; });
  function single(text) {
   words(text).forEach(function (word) {
    var means = Object.prototype.hasOwnProperty.call(short, word.plain) ? short[word.plain] : null;
    chain.push({typed: text.slice(word.start, word.end), ways: [word.plain].concat(means || []),
          marked: hasMarks && !means ? word.marked : "", length: 1});
   });
  }
  PHRASE.lastIndex = 0;
  while ((match = PHRASE.exec(typed))) {
   if (match[2] && !/\d/.test(match[2])) { continue; }
   single(typed.slice(place, match.index));
   phrase = words(match[1] || match[2]);
   if (phrase.length) {
    chain.push({typed: match[1] || match[2], ways: [each(phrase, "plain").join(" ")],
          marked: hasMarks ? each(phrase, "marked").join(" ") : "", length: phrase.length});
   }
   place = match.index + match[0].length;
  }
  single(typed.slice(place));
  chain = chain.slice(0, MOST_UNITS);
  for (i = 0; i + 1 < chain.length; i++) { pairs.push(sideBySide(chain.slice(i, i + 2))); }
  chain.forEach(function (unit) { ways *= unit.ways.length; });
  return {units: once(chain), pairs: once(pairs), whole: chain.length > 2 && ways <= 12 ? sideBySide(chain) : null};
 }
 function once(units) {
  var seen = {};
  return units.filter(function (unit) {
   var name = unit.ways.join("|") + "#" + unit.marked;
   if (seen[name]) { return false; }
   seen[name] = true;
   return true;
  });
 }
 function sideBySide(units) {
  var runs = [""];
  units.forEach(function (unit) {
   var longer = [];
   runs.forEach(function (run) { unit.ways.forEach(function (way) { longer.push(run + " " + way); }); });
   runs = longer;
  });
  return {ways: runs.map(function (run) { return run.slice(1); }), length: 0,
      marked: units.every(function (unit) { return unit.marked; }) ? each(units, "marked").join(" ") : ""};
 }

 /* Citations */
 var UNITS = {"phu luc": "phu-luc", "gach dau dong": "doan", k: "khoan", d: "dieu", "can cu": "can-cu"};
 var UNIT = pattern("(^|[^<A>_])(phu luc|gach dau dong|can cu|phan|chuong|muc|dieu|khoan|diem|doan|k(?=\\.? ?\\d)|" +
  "d(?=\\.? ?\\d))\\.?\\s*(?:thu\\s+)?(\\d+(?:\\.\\d+)*[a-z]?(?![<A>_/])|[ivxl]+(?![<A>_])|dd(?![<A>_])|" +
  "[a-z](?![<A>_]))");
 var NUMBER = pattern("(^|[^<A>_/])(\\d+[a-z]?\\s*-\\s*[a-z\u0111]{2,}(?:\\s*[/-]\\s*[a-z\u0111]+)?(?:[/-]\\d{4})?)" +
  "(?![<A>_])");
 var BARE = pattern("(?:quy dinh|quy che|huong dan|quyet dinh|van ban|qd|hd|so)\\.?\\s*(?:so\\s*)?(\\d+)(?![<A>_.])");
 var SHORT = /^\s*([0-9a-z][0-9a-z\/-]*)\s*:\s*(\d+[a-z]?(?:\.(?:\d+|[a-z]{1,2}))*)\s*$/;
 var DIRECT = /^([a-z0-9]+(?:-[a-z0-9]+)*)\s*:\s*(\S+)$/, ADDRESS = /^[a-z0-9]+(?:[-.~\/][a-z0-9]+)*$/;
 var ARTICLE = /^\d+[a-z]?(\.(\d+|[a-z]{1,2}))*$/;
 var LABEL = /^(\d+[a-z]?|[ivxl]+|[a-z]|dd)$/, ROMAN = /^(?=.)m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
 var BELONG = (" dieu khoan diem muc chuong phan doan phu luc can cu gach dau dong k d thu lan qui dinh che quiet " +
  "huong dan van ban so nghi thong bao ket luan qd hd qc nq tai cua theo trong ");

 function first(regex, text) { regex.lastIndex = 0; return regex.exec(text); }
 function fold(text) {
  return text.split("").map(function (one) { return withoutMarks(one).charAt(0).toLowerCase() || " "; }).join("");
 }
 function citation(text) {
  var folded = fold(text), found = {}, match, again, unit, value, parts, number, named, place = "", document = "";
  if ((match = SHORT.exec(folded))) {
   parts = match[2].split(".");
   place = "dieu-" + parts.shift();
   parts.forEach(function (part) { place += (/^\d+$/.test(part) ? ".khoan-" : ".diem-") + part; });
   return {address: place, document: match[1]};
  }
  UNIT.lastIndex = 0;
  while ((match = UNIT.exec(folded))) {
   unit = UNITS[match[2]] || match[2];
   value = match[3];
   if (unit === "diem" && /^\d/.test(value)) { unit = "number"; }
   if (text.charAt(UNIT.lastIndex - 1).toLowerCase() === "\u0111" && value !== "dd") { value = value.slice(0, -1) + "dd"; }
   if ((again = /^\s*\(lan (\d+)\)/.exec(folded.slice(UNIT.lastIndex)))) { value += "~" + again[1]; }
   if (!(unit in found)) { found[unit] = value; }
  }
  if (folded.indexOf("kem theo") >= 0) { found["kem-theo"] = ""; }
  if ((number = first(NUMBER, folded))) {
   document = text.substr(number.index + number[1].length, number[2].length).trim();
  } else if ((named = first(BARE, folded))) {
   document = named[1];
  } else if (folded.indexOf("dieu le dang") >= 0) {
   document = "Điều lệ Đảng";
  }
  place = address(found);
  return place || document ? {address: place, document: document} : null;
 }
 function address(found) {
  var parts = [], own = !("dieu" in found), body;
  if ("can-cu" in found && Object.keys(found).length === 1) { return "can-cu-" + found["can-cu"]; }
  if (own) {
   ["phan", "chuong"].forEach(function (unit) { if (unit in found) { parts.push(unit + "-" + found[unit]); } });
   if ("muc" in found) { parts.push((ROMAN.test(found.muc) ? "" : "muc-") + found.muc); }
  } else {
   parts.push("dieu-" + found.dieu);
  }
  ["khoan", "number", "diem"].forEach(function (unit) {
   if (unit in found) {
    parts.push(own && unit !== "diem" ? found[unit] : (unit === "number" ? "khoan" : unit) + "-" + found[unit]);
   }
  });
  if ("doan" in found) { parts.push("doan-" + found.doan); }
  body = parts.join(".");
  if ("phu-luc" in found) { return "phu-luc-" + found["phu-luc"] + (body && "/" + body); }
  return "kem-theo" in found ? "kem-theo" + (body && "/" + body) : body;
 }
 function named(document, editions) {
  var wanted = withoutMarks(document).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  var exact = editions.filter(function (one) { return one.id === wanted; });
  return exact.length ? exact : editions.filter(function (one) { return wanted && one.id.indexOf(wanted + "-") === 0; });
 }
 function cited(typed, editions) {
  var direct = DIRECT.exec(typed.trim().toLowerCase()), means, found, document, more;
  if (direct && ADDRESS.test(direct[2]) && !ARTICLE.test(direct[2])) {
   means = named(direct[1], editions);
   if (means.length) { return {editions: means, address: direct[2], document: direct[1]}; }
  }
  means = named(typed, editions);
  if (means.length) { return {editions: means, address: "", document: typed}; }
  found = citation(typed);
  if (!found) { return null; }
  document = found.document;
  more = words(typed).filter(function (word) {
   var key = word.plain;
   return BELONG.indexOf(" " + key + " ") < 0 && !(LABEL.test(key) && !(/^\d{3,}$/.test(key))) &&
    !words(found.document).some(function (part) { return part.plain === key; });
  });
  if (found.address && !document && more.length === 1 && /^\d+$/.test(more[0].plain)) {
   document = more[0].plain;
   more = [];
  }
  means = document ? named(document, editions) : editions;
  if (!means.length || (more.length && !(document && found.address))) { return null; }
  return {editions: means, address: found.address, document: document};
 }

 /* The index made ready: where each provision begins in the one string, and its words without marks */
 function Index(data) {
  var own = data.words, count = data.addresses.length, plain = "", at = 0, comma, i, n, entry, letter;
  this.data = data;
  this.count = count;
  this.marked = own;
  this.plainLetters = letters(data.plain, data.letters);
  this.markedLetters = letters(data.marked, data.letters);
  letter = {",": ",", ".": "."};
  data.marked.split(" ").forEach(function (word, place) { letter[data.letters.charAt(place)] = data.plainOf.charAt(place); });
  for (i = 0; i < own.length; i++) { plain += letter[own.charAt(i)]; }
  this.plain = plain;
  this.starts = new Int32Array(count + 1);
  this.heads = new Int32Array(count);
  this.sizes = new Int32Array(count);
  for (i = 0; i < count; i++) {
   comma = own.indexOf(",", at);
   this.starts[i] = at;
   this.heads[i] = comma;
   at = own.indexOf(".", comma) + 1;
   this.sizes[i] = at - this.starts[i] - 2;
  }
  this.starts[count] = at;
  this.placed = starts(data.placed);
  this.around = starts(data.around);
  this.wording = new Int32Array(count);
  for (i = 0, n = {}; i < count; i++) {
   entry = plain.slice(this.starts[i], this.starts[i + 1]);
   if (n[entry] === undefined) { n[entry] = i; }
   this.wording[i] = n[entry];
  }
  this.known = {};
  this.knows = 0;
  this.edition = new Int32Array(count);
  for (n = 0, entry = 0; n < data.counts.length; n++) {
   for (i = 0; i < data.counts[n]; i++) { this.edition[entry++] = n; }
  }
 }
 function letters(listed, all) {
  var known = {};
  (listed ? listed.split(" ") : []).forEach(function (word, place) { known[" " + word] = all.charAt(place); });
  return known;
 }
 function starts(text) {
  var found = [0], at = -1;
  while ((at = text.indexOf(".", at + 1)) >= 0) { found.push(at + 1); }
  return found;
 }
 /* A run of words in the letters of the index; null if one of them stands nowhere. */
 function encoded(run, known) {
  var made = "";
  return run.split(" ").every(function (word) { made += known[" " + word] || ""; return known[" " + word]; }) ? made : null;
 }
 /* The parts of a long string that hold a run, and where in each it stands first; what was looked up last is kept. */
 Index.prototype.scan = function (name, text, begins, run) {
  var known = this.known[name + run], parts = [], places = [], part = 0, at;
  if (known) { return known; }
  for (at = run ? text.indexOf(run) : -1; at >= 0; at = text.indexOf(run, begins[part + 1])) {
   while (begins[part + 1] <= at) { part++; }
   parts.push(part);
   places.push(at);
  }
  this.knows += 20 + parts.length;
  if (this.knows > 1e6) { this.known = {}; this.knows = parts.length; }
  return (this.known[name + run] = {parts: parts, places: places});
 };
 function bits(mask) {
  mask = mask - ((mask >>> 1) & 0x55555555);
  mask = (mask & 0x33333333) + ((mask >>> 2) & 0x33333333);
  return (((mask + (mask >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
 }

 /* What of a query stands where: a bit for each unit, for each pair, and for the whole; one row more for sums. */
 var MASKS = ["own", "head", "exact", "around", "pairOwn", "pairHead", "pairExact", "pairAround", "whole", "wholeHead",
       "runs"];
 function Held(index, query) {
  var self = this, count = index.count;
  this.index = index;
  this.query = query;
  this.phrases = [];
  this.length = 0;
  MASKS.forEach(function (name) { self[name] = new Int32Array(count + 1); });
  query.units.forEach(function (unit, place) {
   self.length += unit.length;
   if (unit.length > 1) { self.phrases.push({bit: 1 << place, more: unit.length - 1}); }
   self.look(unit, 1 << place, "own", "head", "exact", "around");
  });
  query.pairs.forEach(function (pair, place) {
   self.look(pair, 1 << place, "pairOwn", "pairHead", "pairExact", "pairAround");
  });
  if (query.whole) { this.look(query.whole, 1, "whole", "wholeHead"); }
 }
 Held.prototype.look = function (unit, bit, own, head, exact, around) {
  var index = this.index, data = index.data, count = index.count, found, i, n, entry, way, run;
  var owns = this[own], heads = this[head], arounds = this[around], inside = data.inside;
  for (way = 0; way < unit.ways.length; way++) {
   run = encoded(unit.ways[way], index.plainLetters);
   found = index.scan("o", index.plain, index.starts, run);
   for (i = 0, n = found.parts.length; i < n; i++) {
    entry = found.parts[i];
    owns[entry] |= bit;
    if (found.places[i] < index.heads[entry]) { heads[entry] |= bit; }
    if (around && run.length > 1) { this.runs[entry] = 1; }
   }
   if (!around) { continue; }
   found = index.scan("p", data.placed, index.placed, run);
   for (i = 0, n = found.parts.length; i < n; i++) { arounds[found.parts[i]] |= bit; }
   found = index.scan("a", data.around, index.around, run);
   if (found.parts.length) {
    if (!found.means) {
     found.means = new Uint8Array(index.around.length);
     found.parts.forEach(function (part) { found.means[part] = 1; });
    }
    for (entry = 0; entry < count; entry++) { if (found.means[inside[entry]]) { arounds[entry] |= bit; } }
   }
  }
  if (unit.marked && exact) {
   found = index.scan("x", index.marked, index.starts, encoded(unit.marked, index.markedLetters));
   for (i = 0; i < found.parts.length; i++) { this[exact][found.parts[i]] |= bit; }
  }
 };
 Held.prototype.words = function (mask) {
  var sum = bits(mask), i;
  for (i = 0; i < this.phrases.length; i++) { if (mask & this.phrases[i].bit) { sum += this.phrases[i].more; } }
  return sum;
 };
 Held.prototype.all = function (entry) { return bits(this.own[entry] | this.around[entry]); };
 Held.prototype.score = function (row, zone, size, late) {
  var own = this.own[row], around = this.around[row] & ~own, pair = this.pairOwn[row], inOwn = this.words(own);
  return 10 * inOwn + 12 * (inOwn - bits(own)) + 5 * this.words(this.head[row]) + 4 * this.words(this.exact[row]) +
   3 * this.words(around) + 12 * bits(pair) + 6 * bits(this.pairHead[row]) + 4 * bits(this.pairExact[row]) +
   3 * bits(this.pairAround[row] & ~pair) + (this.whole[row] ? 8 : 0) + (this.wholeHead[row] ? 15 : 0) -
   2 * (32 - Math.clz32(size)) - ZONES[zone] * this.length - (late ? 10 : 0);
 };

 /* Finding: `among` tells of an edition whether it is searched */
 function find(index, typed, among) {
  var data = index.data, query = parse(typed, data.short), held = new Held(index, query), count = query.units.length;
  var places = [], lates = [], order = [], found = [], near = [], results, isNear, wholes, taken = {}, least, best = 0, seen = 0, alone, means, missed;
  data.editions.forEach(function (one, n) { if (!among || among(one)) { order.push(n); } });
  order.sort(function (a, b) {
   var one = data.editions[a], two = data.editions[b];
   return late(one) - late(two) || compare(two.issued, one.issued) || compare(one.id, two.id);
  });
  order.forEach(function (n, place) { places[n] = place; lates[n] = late(data.editions[n]); });
  function late(edition) { return edition.status === "replaced" || edition.status === "not_yet" ? 1 : 0; }
  function made(entry, row, size, last) {
   var n = index.edition[entry];
   return {id: entry, score: held.score(row, +data.zones.charAt(entry), size, lates[n]), place: places[n], last: last || 0,
       own: last ? index.plain.slice(index.starts[entry], index.starts[last + 1]) : index.wording[entry]};
  }
  means = cited(typed, order.map(function (n) { return data.editions[n]; }));
  results = means ? byName(means) : [];
  missed = means && !results.some(function (one) { return one.isCited; });
  least = (count + 1) >> 1;
  if (count) {
   for (var entry = 0; entry < index.count; entry++) {
    if (places[index.edition[entry]] === undefined) { continue; }
    seen |= held.own[entry] | held.around[entry];
    if (held.own[entry] && held.all(entry) === count) { found.push(made(entry, entry, index.sizes[entry])); }
   }
  }
  isNear = !found.length && !means && count > 0;
  if (isNear) {
   wholes = whole();
   alone = count === 2 && (seen & 3) !== 3;
   wholes.forEach(function (one) { taken[one.id] = true; });
   for (entry = 0; entry < index.count; entry++) {
    if (places[index.edition[entry]] !== undefined && held.own[entry] && held.all(entry) >= least &&
      (alone || held.pairOwn[entry] || held.runs[entry])) {
     near.push(entry);
     best = Math.max(best, held.all(entry));
    }
   }
   found = wholes.concat(near.filter(function (one) {
    return !taken[one] && held.all(one) >= best - Math.max(1, count >> 2);
   }).map(function (one) { return made(one, one, index.sizes[one]); }));
  }
  taken = {};
  results.forEach(function (one) { taken[one.id] = true; });
  results = results.concat(repeatsLast(found.sort(byWorth)).filter(function (one) { return !taken[one.id]; }));
  return {query: query, places: places, results: results, nearest: isNear && found.length > 0, absent: missed ? means : null};

  function byName(means) {
   var address = means.address, list = [];
   for (;;) {
    data.addresses.forEach(function (one, entry) {
     if (one === address && means.editions.indexOf(data.editions[index.edition[entry]]) >= 0) {
      list.push(made(entry, entry, index.sizes[entry]));
      list[list.length - 1].score = 1000;
      list[list.length - 1].isNamed = true;
      list[list.length - 1].isCited = address === means.address;
     }
    });
    if (list.length || !address || !means.document) { return list.sort(byWorth); }
    address = address.slice(0, Math.max(0, address.lastIndexOf(".")));
   }
  }
  /* The smallest articles and clauses that hold all words together with what hangs below them. */
  function whole() {
   var list = [], settled = [], sum = index.count, mask, entry, last, size, i;
   for (entry = index.count - 1; entry >= 0; entry--) {
    last = entry + data.below[entry];
    if (last === entry || places[index.edition[entry]] === undefined || (settled.length && settled[settled.length - 1] <= last)) {
     continue;
    }
    for (mask = 0, i = entry; i <= last; i++) { mask |= held.own[i]; }
    if (!mask || bits(mask | held.around[entry]) !== count) { continue; }
    MASKS.forEach(function (name) { held[name][sum] = held[name][entry]; });
    held.own[sum] = mask;
    for (size = 0, i = entry; i <= last; i++) {
     held.exact[sum] |= held.exact[i];
     held.pairOwn[sum] |= held.pairOwn[i];
     held.pairExact[sum] |= held.pairExact[i];
     held.whole[sum] |= held.whole[i];
     size += index.sizes[i];
    }
    settled.push(entry);
    list.push(made(entry, sum, size, last));
   }
   return list;
  }
 }
 function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }
 function byWorth(a, b) { return b.score - a.score || a.place - b.place || a.id - b.id; }
 function repeatsLast(found) {
  var seen = {}, start = [], again = [], i;
  for (i = 0; i < found.length; i++) {
   (seen[found[i].own] ? again : start).push(found[i]);
   seen[found[i].own] = true;
  }
  return start.concat(again);
 }

 /* One result with its words, for showing */
 function hit(index, answer, one) {
  var data = index.data, n = index.edition[one.id], below = [], i, missing = [], alike = 0;
  var own = index.plain.slice(index.starts[one.id], index.starts[one.id + 1]);
  for (i = one.id + 1; i <= one.last; i++) {
   if (data.headings[i]) { below.push(data.headings[i]); }
   if (data.texts[i]) { below.push(data.texts[i]); }
  }
  if (!one.isNamed && !one.last) {
   missing = each(answer.query.units.filter(function (unit) {
    return !unit.ways.some(function (way) {
     var run = encoded(way, index.plainLetters), around = data.inside[one.id];
     return run && (own.indexOf(run) >= 0 ||
      data.placed.slice(index.placed[one.id], index.placed[one.id + 1]).indexOf(run) >= 0 ||
      data.around.slice(index.around[around], index.around[around + 1]).indexOf(run) >= 0);
    });
   }), "typed");
  }
  for (i = one.last ? index.count : 0; i < index.count; i++) {
   if (index.wording[i] === one.own && i !== one.id && answer.places[index.edition[i]] !== undefined) { alike++; }
  }
  return {edition: data.editions[n], address: data.addresses[one.id], score: one.score, isCited: !!one.isCited,
      citation: data.places[one.id] ? data.places[one.id] + " " + data.editions[n].name : data.editions[n].name,
      missing: missing, alike: alike, snippet: snippet(
       [data.headings[one.id], data.texts[one.id], below.join(" ")].filter(Boolean).join("\n"), answer.query, LENGTH)};
 }

 /* The piece that shows why a provision was found; marks are the places of the words in it */
 function snippet(source, query, length) {
  var found = words(source), spans, begin, last, start, end, marks = [], text;
  if (!found.length) { return {text: source, marks: [], cut: [false, false]}; }
  spans = marked(query.units, found);
  begin = bestStart(spans, found.length, length);
  last = Math.min(begin + length, found.length);
  start = begin === 0 ? 0 : found[begin].start;
  end = last === found.length ? source.length : found[last - 1].end;
  text = source.slice(start, end);
  spans.forEach(function (span) {
   var from, to, before = marks[marks.length - 1];
   if (span.start < begin || span.end > last) { return; }
   from = found[span.start].start - start;
   to = found[span.end - 1].end - start;
   if (before && !first(ALNUM, text.slice(before[1], from))) { before[1] = Math.max(to, before[1]); } else { marks.push([from, to]); }
  });
  return {text: text, marks: marks, cut: [begin > 0, last < found.length]};
 }
 function marked(units, found) {
  var spans = [], ending = {}, longest = [], kept = [], at = Object.create(null);
  found.forEach(function (word, place) { (at[word.plain] = at[word.plain] || []).push(place); });
  units.forEach(function (unit, place) { spans = spans.concat(occurrences(place, unit, found, at)); });
  spans.sort(function (a, b) { return a.start - b.start || a.unit - b.unit; });
  spans.forEach(function (span) {
   var name = (span.unit - 1) + " " + span.start, run = (ending[name] || []).concat([span]);
   delete ending[name];
   ending[span.unit + " " + span.end] = run;
  });
  Object.keys(ending).forEach(function (name) {
   ending[name].forEach(function (span) { longest[span.unit] = Math.max(longest[span.unit] || 0, ending[name].length); });
  });
  Object.keys(ending).forEach(function (name) {
   ending[name].forEach(function (span) { if (ending[name].length === longest[span.unit]) { kept.push(span); } });
  });
  return kept.sort(function (a, b) { return a.start - b.start; });
 }
 function occurrences(place, unit, found, at) {
  var spans = [], exact = [];
  unit.ways.forEach(function (way) {
   var run = way.split(" ");
   (at[run[0]] || []).forEach(function (start) {
    var span = {start: start, end: start + run.length, unit: place};
    if (!stands(way, "plain", span)) { return; }
    spans.push(span);
    if (unit.marked && stands(unit.marked, "marked", span)) { exact.push(span); }
   });
  });
  return exact.length ? exact : spans;
  function stands(run, name, span) {
   return found[span.start][name] === run || each(found.slice(span.start, span.end), name).join(" ") === run;
  }
 }
 function bestStart(spans, count, length) {
  var best = 0, most = 0, from = 0;
  if (count <= length || !spans.length) { return 0; }
  [{start: 0}].concat(spans).forEach(function (span) {
   var start = Math.max(0, Math.min(span.start - BEFORE, count - length)), mask = 0, i;
   while (from < spans.length && spans[from].start < start) { from++; }
   for (i = from; i < spans.length && spans[i].start < start + length; i++) {
    if (spans[i].end <= start + length) { mask |= 1 << spans[i].unit; }
   }
   if (bits(mask) > most) { best = start; most = bits(mask); }
  });
  return best;
 }

 return {Index: Index, find: find, hit: hit, words: words, citation: citation};
})();
