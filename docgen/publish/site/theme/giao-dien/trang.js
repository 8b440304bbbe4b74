/* What the pages do beyond being read. All words come from the page (data attributes), none stand here. */
(function () {
  "use strict";
  var d = document, words = d.body.dataset;
  function make(name, className, text) {
    var it = d.createElement(name);
    if (className) { it.className = className; }
    if (text) { it.textContent = text; }
    return it;
  }

  /* Citing: the sign beside a provision opens a small box with the citation and the link, ready to be copied. */
  var box = null, opener = null;
  function close() {
    if (!box) { return; }
    box.parentNode.removeChild(box);
    box = null;
    if (opener) { opener.focus(); }
    opener = null;
  }
  function line(label, value) {
    var row = make("p"), field = make("input"), button = make("button", "", words.copy);
    row.appendChild(make("label", "", label)).appendChild(field);
    field.value = value; field.readOnly = true;
    field.onfocus = function () { field.select(); };
    button.type = "button";
    button.onclick = function () {
      field.focus(); field.select();
      var done = false;
      try { done = d.execCommand("copy"); } catch (e) { done = false; }
      if (done) { say(words.copied); } else { say(words.byHand); }
    };
    row.appendChild(button);
    return row;
    function say(text) { box.querySelector("[role=status]").textContent = text; }
  }
  function cite(anchor) {
    var node = anchor.parentNode;
    while (node && !(node.dataset && node.dataset.cite)) { node = node.parentNode; }
    close();
    if (!node) { return; }
    opener = anchor;
    box = make("div", "ui citing");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", words.citing);
    box.appendChild(line(words.citation, node.dataset.cite));
    box.appendChild(line(words.link, location.href.split("#")[0] + "#" + node.id));
    var status = make("p"), shut = make("button", "", words.close);
    status.setAttribute("role", "status");
    shut.type = "button"; shut.onclick = close;
    box.appendChild(status); box.appendChild(shut);
    anchor.parentNode.parentNode.insertBefore(box, anchor.parentNode.nextSibling);
    box.querySelector("input").focus();
  }
  d.addEventListener("click", function (event) {
    var at = event.target;
    if (at.className && /(^| )here( |$)/.test(at.className) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (history.replaceState) { history.replaceState(null, "", at.getAttribute("href")); }
      cite(at);
    }
  });
  d.addEventListener("keydown", function (event) {
    if (event.key === "Escape" || event.key === "Esc") { close(); hide(); }
  });

  /* Previews: the first words of what a reference points to, on hover or focus. */
  var shown = null, over = false;
  function hide() {
    if (!shown) { return; }
    shown.link.removeAttribute("aria-describedby");
    shown.parentNode.removeChild(shown);
    shown = null;
  }
  function show(link) {
    hide();
    shown = make("div", "ui preview", link.dataset.preview);
    shown.link = link; shown.id = "xem-truoc";
    shown.setAttribute("role", "tooltip");
    shown.onmouseenter = function () { over = true; };
    shown.onmouseleave = function () { over = false; hide(); };
    d.body.appendChild(shown);
    link.setAttribute("aria-describedby", "xem-truoc");
    var place = link.getBoundingClientRect(), width = Math.min(420, d.documentElement.clientWidth - 16);
    shown.style.width = width + "px";
    shown.style.left = Math.max(8, Math.min(place.left, d.documentElement.clientWidth - width - 8)) + window.pageXOffset + "px";
    var below = place.bottom + shown.offsetHeight + 8 < window.innerHeight || place.top < shown.offsetHeight + 8;
    shown.style.top = (below ? place.bottom + 4 : place.top - shown.offsetHeight - 4) + window.pageYOffset + "px";
  }
  function leave() { over = false; setTimeout(function () { if (!over) { hide(); } }, 200); }
  Array.prototype.forEach.call(d.querySelectorAll("a[data-preview]"), function (link) {
    link.addEventListener("mouseenter", function () { show(link); });
    link.addEventListener("mouseleave", leave);
    link.addEventListener("focus", function () { show(link); });
    link.addEventListener("blur", leave);
  });
})();
