// Keeps the page on which helpers register people, so that it opens without a network. It keeps nothing that was typed.
"use strict";
var KEPT = "viak-register-1";
var PAGE = "/helper/register";
// Where every sign-out leads: the page is that of whoever was signed in.
var LEFT = "/helper/left";
var SCRIPTS = ["/helper/queue.js", "/helper/register.js"];

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(KEPT).then(function (kept) { return kept.addAll(SCRIPTS); }));
  self.skipWaiting();
});

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name !== KEPT; }).map(function (name) {
      return caches.delete(name);
    }));
  }).then(function () { return self.clients.claim(); }));
});

function forget() {
  return caches.open(KEPT).then(function (kept) { return kept.delete(PAGE); });
}

// The page as it is now, kept for the next time; without a network as it was last.
function current(event, key) {
  return fetch(event.request).then(function (answer) {
    if (answer.ok && !answer.redirected) {
      var copy = answer.clone();
      event.waitUntil(caches.open(KEPT).then(function (kept) { return kept.put(key, copy); }));
    } else if (key === PAGE && (answer.type === "opaqueredirect" || answer.redirected || answer.status === 403)) {
      // Nobody is signed in here any more, or may no longer see it.
      event.waitUntil(forget());
    }
    return answer;
  }).catch(function (fault) {
    return caches.match(key).then(function (held) {
      if (held) return held;
      throw fault;
    });
  });
}

self.addEventListener("fetch", function (event) {
  var address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname === LEFT) {
    var go = function () { return fetch(event.request); };
    event.respondWith(forget().then(go, go));
    return;
  }
  if (address.pathname === PAGE || SCRIPTS.indexOf(address.pathname) >= 0) {
    event.respondWith(current(event, address.pathname));
  }
});
