// What a view shows as a table. Formulas are guarded by cell() of save.js.

function saveRows() {
  const rows = output().rows();
  save(new Blob([`\ufeff${rows.map((row) => row.map((value) => cell(String(value ?? ""))).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), `${output().name}.csv`);
}

addExport({ id: "table", label: "Table (CSV)", hint: "The rows that this view shows, for a spreadsheet", order: 30, run: saveRows });
