// Reads files with N3.js and prints how many different quads each holds: node count_quads.mjs FILE...
import fs from "node:fs";
import path from "node:path";
import N3 from "n3";

const FORMATS = { ".ttl": "text/turtle", ".nt": "application/n-triples", ".nq": "application/n-quads", ".trig": "application/trig" };

for (const file of process.argv.slice(2)) {
  const parser = new N3.Parser({ format: FORMATS[path.extname(file)] });
  console.log(new N3.Store(parser.parse(fs.readFileSync(file, "utf-8"))).size);
}
