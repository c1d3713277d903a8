-- Views over the tables: what an analyst asks first, with names in place of IRIs.

CREATE VIEW facts_in_words AS
SELECT
  subject.name AS subject,
  COALESCE(vocabulary.label, facts.predicate) AS relation,
  COALESCE(object.name, facts.literal) AS object,
  facts.asserted,
  facts.status,
  facts.confidence,
  facts.articles,
  sentences.text AS sentence,
  articles.title AS article,
  articles.published,
  facts.iri AS fact
FROM facts
LEFT JOIN entities AS subject ON subject.iri = facts.subject
LEFT JOIN entities AS object ON object.iri = facts.object
LEFT JOIN vocabulary ON vocabulary.name = facts.predicate
LEFT JOIN evidence ON evidence.subject = facts.iri AND evidence.position = 1
LEFT JOIN sentences ON sentences.iri = evidence.sentence
LEFT JOIN articles ON articles.iri = sentences.article;

CREATE VIEW claims_in_words AS
SELECT
  speaker.name AS speaker,
  claims.cue,
  claims.text AS claim_text,
  (SELECT GROUP_CONCAT(name, '; ') FROM (
    SELECT DISTINCT entities.name FROM claim_subjects JOIN entities ON entities.iri = claim_subjects.entity
    WHERE claim_subjects.claim = claims.iri AND claim_subjects.relation <> 'citesSource'
    ORDER BY entities.name
  )) AS about,
  (SELECT GROUP_CONCAT(text, '; ') FROM (
    SELECT figures.text FROM claim_figures JOIN figures ON figures.iri = claim_figures.figure
    WHERE claim_figures.claim = claims.iri
    ORDER BY figures.text
  )) AS figures,
  claims.polarity,
  claims.certainty,
  claims.quote_type,
  claims.said_edtf AS said,
  claims.confidence,
  sentences.text AS sentence,
  articles.title AS article,
  articles.published,
  claims.iri AS claim
FROM claims
LEFT JOIN entities AS speaker ON speaker.iri = claims.speaker
LEFT JOIN evidence ON evidence.subject = claims.iri AND evidence.position = 1
LEFT JOIN sentences ON sentences.iri = evidence.sentence
LEFT JOIN articles ON articles.iri = claims.article;

CREATE VIEW figures_by_event AS
SELECT
  event.name AS event,
  figures.measure,
  speaker.name AS speaker,
  figures.text AS figure,
  figures.modifier,
  figures.value,
  figures.minimum,
  figures.maximum,
  figures.scope,
  claims.polarity,
  claims.said_edtf AS said,
  articles.published,
  articles.title AS article,
  claims.iri AS claim,
  figures.iri AS figure_iri
FROM figures
JOIN claim_figures ON claim_figures.figure = figures.iri
JOIN claims ON claims.iri = claim_figures.claim
JOIN claim_subjects ON claim_subjects.claim = claims.iri AND claim_subjects.relation = 'aboutEvent'
JOIN entities AS event ON event.iri = claim_subjects.entity
LEFT JOIN entities AS speaker ON speaker.iri = claims.speaker
LEFT JOIN articles ON articles.iri = claims.article;

CREATE VIEW disputes AS
SELECT
  verdict.label AS verdict,
  speaker.name AS speaker,
  claims.text AS claim_text,
  figures.text AS figure,
  other_speaker.name AS other_speaker,
  other_claims.text AS other_claim_text,
  other_figures.text AS other_figure,
  comparisons.reason,
  comparisons.confidence,
  comparisons.iri AS comparison
FROM comparisons
LEFT JOIN vocabulary AS verdict ON verdict.name = comparisons.verdict
LEFT JOIN claims ON claims.iri = comparisons.claim
LEFT JOIN claims AS other_claims ON other_claims.iri = comparisons.other
LEFT JOIN entities AS speaker ON speaker.iri = claims.speaker
LEFT JOIN entities AS other_speaker ON other_speaker.iri = other_claims.speaker
LEFT JOIN figures ON figures.iri = comparisons.figure
LEFT JOIN figures AS other_figures ON other_figures.iri = comparisons.other_figure;

CREATE VIRTUAL TABLE search USING fts5 (text, kind UNINDEXED, iri UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search (text, kind, iri) SELECT name, 'name', entity FROM names ORDER BY entity, name;
INSERT INTO search (text, kind, iri) SELECT text, 'claim', iri FROM claims ORDER BY iri;
INSERT INTO search (text, kind, iri) SELECT text, 'sentence', iri FROM sentences ORDER BY iri;
