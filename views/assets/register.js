// Registers people without a network: a saved record waits in the browser and is sent under its key until it has arrived.
// The form works without this script where there is a network.
(function () {
  "use strict";
  var form = document.getElementById("record");
  var part = document.getElementById("offline");
  var queue = window.viakQueue;
  var able = window.isSecureContext && "serviceWorker" in navigator && window.indexedDB && window.fetch && window.crypto;
  if (!form || !part || !queue || !able || !crypto.randomUUID) return;
  var owner = part.dataset.owner;
  var list = document.getElementById("queue");
  var network = document.getElementById("network");
  var ready = false;
  var sending = false;
  // Something was saved, or corrected, that the present turn does not send.
  var more = false;
  var note = "";
  // What was typed last found no room in this browser.
  var full = false;
  var arrived = [];
  // When the person agreed whose record is corrected, as long as the words are the same.
  var agreedOn = "";

  function said(name) {
    return document.querySelector("#said [data-said=" + name + "]").textContent;
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function button(text, act) {
    var made = element("button", text);
    made.type = "button";
    made.className = "quiet";
    made.addEventListener("click", act);
    return made;
  }

  function link(text, href) {
    var made = element("a", text);
    made.href = href;
    return made;
  }

  function nameOf(record) {
    return record.fields.filter(function (pair) {
      return pair[0] === "given" || pair[0] === "family";
    }).map(function (pair) { return pair[1]; }).join(" ").trim();
  }

  function card(title, state) {
    var row = document.createElement("li");
    var box = document.createElement("div");
    box.className = "card";
    box.appendChild(element("h3", title));
    box.appendChild(element("p", state));
    row.appendChild(box);
    list.appendChild(row);
    return box;
  }

  // What is told of the network; by itself what stands against it.
  function here() {
    if (full) return said("no-room");
    if (note === said("other-account")) return note;
    var network = said(navigator.onLine ? "online" : "offline");
    return [network].concat(ready ? said("ready") : [], note || []).join(" ");
  }

  function show() {
    network.textContent = here();
    network.className = full ? "problem" : "";
    if (!full && (note === said("signed-out") || note === said("other-account"))) {
      network.append(" ", link(said("sign-in"), part.dataset.signIn));
    }
    return queue.all().then(function (all) {
      document.getElementById("waiting").hidden = all.length + arrived.length === 0;
      var own = all.filter(function (record) { return record.owner === owner; });
      var others = document.getElementById("others");
      others.hidden = own.length === all.length;
      others.textContent = said("others");
      list.textContent = "";
      own.forEach(showOne);
      arrived.forEach(function (record) {
        card(record.name, said("arrived")).appendChild(link(said("card"), record.href));
      });
      document.getElementById("send").hidden = own.length === 0;
    });
  }

  function showOne(record) {
    var state = record.sending ? said("sending") : record.problems.length ? said("refused") : said("waiting");
    var box = card(nameOf(record), state);
    record.problems.forEach(function (problem) {
      var text = element("p", [labelOf(problem.field), problem.text].filter(Boolean).join(": "));
      text.className = "problem";
      box.appendChild(text);
    });
    box.appendChild(button(said("correct"), function () { correct(record); }));
    box.append(" ", button(said("remove"), function () {
      if (window.confirm(said("ask-remove"))) queue.remove(record.key).then(show);
    }));
  }

  function held(record, name) {
    var pair = record.fields.find(function (pair) { return pair[0] === name; });
    return pair ? pair[1] : "";
  }

  // The day of this device, as year-month-day.
  function today() {
    var now = new Date();
    var two = function (number) { return String(number).padStart(2, "0"); };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  // Puts a record back into the form; saving it replaces what waits.
  function correct(record) {
    form.reset();
    var same = held(record, "version") === form.elements.namedItem("version").value;
    agreedOn = same ? held(record, "agreed_on") : "";
    record.fields.forEach(function (pair) {
      var field = form.elements.namedItem(pair[0]);
      if (!field || pair[0] === "version" || pair[0] === "agreed_on") return;
      if (field.type === "checkbox") field.checked = true;
      else field.value = pair[1];
    });
    form.elements.namedItem("key").value = record.key;
    var first = record.problems.length && form.elements.namedItem(record.problems[0].field);
    (first || form.elements.namedItem("given")).focus();
  }

  function labelOf(name) {
    var label = name && form.querySelector("label[for='" + name + "']");
    return label ? label.textContent.trim() : "";
  }

  // What is wrong with a field that can be seen without the platform: it is needed and empty, or no year.
  function wrong(field, needed) {
    var text = field.type === "checkbox" ? (field.checked ? "yes" : "") : (field.value || "").trim();
    if (needed.indexOf(field.name) >= 0 && !text) return said("empty");
    if (/_year$/.test(field.name) && text && !/^(\d{4}|[\u0ed0-\u0ed9]{4}|[\u0e50-\u0e59]{4})$/.test(text)) return said("year");
    return "";
  }

  // Whether the record can be kept; names the fields that hold it up, leads to the first, and leaves all as it was typed.
  function complete() {
    var needed = part.dataset.needed.split(" ");
    var told = document.getElementById("wrong");
    var items = told.querySelector("ul");
    items.textContent = "";
    var first = null;
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || field.type === "hidden") return;
      var problem = wrong(field, needed);
      field.toggleAttribute("aria-invalid", Boolean(problem));
      if (!problem) return;
      field.setAttribute("aria-invalid", "true");
      first = first || field;
      var row = document.createElement("li");
      row.append(link(labelOf(field.name), "#" + field.name), ": ", problem);
      items.appendChild(row);
    });
    told.hidden = !first;
    if (first) first.focus();
    return !first;
  }

  function save(event) {
    event.preventDefault();
    if (!complete()) return;
    form.elements.namedItem("agreed_on").value = agreedOn || today();
    var fields = Array.from(new FormData(form).entries());
    var key = form.elements.namedItem("key").value;
    fields = fields.filter(function (pair) { return pair[0] !== "key"; });
    queue.put({ key: key, owner: owner, fields: fields, since: Date.now(), problems: [] }).then(function () {
      full = false;
      agreedOn = "";
      form.reset();
      form.elements.namedItem("key").value = crypto.randomUUID();
    }, function () {
      // The browser has no room for it: the form stays filled in.
      full = true;
    }).then(show).then(function () {
      part.scrollIntoView();
      more = !full;
      return full ? undefined : send();
    });
  }

  // Sends what waits, one after another; stops at the first that the network loses.
  function send() {
    if (sending || !navigator.onLine) return Promise.resolve();
    sending = true;
    more = false;
    note = "";
    return queue.all().then(function (all) {
      var own = all.filter(function (record) { return record.owner === owner && record.problems.length === 0; });
      return own.reduce(function (before, record) {
        return before.then(function (going) { return going ? sendOne(record) : false; });
      }, Promise.resolve(true));
    }).catch(function () { return false; }).then(function () {
      sending = false;
      return show();
    }).then(function () { return more ? send() : undefined; });
  }

  // Whether the next one may be sent.
  function sendOne(record) {
    var body = new URLSearchParams(record.fields);
    body.set("key", record.key);
    body.set("owner", record.owner);
    var giveUp = new AbortController();
    var patience = setTimeout(function () { giveUp.abort(); }, 20000);
    return fetch(part.dataset.records, {
      method: "POST", body: body, redirect: "manual", credentials: "same-origin", signal: giveUp.signal,
    }).then(function (answer) {
      if (answer.type === "opaqueredirect") {
        note = said("signed-out");
        return false;
      }
      if (answer.status === 403) {
        note = said("not-permitted");
        return false;
      }
      // Another account has signed in meanwhile, in another tab: the record waits for its own.
      if (answer.status === 412) {
        note = said("other-account");
        return false;
      }
      // What can never be taken as it is must not keep the others waiting.
      if (answer.status === 400 || answer.status === 413) {
        return noted(record, { problems: [{ field: "", text: said("not-taken") }] });
      }
      if (answer.status !== 200 && answer.status !== 422 && answer.status !== 409) return false;
      return answer.json().then(function (told) { return noted(record, told); });
    }).catch(function () { return false; }).then(function (going) {
      clearTimeout(patience);
      return going;
    });
  }

  function noted(record, told) {
    if (told.href) {
      arrived.push({ name: nameOf(record), href: told.href });
    }
    var after = told.href ? null : Object.assign({}, record, { problems: told.problems });
    return queue.settle(record, after).then(function (settled) {
      // A correction that came meanwhile is sent in its turn.
      if (!settled) more = true;
      return true;
    });
  }

  // Whoever signs out is told first that the own records stay here, for nobody else.
  function leave(event) {
    event.preventDefault();
    queue.all().then(function (all) {
      var own = all.filter(function (record) { return record.owner === owner; });
      if (own.length && !window.confirm(said("ask-leave"))) return;
      document.getElementById("leave").submit();
    });
  }

  form.addEventListener("submit", save);
  document.getElementById("leave").addEventListener("submit", leave);
  document.getElementById("send").addEventListener("click", function () { send(); });
  window.addEventListener("online", function () { send(); });
  window.addEventListener("offline", function () { show(); });
  setInterval(function () { send(); }, 30000);
  form.elements.namedItem("key").value = crypto.randomUUID();
  navigator.serviceWorker.register("/helper/worker.js", { scope: "/helper/" });
  navigator.serviceWorker.ready.then(function () {
    // The page that is open now is kept before it says so.
    return fetch("/helper/register", { credentials: "same-origin", redirect: "manual" });
  }).then(function (answer) {
    if (!answer.ok) throw new Error("signed out");
    return caches.open("viak-register-1").then(function (kept) { return kept.put("/helper/register", answer); });
  }).then(function () {
    ready = true;
    return show();
  }).catch(show);
  show().then(send);
})();
