// Saves a long form as a draft while it is filled in (S7). Without it the form works the same, only without drafts.
(() => {
  "use strict";
  const PAUSE = 10000;

  const watch = (form) => {
    const state = form.querySelector("[data-draft-state]");
    let changed = false, leaving = false, timer = 0, sent = null;

    const later = () => { timer = timer || setTimeout(save, PAUSE); };

    const save = async () => {
      clearTimeout(timer);
      timer = 0;
      if (!changed || leaving || sent) return;
      changed = false;
      sent = new AbortController();
      // Files stay where they are; everything else the server sorts out.
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      try {
        const answer = await fetch(form.dataset.draft, {
          method: "POST", body, redirect: "manual", signal: sent.signal, keepalive: String(body).length < 60000,
        });
        if (answer.ok) state.textContent = state.dataset.saved + " " + (await answer.json()).saved;
        else state.textContent = answer.type === "opaqueredirect" || answer.status === 400 ? state.dataset.ended : state.dataset.away;
        if (answer.status >= 500) { changed = true; later(); }
      } catch (_fault) {
        if (!leaving) { state.textContent = state.dataset.away; changed = true; later(); }
      }
      sent = null;
      if (changed) later();
    };

    const note = () => { changed = true; later(); };
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
    // What is being handed in is no draft any more; coming back by the back button makes it one again.
    form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); timer = 0; if (sent) sent.abort(); });
    window.addEventListener("pageshow", () => { leaving = false; });
  };

  document.querySelectorAll("form[data-draft]").forEach(watch);
})();
