"""Measures each query of a run with pytrec_eval: trec_eval.py QRELS RUN; prints {query: {measure: value}}."""

import json
import sys

import pytrec_eval

NAMES = {
    "map": "MAP",
    "recip_rank": "MRR",
    "success_1": "acc@1",
    "success_5": "hit@5",
    "success_10": "hit@10",
    "ndcg_cut_10": "nDCG@10",
}


def judgements(path):
    found = {}
    for line in open(path, encoding="utf-8").read().splitlines()[1:]:
        query, document, grade = line.split("\t")
        found.setdefault(query, {})[document] = int(grade)
    return found


def answers(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        query, _, document, _, score, _ = line.split()
        found.setdefault(query, {})[document] = float(score)
    return found


qrels, run = judgements(sys.argv[1]), answers(sys.argv[2])
evaluator = pytrec_eval.RelevanceEvaluator(qrels, set(NAMES) | {"P_5", "P_10", "num_rel"})
measured = {}
for query, values in evaluator.evaluate(run).items():
    named = {name: values[key] for key, name in NAMES.items()}
    for depth in (5, 10):
        possible = min(depth, values["num_rel"])
        named[f"RP@{depth}"] = values[f"P_{depth}"] * depth / possible if possible else 0.0
    measured[query] = named
json.dump(measured, sys.stdout)
