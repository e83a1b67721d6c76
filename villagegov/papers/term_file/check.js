// What the page does: the posted notices are checked at once, the files when the folder is chosen.
(function () {
  "use strict";
  function line(list, good, words) {
    var item = document.createElement("li");
    item.className = good ? "good" : "bad";
    item.textContent = (good ? "✓ 相符　" : "✗ 不符　") + words;
    list.appendChild(item);
    return good;
  }
  function tell(id, faults, count, what) {
    var place = document.getElementById(id);
    place.className = faults ? "bad" : "good";
    place.textContent = faults ? what + " " + count + " 项中有 " + faults + " 项不符。" : what + " " + count + " 项，全部相符。";
  }
  var notices = document.getElementById("notices"), faults = 0;
  CHECK.notices.forEach(function (one) {
    if (!line(notices, sha256(new TextEncoder().encode(one.canonical)) === one.fingerprint, one.name)) faults++;
  });
  tell("notices-said", faults, CHECK.notices.length, "公告的指纹");
  document.getElementById("folder").addEventListener("change", function (event) {
    var list = document.getElementById("files"), chosen = {}, bad = 0, left = CHECK.files.length;
    list.textContent = "";
    Array.prototype.forEach.call(event.target.files, function (file) {
      chosen[(file.webkitRelativePath || file.name).replace(/^[^\/]*\//, "")] = file;
    });
    function done(good, words) {
      if (!line(list, good, words)) bad++;
      left--;
      tell("files-said", bad, CHECK.files.length, left ? "还在核对，文件" : "文件");
    }
    CHECK.files.forEach(function (one) {
      var file = chosen[one.name];
      if (!file) { done(false, one.name + "（没有找到）"); return; }
      var reader = new FileReader();
      reader.onload = function () { done(sha256(new Uint8Array(reader.result)) === one.sha256, one.name); };
      reader.onerror = function () { done(false, one.name + "（读不出来）"); };
      reader.readAsArrayBuffer(file);
    });
  });
})();
