// SHA-256 (FIPS 180-4): crypto.subtle is missing where a page is opened from disk.
var sha256 = (function () {
  "use strict";
  var K = [], start = [];
  (function () {
    function part(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
    for (var n = 2; K.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (start.length < 8) start.push(part(Math.sqrt(n)));
      K.push(part(Math.cbrt(n)));
    }
  })();
  function turn(x, by) { return (x >>> by) | (x << (32 - by)); }
  function block(h, bytes, at, w) {
    for (var i = 0; i < 16; i++, at += 4)
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (i = 16; i < 64; i++) {
      var a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
    }
    var s = h.slice();
    for (i = 0; i < 64; i++) {
      var e = s[4], c = s[0];
      var one = (s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + K[i] + w[i]) | 0;
      var two = ((turn(c, 2) ^ turn(c, 13) ^ turn(c, 22)) + ((c & s[1]) ^ (c & s[2]) ^ (s[1] & s[2]))) | 0;
      s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
    }
    for (i = 0; i < 8; i++) h[i] = (h[i] + s[i]) | 0;
  }
  return function (bytes) {
    var h = start.slice(), w = new Array(64), whole = bytes.length - (bytes.length % 64);
    for (var at = 0; at < whole; at += 64) block(h, bytes, at, w);
    var rest = bytes.length - whole, tail = new Uint8Array(rest < 56 ? 64 : 128);
    tail.set(bytes.subarray(whole));
    tail[rest] = 128;
    var bits = bytes.length * 8, end = tail.length;
    for (var i = 0; i < 7; i++) { tail[end - 1 - i] = bits % 256; bits = Math.floor(bits / 256); }
    for (at = 0; at < end; at += 64) block(h, tail, at, w);
    return h.map(function (x) { return ("0000000" + (x >>> 0).toString(16)).slice(-8); }).join("");
  };
})();
if (typeof module !== "undefined") module.exports = sha256;
