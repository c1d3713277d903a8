// The question to the graph that gives what a view shows. Run it with `kg query GRAPH --file FILE.rq`, or in any
// store that holds the same graph: it gives the rows of the table.

const SPARQL_PREFIXES = { kg: "https://w3id.org/newskg/ns#", schema: "https://schema.org/", nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", sem: "http://semanticweb.cs.vu.nl/2009/11/sem/", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#" };

/** An IRI as a term. What an IRI may not hold is escaped, so that none can end before its time. */
const sparqlIri = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;

/** Words as a term. */
const sparqlText = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t")}"`;

const nodeIri = (node) => evidence().nodes[node.id][0];

/** Whether the page holds all of the graph: only then need a question for all of it name nothing. */
const sparqlWhole = () => !graph.leftOut;

/** Words for a comment: on one line, whatever the graph holds. */
const sparqlWords = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

/** A slot that keeps a variable to some terms; "" for all. */
function sparqlValues(variable, terms, { indent = 2 } = {}) {
  const space = " ".repeat(indent);
  return `${space}VALUES ${variable} {\n${terms.map((term) => `${space}  ${term}`).join("\n")}\n${space}}\n`;
}

function sparqlQuery(question, columns, pattern, order = columns) {
  const used = Object.entries(SPARQL_PREFIXES).filter(([prefix]) => pattern.includes(`${prefix}:`));
  return [
    `# ${sparqlWords(question)}`,
    ...used.map(([prefix, space]) => `PREFIX ${prefix}: <${space}>`),
    `SELECT DISTINCT ${columns.map((name) => `?${name}`).join(" ")} WHERE {`,
    pattern.replace(/\n+$/, ""),
    "}",
    `ORDER BY ${order.map((name) => `?${name}`).join(" ")}`,
    "",
  ].join("\n");
}

addExport({ id: "query", label: "Question (SPARQL)", hint: "The query that gives these rows: kg query GRAPH --file FILE", order: 40, run: () => save(new Blob([output().query()], { type: "application/sparql-query;charset=utf-8" }), `${output().name}.rq`) });
