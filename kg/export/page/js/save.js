// Saving what is shown. A form of saving is added from a file of its own by addExport():
//
//   addExport({
//     id: "csv",                         // its button is #save-csv
//     label: "Table (CSV)",
//     hint: "The links shown, one a row",
//     order: 30,
//     views: ["connections"],            // where it can be had; without it in every view
//     run(state, data) { save(new Blob([...]), "links.csv"); },
//   });

const exports = new Map();

function addExport(form) {
  exports.set(form.id, { order: 100, hint: "", ...form });
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A table cell. Words that a spreadsheet would take for a formula are marked as text. */
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tableRows() {
  return [...shownLinks].flatMap((link) =>
    link.items
      .filter((item) => itemPasses(item, link))
      .map((item) => {
        const ends = [nodes[link.from].label, nodes[link.to].label];
        const [subject, object] = item[3] ? ends : ends.reverse();
        return [subject, graph.predicates[item[2]][0], object, LINES[lineOf(item)], articlesOf(behind(item)).map((number) => graph.articles[number]?.file ?? "").join("; ")];
      }),
  );
}

function saveTable() {
  const rows = [["from", "link", "to", "kind", "articles"], ...tableRows()];
  save(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), "links.csv");
}

function savePicture() {
  const drawing = byId("map").querySelector("canvas");
  const sheet = make("canvas", { width: drawing.width, height: drawing.height });
  const context = sheet.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(drawing, 0, 0);
  sheet.toBlob((blob) => save(blob, "map.png"));
}

addExport({ id: "picture", label: "Picture (PNG)", order: 10, views: ["connections"], run: savePicture });
addExport({ id: "table", label: "Table (CSV)", order: 30, run: saveTable });

/** The menu of what can be saved in the view that is shown. */
function showExports() {
  const offered = [...exports.values()].filter((form) => !form.views || form.views.includes(state.view)).sort((a, b) => a.order - b.order);
  const entry = (form) => button(form.label, () => (byId("save").open = false, form.run(state, data)), { id: `save-${form.id}`, title: form.hint });
  byId("exports").replaceChildren(...offered.map(entry));
  byId("save").hidden = !offered.length;
}
