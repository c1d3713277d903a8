// Search over names and aliases, blind to accents, case and punctuation.

const PLAIN = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’‘ʼ`.]/gu, "").replace(/[øłđßæœıþð]/g, (letter) => PLAIN[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const HITS = 12;
let index;
let current = -1;

function find(query) {
  index ??= ranked.map((node) => ({ node, names: [node.label, ...node.aliases].map((name) => ({ name, plain: fold(name) })) }));
  const parts = fold(query).split(" ").filter(Boolean);
  if (!parts.length) return [];
  const whole = parts.join(" ");
  const found = [];
  for (const { node, names } of index) {
    const name = names.find(({ plain }) => parts.every((part) => plain.includes(part)));
    if (name) found.push({ node, name: name.name, rank: name.plain === whole ? 0 : name.plain.startsWith(whole) ? 1 : ` ${name.plain}`.includes(` ${whole}`) ? 2 : 3 });
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, HITS);
}

function showHits() {
  const found = find(byId("query").value);
  const row = ({ node, name }, at) => {
    const alias = name === node.label ? null : make("span", { className: "alias" }, words(name));
    const item = make("li", { id: `hit-${at}`, data: { key: node.key } }, icon(node.kind), words(node.label, "what"), alias, make("span", { className: "n" }, node.sub || KINDS[node.kind].one));
    item.setAttribute("role", "option");
    item.onmousedown = (event) => (event.preventDefault(), pick(node));
    return item;
  };
  current = -1;
  byId("hits").replaceChildren(...found.map(row));
  if (!found.length && fold(byId("query").value)) byId("hits").append(make("li", { className: "none", textContent: "No such name" }));
  openHits(byId("hits").childElementCount > 0);
}

function openHits(open) {
  byId("hits").hidden = !open;
  byId("query").setAttribute("aria-expanded", String(open));
  if (!open) byId("query").removeAttribute("aria-activedescendant");
}

function pick(node) {
  openHits(false);
  byId("query").value = "";
  choose(node, { show: true });
  byId("map").focus({ preventScroll: true });
}

function moveHit(step) {
  const items = [...byId("hits").querySelectorAll("[role=option]")];
  if (!items.length) return;
  current = (current + step + items.length + (current < 0 && step < 0 ? 1 : 0)) % items.length;
  items.forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
  byId("query").setAttribute("aria-activedescendant", items[current].id);
  items[current].scrollIntoView({ block: "nearest" });
}

function startSearch() {
  const query = byId("query");
  query.oninput = showHits;
  query.onfocus = () => query.value && showHits();
  query.onblur = () => openHits(false);
  query.onkeydown = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveHit(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") pickCurrent();
    else if (event.key === "Escape") (query.value = "", openHits(false), query.blur());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function pickCurrent() {
  const items = byId("hits").querySelectorAll("[role=option]");
  if (!byId("hits").hidden && items.length) pick(nodeAt.get(items[Math.max(0, current)].dataset.key));
}
