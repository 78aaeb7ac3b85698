// Records that wait in this browser: kept, listed and deleted; one database, one store, a key each.
(function () {
  "use strict";
  var NAME = "viak-records";
  function open() {
    return new Promise(function (done, failed) {
      var asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () { asked.result.createObjectStore("record", { keyPath: "key" }); };
      asked.onsuccess = function () { done(asked.result); };
      asked.onerror = function () { failed(asked.error); };
    });
  }
  function within(mode, work) {
    return open().then(function (database) {
      return new Promise(function (done, failed) {
        var transaction = database.transaction("record", mode);
        var asked = work(transaction.objectStore("record"));
        transaction.oncomplete = function () { database.close(); done(asked.result); };
        transaction.onabort = function () { database.close(); failed(transaction.error); };
      });
    });
  }
  window.viakQueue = {
    // A record: key, owner, fields as [name, value] pairs, since when, problems as {field, text}.
    put: function (record) { return within("readwrite", function (store) { return store.put(record); }); },
    all: function () {
      return within("readonly", function (store) { return store.getAll(); }).then(function (all) {
        return all.sort(function (one, other) { return one.since - other.since; });
      });
    },
    // Writes what became of a record that was sent, or deletes it (nothing), and returns whether it did: a record that
    // was corrected or deleted meanwhile stays as it is.
    settle: function (sent, after) {
      return within("readwrite", function (store) {
        var asked = store.get(sent.key);
        asked.onsuccess = function () {
          if (!asked.result || asked.result.since !== sent.since) return;
          if (after) store.put(after);
          else store.delete(sent.key);
        };
        return asked;
      }).then(function (held) { return Boolean(held) && held.since === sent.since; });
    },
    remove: function (key) { return within("readwrite", function (store) { return store.delete(key); }); },
  };
})();
