// The page of questions: fills the editor, asks the endpoint, shows the answer. Words of a graph reach the
// page only as text, never as markup.
import { createEditor } from "./editor.js";

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const ROWS_DRAWN = 2000;
const FEW = Math.min(1000, data.rows);
const START = "SELECT ?name (COUNT(?claim) AS ?claims) WHERE {\n  ?claim kg:speaker ?who .\n  ?who schema:name ?name .\n}\nGROUP BY ?name\nORDER BY DESC(?claims)\nLIMIT 20\n";

let chosen = null;
let answer = null;
let running = null;

const address = new URL(location.href);
const editor = createEditor(byId("editor"), {
  text: address.searchParams.get("query") ?? START,
  terms: data.terms,
  label: "SPARQL query",
  onRun: () => run(),
});

function element(name, words, options = {}) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  return Object.assign(made, options);
}

function offerQuestions() {
  const groups = new Map();
  for (const question of data.questions) {
    const audience = question.audience || "more";
    if (!groups.has(audience)) groups.set(audience, element("optgroup", undefined, { label: `For: ${audience}` }));
    groups.get(audience).append(element("option", question.question, { value: question.name }));
  }
  byId("question").append(...groups.values());
}

function choose(name) {
  chosen = data.questions.find((question) => question.name === name) ?? null;
  byId("question").value = chosen ? name : "";
  byId("parameters").replaceChildren();
  if (!chosen) return;
  editor.text = chosen.text;
  for (const parameter of chosen.parameters) {
    const label = element("label", `Only for one ${parameter.name}`);
    label.append(element("input", undefined, {
      name: parameter.name, type: parameter.kind === "day" ? "date" : "text",
      placeholder: parameter.kind === "day" ? "" : `any; such as: ${parameter.example}`,
      onkeydown: (event) => { if (event.key === "Enter") run(); },
    }));
    byId("parameters").append(label);
  }
}

/** Puts the values typed into the fields into the query; throws what the server has to say about them. */
async function fillIn() {
  const filled = [...byId("parameters").querySelectorAll("input")].filter((input) => input.value.trim());
  if (!chosen || !filled.length) return;
  const values = new URLSearchParams(filled.map((input) => [input.name, input.value.trim()]));
  const found = await fetch(`/questions/${chosen.name}.rq?${values}`);
  const text = await found.text();
  if (!found.ok) throw new Error(text.trim());
  editor.text = text;
}

async function run() {
  running?.abort();
  const mine = running = new AbortController();
  byId("remedy").hidden = true;
  say("Asking …");
  const began = performance.now();
  try {
    await fillIn();
    keepAddress();
    const found = await fetch("/sparql", {
      method: "POST",
      headers: {
        "content-type": "application/sparql-query",
        accept: "application/sparql-results+json, text/turtle;q=0.9",
      },
      body: editor.text,
      signal: mine.signal,
    });
    const text = await found.text();
    if (!found.ok) return fail(text.trim(), found.status);
    show(found.headers.get("content-type").includes("json") ? JSON.parse(text) : { turtle: text }, performance.now() - began);
  } catch (error) {
    if (error.name !== "AbortError") fail(error.message, 0);
  }
}

function keepAddress() {
  const kept = new URL("/ask", location.href);
  kept.searchParams.set("query", editor.text);
  byId("link").href = kept.href.length < 8000 ? kept.href : "/ask";
  if (kept.href.length < 8000) history.replaceState(null, "", kept);
}

function say(words, wrong = false) {
  byId("status").textContent = words;
  byId("status").classList.toggle("wrong", wrong);
}

function fail(message, status) {
  answer = null;
  byId("answer").hidden = true;
  byId("csv").disabled = byId("json").disabled = true;
  say(message, true);
  byId("remedy").hidden = status !== 422;
  const place = /at (\d+):(\d+)/.exec(message);
  if (place) editor.select(Number(place[1]), Number(place[2]));
}

function show(found, milliseconds) {
  answer = found;
  byId("answer").hidden = false;
  byId("csv").disabled = byId("json").disabled = found.turtle !== undefined;
  const took = `${(milliseconds / 1000).toFixed(2)} s`;
  if (found.turtle !== undefined) {
    byId("answer").replaceChildren(element("pre", found.turtle));
    return say(`Triples, in ${took}`);
  }
  if (found.boolean !== undefined) {
    byId("answer").replaceChildren(element("p", found.boolean ? "yes" : "no", { className: "lead" }));
    return say(`Answered in ${took}`);
  }
  const rows = found.results.bindings;
  byId("answer").replaceChildren(drawn(found.head.vars, rows));
  const part = rows.length > ROWS_DRAWN ? `, the first ${ROWS_DRAWN.toLocaleString("en")} are drawn` : "";
  say(`${rows.length.toLocaleString("en")} ${rows.length === 1 ? "row" : "rows"} in ${took}${part}`);
}

function drawn(columns, rows) {
  const table = element("table");
  const head = table.createTHead().insertRow();
  for (const column of columns) head.append(element("th", column, { scope: "col" }));
  const body = table.createTBody();
  for (const row of rows.slice(0, ROWS_DRAWN)) {
    const line = body.insertRow();
    for (const column of columns) line.append(cell(row[column]));
  }
  return table;
}

function cell(term) {
  const place = element("td");
  if (!term) return place;
  if (term.type !== "uri") {
    place.textContent = term.value;
    place.dir = "auto";
    if (/(integer|decimal|double|float)$/.test(term.datatype ?? "")) place.className = "number";
    return place;
  }
  place.append(element("a", shortened(term.value), { href: localPath(term.value), title: term.value }));
  return place;
}

function shortened(iri) {
  for (const [prefix, namespace] of Object.entries(data.prefixes)) {
    const rest = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && rest && !rest.includes("/")) return `${prefix}:${rest}`;
  }
  return iri;
}

/** As the server does it: the path of the node's own IRI, else the IRI in full. */
function localPath(iri) {
  if (!iri.startsWith(data.base) || iri === data.base || /[?#]|\/\/|\/\.\.?(\/|$)/.test(iri.slice(data.base.length - 1))) return `/resource?iri=${encodeURIComponent(iri)}`;
  return new URL(data.base).pathname + iri.slice(data.base.length);
}

/** A cell for a spreadsheet: quoted where it must be, and never taken for a formula. */
function csvCell(text) {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
  const safe = formula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asCsv({ head, boolean, results }) {
  if (boolean !== undefined) return `answer\r\n${boolean}\r\n`;
  const lines = results.bindings.map((row) => head.vars.map((column) => csvCell(row[column]?.value ?? "")).join(","));
  return `${[head.vars.map(csvCell).join(","), ...lines].join("\r\n")}\r\n`;
}

function save(text, media, name) {
  const link = element("a", "", { href: URL.createObjectURL(new Blob([text], { type: media })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

offerQuestions();
byId("limit").textContent = `Show the first ${FEW.toLocaleString("en")} rows`;
byId("question").addEventListener("change", (event) => choose(event.target.value));
byId("run").addEventListener("click", () => run());
byId("csv").addEventListener("click", () => save(`\ufeff${asCsv(answer)}`, "text/csv", "answer.csv"));
byId("json").addEventListener("click", () => save(JSON.stringify(answer, null, 1), "application/json", "answer.json"));
byId("limit").addEventListener("click", () => { editor.text = `${editor.text.trimEnd()}\nLIMIT ${FEW}\n`; run(); });
if (address.searchParams.has("question")) choose(address.searchParams.get("question"));
document.documentElement.dataset.ready = "";
if (address.searchParams.has("query") || chosen) run();
