// Runs once in the page: the language, Streamlit's own English words, and links between views that
// do not load the whole page again.
(() => {
  document.documentElement.lang = "nb";
  document.documentElement.dataset.mode = "__MODE__";
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
    history.pushState({}, "", link.href);
    if (leaves) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });
})();
