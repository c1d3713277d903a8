// Colours live in the style sheet; the canvas reads them from there.

const wantsDark = matchMedia("(prefers-color-scheme: dark)");
let colours;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  colours = { paper: of("paper"), ink: of("ink"), soft: of("soft"), accent: of("accent"), kind: {}, line: {} };
  for (const kind of Object.keys(KINDS)) colours.kind[kind] = of(`kind-${kind.toLowerCase()}`);
  for (const line of Object.keys(LINES)) colours.line[line] = of(`line-${line}`);
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  readColours();
}

/** Unit shapes, as the key, the lists and the canvas draw them; the same that vis-network draws. */
const SHAPES = {
  dot: "M-1,0A1,1 0 1 0 1,0A1,1 0 1 0 -1,0Z",
  square: "M-1,-1H1V1H-1Z",
  triangle: "M0,-1.05L1.15,.88H-1.15Z",
  triangleDown: "M0,1.05L1.15,-.88H-1.15Z",
  diamond: "M0,-1L1,0L0,1L-1,0Z",
  hexagon: "M1,0L.5,.866H-.5L-1,0L-.5,-.866H.5Z",
  star: "M0,-1L.29,-.4L.95,-.31L.48,.15L.59,.81L0,.5L-.59,.81L-.48,.15L-.95,-.31L-.29,-.4Z",
};

function icon(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-1.25 -1.25 2.5 2.5");
  svg.setAttribute("class", `icon kind-${kind.toLowerCase()}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[KINDS[kind].shape]);
  svg.append(path);
  return svg;
}

function lineIcon(line) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 28 10");
  svg.setAttribute("class", `stroke line-${line}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M0,5H28");
  svg.append(path);
  return svg;
}
