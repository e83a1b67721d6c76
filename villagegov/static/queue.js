// Keeps one figure when there is no network and sends it when there is (form key `once`: the server counts it once).
// Without it the plain form works the same. A figure is sent only by the account that typed it.
(() => {
  "use strict";
  const KEPT = "queue", AGAIN = 15000, PATIENCE = 20000, A_DAY = 86400000;
  const state = document.querySelector("[data-queue]");
  if (!state) return;
  const form = state.closest("form"), words = state.dataset;
  let busy = false;

  const kept = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || {}; } catch (_fault) { return {}; } };
  const keep = (all) => localStorage.setItem(KEPT, JSON.stringify(all));
  const say = (sentence) => {
    const waiting = Object.values(kept()).map((one) => one.label).join("；");
    state.textContent = [waiting && words.unsent + "：" + waiting + "。", sentence].filter(Boolean).join(" ");
    state.hidden = !state.textContent;
  };
  const asked = (address, how) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), PATIENCE);
    return fetch(address, { redirect: "manual", cache: "no-store", signal: stop.signal, ...how });
  };

  // "sent", "later", "ended" (signed out), "other" (somebody else signed in), or "refused".
  const send = async (one) => {
    try {
      const shown = await asked(one.address);
      if (shown.type === "opaqueredirect") return "ended";
      if (shown.status >= 500) return "later";
      const page = new DOMParser().parseFromString(await shown.text(), "text/html");
      const there = page.querySelector("form [data-queue]");
      if (!shown.ok || !there) return "refused";
      if (there.dataset.account !== one.account) return "other";
      const body = new URLSearchParams(one.fields);
      body.set("csrf_token", there.closest("form").elements.csrf_token.value);
      const answer = await asked(one.address, { method: "POST", body });
      if (answer.type === "opaqueredirect") return "sent";
      return answer.status >= 500 ? "later" : "refused";
    } catch (_fault) { return "later"; }
  };

  // Forget a figure, unless a newer one of the same station has taken its place meanwhile.
  const drop = (one) => {
    const all = kept(), there = all[one.address];
    if (there && JSON.stringify(there.fields) === JSON.stringify(one.fields)) delete all[one.address];
    keep(all);
  };

  const retry = async () => {
    if (busy) return;
    busy = true;
    let last = "";
    for (const one of Object.values(kept())) {
      const outcome = one.refused ? "refused" : await send(one);
      // What was refused is shown for a day, or until a new figure of the station was taken; it is not sent again.
      if (outcome === "sent" || Date.now() - one.refused > A_DAY) drop(one);
      else if (outcome === "refused" && !one.refused && kept()[one.address]) keep({ ...kept(), [one.address]: { ...one, refused: Date.now() } });
      last = words[outcome];
    }
    if (last) say(last);
    busy = false;
  };

  if (form) form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
    const one = { address: location.href, account: words.account, label: words.queue, fields };
    // Kept before it is sent: a page that is closed meanwhile loses nothing.
    try { keep({ ...kept(), [one.address]: one }); } catch (_full) { form.submit(); return; }
    say("");
    if (busy) return; // whoever is sending now comes back for it
    busy = true;
    const outcome = await send(one);
    busy = false;
    if (outcome === "sent" || outcome === "refused") drop(one);
    if (outcome === "sent") location.assign(words.next);
    else if (outcome === "refused") form.submit();
    else say(words[outcome]);
  });

  say("");
  retry();
  window.addEventListener("online", retry);
  setInterval(retry, AGAIN);
})();
