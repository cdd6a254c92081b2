// The timeline shows the date in the address and puts it there; the last one is the default and has
// no word in it. Played, it goes from date to date and stops at the last; a step back in the browser
// is then a step out of the play, not through it.
(() => {
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
