// Elements. Words from articles reach the page only as text nodes: nothing here reads them as markup.

const byId = (id) => document.getElementById(id);

/** Makes an element; strings among the children become text. Properties are set, never parsed. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const { data, aria, ...rest } = properties;
  Object.assign(element, rest);
  for (const [name, value] of Object.entries(data ?? {})) element.dataset[name] = value;
  for (const [name, value] of Object.entries(aria ?? {})) element.setAttribute(`aria-${name}`, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Words of an article or a name: kept apart from the text around, whichever way they are written. */
const words = (text, className = "") => make("bdi", { className, textContent: text });

const button = (text, action, properties = {}) =>
  make("button", { type: "button", onclick: action, ...properties }, text);

/** Shows the beginning of what scrolls by itself; on a phone it is the whole page that scrolls. */
function toTop(element) {
  element.scrollTop = 0;
  if (element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: "start" });
}

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const clip = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);
