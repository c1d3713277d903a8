// What a view shows, as a drawing (SVG) and as a picture (PNG) that stand without the page.
//
// A view tells how by addOutput("timeline", { name, picture, rows, query }): picture() gives an SVG element that
// carries its own looks, rows() the table with its header, query() the SPARQL that gives the same rows.

const outputs = new Map();
const addOutput = (view, output) => outputs.set(view, output);
const output = () => outputs.get(state.view);

const SVG_SPACE = "http://www.w3.org/2000/svg";

/** An element of a drawing; strings among the children become text. Attributes are set, never parsed. */
function svgMake(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

let svgFontRead;
/** The page's typeface. */
const svgFont = () => (svgFontRead ??= getComputedStyle(document.documentElement).getPropertyValue("--sans").trim() || "sans-serif");

const SVG_LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "vector-effect", "text-decoration-line"];

/** A copy of a drawing on the page in which every part carries the looks that the style sheet gives it. */
function svgWithLooks(drawing) {
  const copy = drawing.cloneNode(true);
  const [from, to] = [[drawing, ...drawing.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((element, at) => {
    const looks = getComputedStyle(element);
    for (const name of SVG_LOOKS) to[at].setAttribute(name, looks.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "id"]) to[at].removeAttribute(name);
    if (looks.display === "none" || looks.visibility === "hidden") to[at].dataset.gone = "";
  });
  copy.querySelectorAll("[data-gone]").forEach((element) => element.remove());
  return copy;
}

/** A sheet of a size in the page's colours, with the title of the page and what is shown above the drawing. */
function svgSheet(width, height, subtitle, ...content) {
  const head = subtitle ? 64 : 0;
  return svgMake(
    "svg",
    { xmlns: SVG_SPACE, width: Math.ceil(width), height: Math.ceil(height + head), viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height + head)}`, "font-family": svgFont() },
    svgMake("title", {}, subtitle || graph.title),
    svgMake("rect", { width: "100%", height: "100%", fill: colours.paper }),
    subtitle ? svgMake("text", { x: 24, y: 30, "font-size": 17, "font-weight": 600, fill: colours.ink }, svgClip(subtitle, width - 48, 17)) : null,
    subtitle ? svgMake("text", { x: 24, y: 50, "font-size": 13, fill: colours.soft }, svgClip(graph.title, width - 48, 13)) : null,
    svgMake("g", { transform: `translate(0 ${head})` }, ...content),
  );
}

const svgRuler = document.createElement("canvas").getContext("2d");
const svgWidths = new Map();

/** Width of words in pixels at a size. */
function svgWidth(text, size = 13, weight = 400) {
  const key = `${weight} ${size} ${text}`;
  if (!svgWidths.has(key)) {
    if (svgWidths.size > 20000) svgWidths.clear();
    svgRuler.font = `${weight} ${size}px ${svgFont()}`;
    svgWidths.set(key, svgRuler.measureText(text).width);
  }
  return svgWidths.get(key);
}

/** The words, or as many of their letters as fit into a width. */
function svgClip(text, room, size = 13, weight = 400) {
  if (svgWidth(text, size, weight) <= room) return text;
  let letters = Math.max(1, Math.floor((text.length * room) / svgWidth(text, size, weight)));
  while (letters > 1 && svgWidth(`${text.slice(0, letters).trimEnd()}…`, size, weight) > room) letters -= 1;
  return `${text.slice(0, letters).trimEnd()}…`;
}

/** Words in lines that fit a width. */
function svgLines(text, room, size = 13, weight = 400) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && svgWidth(longer, size, weight) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].filter(Boolean).map((one) => svgClip(one, room, size, weight));
}

/** Control characters are not allowed in XML, whatever the graph holds. */
const svgText = (drawing) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}\n`.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");

const svgBlob = () => new Blob([svgText(output().picture())], { type: "image/svg+xml;charset=utf-8" });

const PNG_LARGEST = 12000; // pixels on a side that browsers still draw

/** The same drawing in pixels, two for each of the page's. */
function savePng() {
  const source = URL.createObjectURL(svgBlob());
  const picture = new Image();
  picture.onload = () => {
    const scale = Math.min(2, PNG_LARGEST / Math.max(picture.width, picture.height));
    const sheet = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
    URL.revokeObjectURL(source);
    sheet.toBlob((blob) => save(blob, `${output().name}.png`));
  };
  picture.src = source;
}

addExport({ id: "picture", label: "Picture (PNG)", hint: "What this view shows, for a document or a slide", order: 10, run: () => (state.view === "connections" ? savePicture() : savePng()) });
addExport({ id: "drawing", label: "Drawing (SVG)", hint: "The same, to be enlarged and edited", order: 20, run: () => save(svgBlob(), `${output().name}.svg`) });
