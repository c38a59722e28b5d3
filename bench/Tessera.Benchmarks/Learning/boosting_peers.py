"""XGBoost and scikit-learn as peers of boosting: one task a line on standard input, "TASK LIBRARY SET"; the answer is a number."""
import sys
import time

import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

folder, trees, leaves, rate, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
SINGLE_ROWS = 3000
loaded, models = {}, {}


def data(name):
    """Inputs and targets to learn from and to test on; for each library in the type of number that it works with, so that it converts nothing."""
    if name not in loaded:
        loaded.clear()
        models.clear()
        parts = []
        for part in ("training", "test"):
            y = np.fromfile(f"{folder}/{name}.{part}.target")
            X = np.ascontiguousarray(np.fromfile(f"{folder}/{name}.{part}.columns").reshape(-1, len(y)).T)
            parts.append({"xgboost": X.astype(np.float32), "sklearn": X, "target": y})
        loaded[name] = parts
    return loaded[name]


def fit(library, name):
    training, _ = data(name)
    if library == "xgboost":
        model = xgboost.XGBClassifier(
            n_estimators=trees, max_leaves=leaves, max_depth=0, grow_policy="lossguide", learning_rate=rate, tree_method="hist",
            max_bin=255, reg_lambda=1, min_child_weight=1, n_jobs=threads)
    else:
        model = HistGradientBoostingClassifier(
            max_iter=trees, max_leaf_nodes=leaves, learning_rate=rate, max_bins=255, l2_regularization=1, early_stopping=False)
    models[library] = model.fit(training[library], training["target"])
    return 0


def auc(library, name):
    test = data(name)[1]
    return roc_auc_score(test["target"], models[library].predict_proba(test[library])[:, 1])


def row(library, name):
    """Seconds for a row, by the fastest call there is."""
    rows = data(name)[1][library]
    booster = models[library].get_booster()
    singles = [rows[i:i + 1] for i in range(min(SINGLE_ROWS, len(rows)))]
    start = time.perf_counter()
    for single in singles:
        booster.inplace_predict(single)
    return (time.perf_counter() - start) / len(singles)


def batch(library, name):
    rows = data(name)[0][library]
    if library == "xgboost":
        models[library].get_booster().inplace_predict(rows)
    else:
        models[library].predict_proba(rows)
    return 0


tasks = {"load": lambda _, name: len(data(name)), "fit": fit, "auc": auc, "row": row, "batch": batch}
print(f"ready XGBoost {xgboost.__version__}, scikit-learn {sklearn.__version__}", flush=True)
for line in sys.stdin:
    task, library, name = line.split()
    print(tasks[task](library, name), flush=True)
