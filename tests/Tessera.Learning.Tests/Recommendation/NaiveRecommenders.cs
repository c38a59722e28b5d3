using Tessera.Learning.Data;
using Tessera.Learning.Recommendation;

namespace Tessera.Learning.Tests.Recommendation;

/// <summary>EASE and ALS as the papers write them, dense. Plain on purpose: do not optimise.</summary>
internal static class NaiveRecommenders
{
    public static double[,] Ease(Interactions data, double ridge)
    {
        var n = data.ItemCount;
        var gram = new double[n, n];
        for (var user = 0; user < data.UserCount; user++)
        {
            foreach (var i in data.ItemsOf(user))
            {
                foreach (var j in data.ItemsOf(user))
                {
                    gram[i, j]++;
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            gram[i, i] += ridge;
        }

        var weights = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var unit = new double[n];
            unit[j] = 1;
            var column = Solve(gram, unit);
            for (var i = 0; i < n; i++)
            {
                weights[i, j] = i == j ? 0 : -column[i] / column[j];
            }
        }

        return weights;
    }

    public static double[][] Factors(Interactions data, FactorsOptions options)
    {
        var strengths = new double[data.UserCount, data.ItemCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            for (var i = 0; i < data.ItemsOf(user).Length; i++)
            {
                strengths[user, data.ItemsOf(user)[i]] = data.StrengthsOf(user)[i];
            }
        }

        var random = new SeededRandom(options.Seed);
        var items = Enumerable.Range(0, data.ItemCount).Select(_ => Enumerable.Range(0, options.Factors).Select(_ => 0.1 * random.NextNormal()).ToArray()).ToArray();
        for (var round = 0; round < options.Iterations; round++)
        {
            var users = Enumerable.Range(0, data.UserCount).Select(user => Side(items, item => strengths[user, item], options)).ToArray();
            items = [.. Enumerable.Range(0, data.ItemCount).Select(item => Side(users, user => strengths[user, item], options))];
        }

        return items;
    }

    private static double[] Side(double[][] others, Func<int, double> strength, FactorsOptions options)
    {
        var f = options.Factors;
        var (matrix, vector) = (new double[f, f], new double[f]);
        for (var other = 0; other < others.Length; other++)
        {
            var confidence = 1 + (options.Alpha * strength(other));
            for (var i = 0; i < f; i++)
            {
                vector[i] += strength(other) > 0 ? confidence * others[other][i] : 0;
                for (var j = 0; j < f; j++)
                {
                    matrix[i, j] += confidence * others[other][i] * others[other][j];
                }
            }
        }

        for (var i = 0; i < f; i++)
        {
            matrix[i, i] += options.L2;
        }

        return Solve(matrix, vector);
    }

    // Gauss with the largest pivot.
    public static double[] Solve(double[,] matrix, double[] vector)
    {
        var n = vector.Length;
        var (a, b) = ((double[,])matrix.Clone(), (double[])vector.Clone());
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(row => Math.Abs(a[row, k]));
            for (var j = 0; j < n; j++)
            {
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            }

            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }

                b[i] -= factor * b[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
            {
                b[i] -= a[i, j] * b[j];
            }

            b[i] /= a[i, i];
        }

        return b;
    }
}
