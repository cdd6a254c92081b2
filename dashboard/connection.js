// What the page knows of its server: where it is, what was last drawn from it, whether it can be
// reached, and whether it has newer figures.
(() => {
  const { base, program, notices: told } = document.currentScript.dataset;
  const notices = JSON.parse(told);
  const root = document.documentElement;
  // Streamlit is told where its server is, and to leave it to us to say what is wrong: its own
  // dialogs stand in front of the page, in English.
  window.__streamlit = {
    BACKEND_BASE_URL: location.origin + base,
    HOST_CONFIG: { blockErrorDialogs: true },
  };

  // The policy lets no text become a program, WebAssembly neither. Streamlit's library for whole
  // numbers of 64 bits tries that, and does without where there is none.
  delete window.WebAssembly;

  const close = (kind) => document.querySelector(`.u-news[data-kind=${kind}]`)?.remove();
  const tell = (kind, loads) => {
    if (document.querySelector(`.u-news[data-kind=${kind}]`)) return;
    const notice = Object.assign(document.createElement("p"), { className: "u-news", textContent: notices[kind] });
    notice.setAttribute("role", "status");
    notice.dataset.kind = kind;
    if (loads) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: notices.load });
      button.addEventListener("click", () => location.reload());
      notice.append(button);
    }
    document.body.append(notice);
  };

  // The mark that each run of the page leaves: light or dark, and the build that it was drawn from.
  let mark = null;
  let returned = false;
  const readMark = () => {
    const last = document.querySelector(".u-run");
    if (!last || last === mark) return;
    mark = last;
    root.dataset.mode = mark.dataset.mode;
    root.dataset.build = mark.dataset.build;
    close("news");
    // A server that was started again may have another script and style sheet than those here.
    if (returned && mark.dataset.program !== program) location.reload();
  };
  new MutationObserver(readMark).observe(document.body, { childList: true, subtree: true });

  // Word of figures newer than those shown: asked for each minute that the page is looked at, and when
  // one comes back to it. The viewer decides when to load them.
  const MINUTE = 60_000;
  let asked = 0;
  const lookForNews = async () => {
    if (document.hidden || document.querySelector(".u-news")) return;
    asked = Date.now();
    const answer = await fetch("build-in-force").catch(() => null);
    const build = answer?.ok && (await answer.text());
    if (build && build !== root.dataset.build) tell("news", true);
  };
  setInterval(lookForNews, MINUTE);
  document.addEventListener("visibilitychange", () => Date.now() - asked > MINUTE / 2 && lookForNews());

  // Streamlit says how it goes with the server, and tries again at most four seconds after the last
  // time. The page is left as it was; when the server is back it is drawn anew, for lists and
  // pictures to be taken away are gone with the server that made them.
  const SHORT = 1000;
  let losing = null;
  const lost = () => {
    root.dataset.lost = "";
    close("news");
    tell("lost");
  };
  const happened = {
    WEBSOCKET_DISCONNECTED: ({ attemptingToReconnect }) => {
      returned = true;
      attemptingToReconnect ? (losing ??= setTimeout(lost, SHORT)) : tell("failed", true);
    },
    WEBSOCKET_CONNECTED: () => {
      clearTimeout(losing);
      losing = null;
      delete root.dataset.lost;
      close("lost");
      if (returned) dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    },
    CLIENT_ERROR_DIALOG: ({ error }) => {
      if (error === "Connection error") losing ??= setTimeout(lost, SHORT);
      else tell("failed", true);
    },
  };
  addEventListener("message", ({ source, data }) => source === window && data && happened[data.type]?.(data));
})();
