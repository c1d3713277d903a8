// Search over names and aliases, blind to accents, case and punctuation.

const PLAIN = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’‘ʼ`.]/gu, "").replace(/[øłđßæœıþð]/g, (letter) => PLAIN[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const HITS = 12;
let namesKnown;

/** Nodes of which a name holds all the words, best first: the same name, then one that begins so. */
function find(query) {
  namesKnown ??= ranked.map((node) => ({ node, names: [node.label, ...node.aliases].map((name) => ({ name, plain: fold(name) })) }));
  const parts = fold(query).split(" ").filter(Boolean);
  if (!parts.length) return [];
  const whole = parts.join(" ");
  const found = [];
  for (const { node, names } of namesKnown) {
    const name = names.find(({ plain }) => parts.every((part) => plain.includes(part)));
    if (name) found.push({ node, name: name.name, rank: name.plain === whole ? 0 : name.plain.startsWith(whole) ? 1 : ` ${name.plain}`.includes(` ${whole}`) ? 2 : 3 });
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, HITS);
}

/** Makes a field with its list a combobox that hands the node picked to `pick`. */
function namePicker(field, list, pick) {
  let current = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const open = (shown) => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    if (!shown) field.removeAttribute("aria-activedescendant");
  };
  const take = (node) => {
    open(false);
    field.value = "";
    pick(node);
  };
  const show = () => {
    const found = find(field.value);
    current = -1;
    list.replaceChildren(...found.map((hit, at) => hitRow(hit, `${list.id}-${at}`, () => take(hit.node))));
    if (!found.length && fold(field.value)) list.append(make("li", { className: "none", role: "option", ariaDisabled: "true", textContent: "No such name" }));
    open(list.childElementCount > 0);
  };
  const move = (step) => {
    const items = options();
    if (!items.length) return;
    current = (current + step + items.length + (current < 0 && step < 0 ? 1 : 0)) % items.length;
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
    field.setAttribute("aria-activedescendant", items[current].id);
    items[current].scrollIntoView({ block: "nearest" });
  };
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => !list.hidden && nodeAt.has(options()[Math.max(0, current)]?.dataset.key) && take(nodeAt.get(options()[Math.max(0, current)].dataset.key)),
    Escape: () => (field.value = "", open(false), field.blur()),
  };
  field.oninput = show;
  field.onfocus = () => field.value && show();
  field.onblur = () => open(false);
  field.onkeydown = (event) => {
    if (!Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation();
  };
}

function hitRow({ node, name }, id, take) {
  const alias = name === node.label ? null : make("span", { className: "alias" }, words(name));
  const item = make("li", { id, role: "option", data: { key: node.key } }, icon(node.kind), words(node.shown, "what"), alias, make("span", { className: "n" }, node.sub || KINDS[node.kind].one));
  item.setAttribute("aria-selected", "false");
  item.onmousedown = (event) => (event.preventDefault(), take());
  return item;
}

function startSearch() {
  namePicker(byId("query"), byId("hits"), (node) => {
    choose(node, { show: true });
    if (state.view === "connections") byId("map").focus({ preventScroll: true });
  });
}
