// Runs once in the page, but for the first lines, which run again when they change: the language,
// Streamlit's own English words, links between views that do not load the whole page again.
(() => {
  document.documentElement.lang = "nb";
  document.documentElement.dataset.mode = __MODE__;
  document.documentElement.dataset.build = __BUILD__;
  document.querySelector(".u-news")?.remove();
  document.querySelector("#u-textures")?.remove();
  document.body.insertAdjacentHTML("beforeend", __TEXTURES__);
  if (window.utbredelse) return;
  window.utbredelse = true;

  const words = __WORDS__;
  const attributes = ["aria-label", "title", "placeholder"];
  const content = "[data-testid=stHtml], [data-testid=stMarkdownContainer], [data-testid=stTable]";

  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const known = words[node.data.trim().replace(/ v[\d.]+$/, "")];
      if (known && node.parentElement && !node.parentElement.closest(content)) node.data = known;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const element of [node, ...node.querySelectorAll("[aria-label],[title],[placeholder]")])
      for (const name of attributes) {
        const known = words[element.getAttribute(name)];
        if (known) element.setAttribute(name, known);
      }
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translate(texts.currentNode);
  };
  const look = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes };
  new MutationObserver((changes) => {
    for (const change of changes)
      change.type === "childList" ? change.addedNodes.forEach(translate) : translate(change.target);
  }).observe(document.body, look);
  translate(document.body);

  // The address of the view. navigator.clipboard is there on https and localhost only.
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    field.style.position = "fixed";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) throw new Error("not copied");
  };
  const TOLD = 5000;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const told = button.parentElement.querySelector("[role=status]");
    told.textContent = await copy(new URL(button.dataset.copy, location.href).href).then(
      () => button.dataset.done,
      () => button.dataset.failed,
    );
    button.focus();
    setTimeout(() => (told.textContent = ""), TOLD);
  });

  // Word of figures newer than those shown: asked for each minute that the page is looked at, and when
  // one comes back to it. The viewer decides when to load them.
  const [newFigures, load] = __NEWS__;
  const MINUTE = 60_000;
  let asked = 0;
  const lookForNews = async () => {
    if (document.hidden || document.querySelector(".u-news")) return;
    asked = Date.now();
    const answer = await fetch("build-in-force").catch(() => null);
    const build = answer?.ok && (await answer.text());
    if (!build || build === document.documentElement.dataset.build) return;
    const news = Object.assign(document.createElement("p"), { className: "u-news" });
    news.setAttribute("role", "status");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: load });
    button.addEventListener("click", () => location.reload());
    news.append(`${newFigures} `, button);
    document.body.append(news);
  };
  setInterval(lookForNews, MINUTE);
  document.addEventListener("visibilitychange", () => Date.now() - asked > MINUTE / 2 && lookForNews());

  // A name that is clicked opens its facts elsewhere on the page: go there, and back when they close.
  // The page is drawn in several steps, and each may take the focus away again until it has settled.
  const SETTLED = 3000;
  let opened = null;
  const follow = () => {
    if (!opened || Date.now() > opened.until) return;
    const facts = document.querySelector(`.u-facts[data-code="${opened.code}"]`);
    if (Boolean(facts) !== opened.opens) return;
    const target = facts ?? document.querySelector(`.u-columns a[href*="kommune=${opened.code}"]`);
    if (!target || document.activeElement === target) return;
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
  for (const act of ["keydown", "pointerdown", "wheel"])
    addEventListener(act, () => (opened = null), { capture: true, passive: true });

  // A link that draws its table anew is replaced by another with the same words: the keyboard goes on there.
  let followed = null;
  new MutationObserver(() => {
    if (!followed || Date.now() > followed.until || document.activeElement !== document.body) return;
    const links = document.querySelectorAll("[data-testid=stHtml] a[href^='?']");
    [...links].find((link) => link.textContent === followed.words)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });

  // Streamlit reruns with the address of the history entry when the user goes back or forward, also to
  // another of its pages: so a link to one of ours opens without loading everything again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('[data-testid=stHtml] a[href]:not([href*=":"], [href^="#"])');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const wanted = new URL(link.href).searchParams.get("kommune");
    const closing = link.closest(".u-facts")?.dataset.code;
    const code = wanted ?? closing;
    opened = code ? { code, opens: Boolean(wanted), until: Date.now() + SETTLED } : null;
    const leaves = new URL(link.href).pathname !== location.pathname;
    followed = code || leaves ? null : { words: link.textContent, until: Date.now() + SETTLED };
    history.pushState({}, "", link.href);
    if (leaves) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  // The timeline shows the date in the address and puts it there; the last one is the default and has
  // no word in it. Played, it goes from date to date and stops at the last; a step back in the browser
  // is then a step out of the play, not through it.
  const STEP = 1200;
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");
  let playing = null;
  const parts = (line) => ({
    slider: line.querySelector("input"),
    button: line.querySelector("button"),
    slugs: line.dataset.slugs.split("|"),
    words: line.dataset.words.split("|"),
  });
  const show = (line) => {
    const { slider, button, words } = parts(line);
    const told = words[slider.value];
    line.querySelector("output").textContent = told;
    slider.setAttribute("aria-valuetext", told);
    button.textContent = playing ? button.dataset.pause : button.dataset.play;
    button.hidden = STILL.matches;
  };
  const followAddress = () => {
    const line = document.querySelector(".u-timeline");
    if (!line) return stop();
    const { slider, slugs } = parts(line);
    const wanted = new URL(location.href).searchParams.get("dato");
    const place = slugs.findIndex((slug) => slug === wanted || (wanted && slug === wanted.slice(0, 7)));
    const state = `${location.href} ${line.dataset.slugs}`;
    if (line.dataset.shown === state) return;
    line.dataset.shown = state;
    slider.value = place < 0 ? slugs.length - 1 : place;
    show(line);
  };
  const go = (line, place, remember) => {
    const { slugs } = parts(line);
    const to = new URL(location.href);
    place === slugs.length - 1 ? to.searchParams.delete("dato") : to.searchParams.set("dato", slugs[place]);
    remember ? history.pushState({}, "", to) : history.replaceState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    followAddress();
  };
  const stop = () => {
    clearInterval(playing);
    playing = null;
    document.querySelectorAll(".u-timeline").forEach(show);
  };
  const step = (remember) => {
    const line = document.querySelector(".u-timeline");
    if (!line) return stop();
    const { slider, slugs, words } = parts(line);
    const last = slugs.length - 1;
    const now = Number(slider.value);
    // A slow page is waited for: every date is seen.
    const drawn = document.querySelector(".u-eyebrow")?.textContent.endsWith(words[now]);
    if (!remember && !drawn) return;
    const next = remember && now === last ? 0 : now + 1;
    if (next <= last) go(line, next, remember);
    if (next >= last) stop();
  };
  const play = () => {
    playing = setInterval(step, STEP, false);
    step(true);
    document.querySelectorAll(".u-timeline").forEach(show);
  };
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".u-timeline");
    if (line && event.target.closest("button")) playing ? stop() : play();
  });
  document.addEventListener("input", (event) => {
    const line = event.target.closest(".u-timeline");
    if (line) show(line);
  });
  document.addEventListener("change", (event) => {
    const line = event.target.closest(".u-timeline");
    if (!line) return;
    stop();
    go(line, Number(event.target.value), true);
  });
  addEventListener("popstate", () => queueMicrotask(followAddress));
  new MutationObserver(followAddress).observe(document.body, { childList: true, subtree: true });
  followAddress();
})();
