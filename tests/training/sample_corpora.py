"""A tiny folder of corpora in the real formats, with sentences put together by us."""

import itertools
from pathlib import Path

PEOPLE = ("Ann", "Bo", "Carla", "Dan", "Eva", "Finn")
PLACES = ("Oslo", "Rome", "Lima", "Cairo", "Quito")
VERBS = (("met", "meet"), ("left", "leave"), ("praised", "praise"))


def write_corpora(folder: Path) -> Path:
    """Write ud_ewt, uner_ewt and gmb with ninety short sentences each."""
    treebank, names, gmb = [], [], []
    combinations = itertools.product(PEOPLE, VERBS, PLACES)
    for number, (person, (verb, lemma), place) in enumerate(combinations):
        key = f"own-{number}"
        document = [f"# newdoc id = own-{number // 3}"] if number % 3 == 0 else []
        treebank += [
            *document,
            f"# sent_id = {key}",
            f"1\t{person}\t{person}\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_",
            f"2\t{verb}\t{lemma}\tVERB\tVBD\tTense=Past\t0\troot\t_\t_",
            f"3\t{place}\t{place}\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No",
            "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
            "",
        ]
        names += [f"# sent_id = {key}", f"1\t{person}\tB-PER", f"2\t{verb}\tO"]
        names += [f"3\t{place}\tB-LOC", "4\t.\tO", ""]
        gmb += [f"{person}\tNNP\tB-per", f"{verb}\tVBD\tO", f"{place}\tNNP\tB-geo"]
        gmb += ["on\tIN\tO", "Monday\tNNP\tB-tim", ".\t.\tO", ""]
    for path, lines in (
        ("ud_ewt/en_ewt-ud-train.conllu", treebank),
        ("uner_ewt/en_ewt-ud-train.clean.iob2", names),
        ("gmb/gmb.conll", gmb),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
