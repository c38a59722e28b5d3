"""The peers of the learning library, one task a line on standard input; the answer is a number that says how good the result is."""
import sys

import numpy as np
from scipy import sparse
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_info

folder = sys.argv[1]
users, items = np.loadtxt(f"{folder}/pairs.txt", dtype=np.int64).T
X = sparse.csr_matrix((np.ones(len(users)), (users, items)))
points = np.fromfile(f"{folder}/points.bin").reshape(-1, 8)


def ease(ridge):
    gram = (X.T @ X).toarray()
    gram[np.diag_indices_from(gram)] += ridge
    inverse = np.linalg.inv(gram)
    weights = inverse / (-np.diag(inverse))
    weights[np.diag_indices_from(weights)] = 0
    return float(np.abs(weights).sum())


def half(rows, other, factors, alpha, ridge):
    gram = other.T @ other + ridge * np.eye(factors)
    solved = np.zeros((rows.shape[0], factors))
    for i in range(rows.shape[0]):
        near = other[rows.indices[rows.indptr[i]:rows.indptr[i + 1]]]
        solved[i] = np.linalg.solve(gram + alpha * near.T @ near, (1 + alpha) * near.sum(axis=0))
    return solved


def als(factors, rounds):
    item = 0.1 * np.random.default_rng(1).standard_normal((X.shape[1], factors))
    columns = X.T.tocsr()
    for _ in range(rounds):
        user = half(X, item, factors, 10.0, 10.0)
        item = half(columns, user, factors, 10.0, 10.0)
    return float(np.abs(item).sum())


tasks = {
    "ease": lambda: ease(250.0),
    "als": lambda: als(64, 5),
    "kmeans": lambda: KMeans(8, n_init=5, max_iter=300, tol=0, random_state=1).fit(points).inertia_,
}
blas = [library for library in threadpool_info() if library["user_api"] == "blas"]
print(f"ready {blas[0]['internal_api']} {blas[0]['version']}" if blas else "ready reference BLAS", flush=True)
for line in sys.stdin:
    print(tasks[line.strip()](), flush=True)
