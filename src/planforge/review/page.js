"use strict";
(() => {
  const root = document.documentElement;
  const main = document.getElementById("text");
  const sources = JSON.parse(main.dataset.table);
  const dialog = document.getElementById("origin");
  const position = document.getElementById("position");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 700px)");
  const changes = new Map();
  let current = 0;

  for (const element of main.querySelectorAll("[data-change]")) {
    const number = Number(element.dataset.change);
    changes.set(number, [...(changes.get(number) ?? []), element]);
  }

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const isSeen = (element) => element.getClientRects().length > 0;

  function chosen(name, value) {
    root.dataset[name] = value;
    for (const radio of document.getElementsByName(name)) radio.checked = radio.value === value;
    if (name === "scope") for (const kept of main.querySelectorAll("details.kept")) kept.open = value === "whole";
  }

  function tell() {
    if (position) position.textContent = filled(position.dataset.words, { number: current, total: changes.size });
  }

  function show(element) {
    for (let folded = element.closest("details.kept"); folded; folded = folded.parentElement.closest("details.kept"))
      folded.open = true;
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function go(number) {
    const total = changes.size;
    if (!total) return;
    current = number < 1 ? total : number > total ? 1 : number;
    const places = changes.get(current);
    tell();
    // In two columns the new side is the one to look at, where it has the change.
    show(places.filter(isSeen).pop() ?? places[0]);
  }

  function lines(element) {
    return (element.dataset.sources ?? "").split(" ").filter(Boolean).map((number) => sources[Number(number)]);
  }

  async function copy(code) {
    const said = dialog.querySelector("p");
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(code);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      if (!document.execCommand("copy")) return;
    }
    said.textContent = said.dataset.words;
  }

  function tellSource(element) {
    const found = lines(element);
    if (!found.length) return;
    const list = dialog.querySelector("ul");
    list.replaceChildren();
    for (const [place, author, date, commit] of found) {
      const item = dialog.querySelector("template").content.cloneNode(true);
      const code = item.querySelector("code");
      code.textContent = place;
      item.querySelector("span").textContent = [author, commit, date].filter(Boolean).join(" · ");
      item.querySelector("button").addEventListener("click", () => copy(code));
      list.append(item);
    }
    dialog.querySelector("p").textContent = "";
    dialog.showModal();
  }

  for (const element of main.querySelectorAll("[data-sources]"))
    if (!element.closest("[aria-hidden]")) element.tabIndex = 0;

  main.addEventListener("click", (event) => {
    const element = event.target.closest("[data-sources]");
    const number = Number(event.target.closest("[data-change]")?.dataset.change ?? 0);
    if (number) {
      current = number;
      tell();
    }
    if (element && !event.target.closest("a, summary") && getSelection().isCollapsed) tellSource(element);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#c"]');
    const number = link ? Number(link.hash.slice(2)) : 0;
    if (changes.has(number)) {
      event.preventDefault();
      go(number);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.key === "n" || event.key === "j") go(current + 1);
    else if (event.key === "p" || event.key === "k") go(current - 1);
    else if (event.key === "Enter" && event.target.matches?.("[data-sources]")) tellSource(event.target);
    else if (event.key === "Enter" && event.target.matches?.("[data-change]")) {
      const inner = event.target.querySelector("[data-sources]");
      if (inner) tellSource(inner);
    } else return;
    event.preventDefault();
  });
  document.getElementById("next")?.addEventListener("click", () => go(current + 1));
  document.getElementById("previous")?.addEventListener("click", () => go(current - 1));
  for (const name of ["view", "scope"])
    for (const radio of document.getElementsByName(name)) radio.addEventListener("change", () => chosen(name, radio.value));

  root.classList.add("js");
  for (const hidden of document.querySelectorAll("#controls, .keys")) hidden.hidden = false;
  chosen("view", wide.matches ? "side" : "inline");
  chosen("scope", document.getElementsByName("scope").length ? "changes" : "whole");
  tell();
})();
