// Completes the search box. The page works without this script.
(function () {
  "use strict";
  var box = document.querySelector("input[name=q][list]");
  var list = box && document.getElementById(box.getAttribute("list"));
  if (!list || !window.fetch) return;
  var timer = 0;
  var asked = "";
  function show(items) {
    list.textContent = "";
    items.forEach(function (item) {
      var option = document.createElement("option");
      option.value = item.label;
      list.appendChild(option);
    });
  }
  function ask() {
    var typed = box.value.trim();
    if (typed === asked || typed.length < 2) return;
    asked = typed;
    fetch("/api/v1/suggest?limit=8&q=" + encodeURIComponent(typed))
      .then(function (answer) { return answer.ok ? answer.json() : { items: [] }; })
      .then(function (found) { if (typed === asked) show(found.items); })
      .catch(function () { asked = ""; });
  }
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
})();
