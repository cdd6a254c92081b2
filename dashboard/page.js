// What every page needs: Streamlit's own English words, the link to copy, links between views that
// do not load the whole page again. Loaded once, before Streamlit's own scripts.
(() => {
  const words = JSON.parse(document.currentScript.dataset.words);
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

  // A link to a part of a page (om-tallene#personvern): the part is drawn after the page is there.
  let aimed = "";
  const aim = () => {
    const part = location.hash !== aimed && document.getElementById(location.hash.slice(1));
    if (!part) return;
    aimed = location.hash;
    part.scrollIntoView();
  };
  new MutationObserver(aim).observe(document.body, { childList: true, subtree: true });
  addEventListener("hashchange", aim);

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
})();
