/* The page that searches: loads the index at first use, asks as one types, shows provisions. It says nothing of its own. */
(function () {
 "use strict";
 var d = document, form = d.getElementById("tra-cuu"), said = form.dataset, field = d.getElementById("tim");
 var work = d.getElementById("trong"), force = d.getElementById("hieu-luc"), list = d.getElementById("ket-qua");
 var status = d.getElementById("so-ket-qua"), more = d.getElementById("con-nua"), examples = d.getElementById("vi-du");
 var STEP = 10, index = null, state = "", waiting = null, answer = null, shown = 0, root = d.body.dataset.root || ".";

 function make(name, className, text) {
  var it = d.createElement(name);
  if (className) { it.className = className; }
  if (text) { it.textContent = text; }
  return it;
 }
 function put(sentence, n, words) { return sentence.replace("{n}", n).replace("{words}", function () { return words; }); }

 /* The index is a script of its own, fetched when somebody begins to search. */
 function load() {
  var script;
  if (state) { return; }
  state = "loading";
  script = make("script");
  script.src = root + "/giao-dien/chi-muc.js";
  script.charset = "utf-8";
  script.onload = function () {
   index = new docgenTraCuu.Index(window.DOCGEN_CHI_MUC);
   ask(true);
  };
  script.onerror = function () { state = ""; status.textContent = said.failed; };
  d.body.appendChild(script);
 }

 /* A word still being typed that no text has is left out for as long as it grows. */
 function finished(typed) {
  var words = docgenTraCuu.words(typed), last = words[words.length - 1];
  if (words.length > 1 && last.end === typed.length && !index.plainLetters[" " + last.plain] &&
    !index.data.short.hasOwnProperty(last.plain)) {
   return typed.slice(0, last.start);
  }
  return typed;
 }
 function ask(whole) {
  var typed = field.value.trim() ? field.value.normalize("NFC") : "";
  clearTimeout(waiting);
  if (!typed) { clear(); return; }
  if (!index) { status.textContent = said.loading; load(); return; }
  answer = docgenTraCuu.find(index, whole ? typed : finished(typed), function (edition) {
   return (!work.value || edition.work === work.value) && (!force.checked || edition.status === "in_force");
  });
  tell(typed);
  list.textContent = "";
  shown = 0;
  further();
  examples.hidden = true;
 }
 function clear() {
  answer = null;
  list.textContent = status.textContent = "";
  more.hidden = true;
  examples.hidden = false;
 }
 function tell(typed) {
  var n = answer.results.length, text = n === 1 ? said.one : put(said.count, n);
  if (!n) { text = put(said.nothing, n, typed.trim()); } else if (answer.absent) { text = put(said.absent, n, typed.trim()); }
  else if (answer.nearest) { text = put(said.nearest, n); }
  if (force.checked && index.data.editions.some(function (one) { return one.held && one.status === "not_known"; })) {
   text += (/[.:]$/.test(text) ? " " : ". ") + said.unknown;
  }
  status.textContent = text;
 }
 function further() {
  var till = Math.min(shown + STEP, answer.results.length), all = d.createDocumentFragment();
  for (; shown < till; shown++) { all.appendChild(row(docgenTraCuu.hit(index, answer, answer.results[shown]))); }
  list.appendChild(all);
  more.hidden = shown >= answer.results.length;
 }
 function row(hit) {
  var it = make("li"), head = make("h2"), link = make("a", "", hit.citation), notes = make("p", "notes-of ui"), piece;
  var state = hit.edition.status.replace("_", "-"), extra = [];
  link.href = root + "/" + hit.edition.page + (hit.address ? "#" + hit.address : "");
  head.appendChild(link);
  notes.appendChild(make("span", "mark s-" + state, form.getAttribute("data-status-" + state)));
  if (!hit.edition.held) { extra.push(said.unheld); }
  if (hit.missing.length) { extra.push(put(said.without, 0, hit.missing.join(", "))); }
  if (hit.alike) { extra.push(put(said.alike, hit.alike)); }
  if (extra.length) { notes.appendChild(d.createTextNode(" " + extra.join(" · "))); }
  piece = make("p", "piece");
  fill(piece, hit.snippet);
  it.appendChild(head);
  it.appendChild(notes);
  it.appendChild(piece);
  return it;
 }
 function fill(piece, snippet) {
  var place = 0;
  function add(text) { piece.appendChild(d.createTextNode(text)); }
  if (snippet.cut[0]) { add("… "); }
  snippet.marks.forEach(function (mark) {
   add(snippet.text.slice(place, mark[0]));
   piece.appendChild(make("mark", "", snippet.text.slice(mark[0], mark[1])));
   place = mark[1];
  });
  add(snippet.text.slice(place) + (snippet.cut[1] ? " …" : ""));
 }

 /* The address of the page names the search, so that it can be kept and sent. */
 function remember() {
  var query = [];
  if (field.value.trim()) { query.push("tim=" + encodeURIComponent(field.value.trim())); }
  if (work.value) { query.push("trong=" + encodeURIComponent(work.value)); }
  if (force.checked) { query.push("hieu-luc=1"); }
  try { history.replaceState(null, "", location.pathname + (query.length ? "?" + query.join("&") : "")); } catch (e) { }
 }
 function recall() {
  location.search.slice(1).split("&").forEach(function (pair) {
   var parts = pair.split("="), value = "";
   try { value = decodeURIComponent((parts[1] || "").replace(/\+/g, " ")); } catch (e) { return; }
   if (parts[0] === "tim") { field.value = value; }
   if (parts[0] === "trong") { work.value = value; }
   if (parts[0] === "hieu-luc") { force.checked = value === "1"; }
  });
  if (work.selectedIndex < 0) { work.value = ""; }
 }

 field.addEventListener("focus", load);
 field.addEventListener("input", function () {
  clearTimeout(waiting);
  ask(false);
  waiting = setTimeout(function () { remember(); if (answer) { ask(true); } }, 600);
 });
 form.addEventListener("submit", function (event) { event.preventDefault(); remember(); ask(true); });
 work.addEventListener("change", function () { remember(); ask(true); });
 force.addEventListener("change", function () { remember(); ask(true); });
 more.firstChild.addEventListener("click", function () {
  var from = shown;
  further();
  list.children[from].querySelector("a").focus();
 });
 examples.addEventListener("click", function (event) {
  if (event.target.tagName !== "BUTTON") { return; }
  field.value = event.target.textContent;
  field.focus();
  remember();
  ask(true);
 });
 form.hidden = false;
 recall();
 if (field.value) { ask(true); }
})();
