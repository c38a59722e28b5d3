using Tessera.Learning.Data;

namespace Tessera.Learning.Linear;

/// <summary>Sums Xᵀ W X and Xᵀ v over rows, in blocks whose sums are added in order, and solves (Xᵀ W X + λ I) β = Xᵀ v.</summary>
internal sealed class NormalEquations(DesignMatrix design, double l2)
{
    private const int BlockRows = 4096;

    /// <summary>What a row adds, given Σ x β of it: the weight of x xᵀ, the factor of x, and its part of the objective.</summary>
    public delegate (double Curvature, double Slope, double Loss) RowTerm(int row, double score);

    /// <summary>Sums over all rows at some coefficients.</summary>
    /// <returns>The lower triangle of Xᵀ W X + λ I, [p, p]; Xᵀ v − λ β, [p]; and the objective with its ridge.</returns>
    public (double[] Matrix, double[] Vector, double Objective) Sum(double[] coefficients, RowTerm term)
    {
        var p = design.ColumnCount;
        var blocks = (design.RowCount + BlockRows - 1) / BlockRows;
        var (matrix, vector, objective) = (new double[p * p], new double[p], 0.0);
        // As many blocks at a time as there are processors, so that memory stays bounded; added in their order.
        var atOnce = WorkSharing.Threads(0);
        for (var first = 0; first < blocks; first += atOnce)
        {
            var parts = new (double[] Matrix, double[] Vector, double Objective)[Math.Min(atOnce, blocks - first)];
            var start = first;
            WorkSharing.For(parts.Length, atOnce, i => parts[i] = SumBlock(start + i, coefficients, term));
            foreach (var part in parts)
            {
                Add(matrix, part.Matrix);
                Add(vector, part.Vector);
                objective += part.Objective;
            }
        }

        for (var j = 1; j < p; j++)
        {
            matrix[(j * p) + j] += l2;
            vector[j] -= l2 * coefficients[j];
            objective += 0.5 * l2 * coefficients[j] * coefficients[j];
        }

        return (matrix, vector, objective);
    }

    /// <summary>Solves A x = b for a symmetric positive definite A given by its lower triangle; overwrites it. Cholesky, O(p³/6).</summary>
    /// <exception cref="NotEstimableException">A is not positive definite to working precision.</exception>
    public static double[] Solve(double[] matrix, double[] vector)
    {
        var p = vector.Length;
        var solution = (double[])vector.Clone();
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * p) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[(i * p) + k] * matrix[(j * p) + k];
                }

                if (i == j && !(sum > 0))
                {
                    throw new NotEstimableException("The columns depend on each other too closely for the ridge; raise L2.");
                }

                matrix[(i * p) + j] = i == j ? Math.Sqrt(sum) : sum / matrix[(j * p) + j];
            }

            for (var k = 0; k < i; k++)
            {
                solution[i] -= matrix[(i * p) + k] * solution[k];
            }

            solution[i] /= matrix[(i * p) + i];
        }

        for (var i = p - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < p; k++)
            {
                solution[i] -= matrix[(k * p) + i] * solution[k];
            }

            solution[i] /= matrix[(i * p) + i];
        }

        return solution;
    }

    private (double[] Matrix, double[] Vector, double Objective) SumBlock(int block, double[] coefficients, RowTerm term)
    {
        var p = design.ColumnCount;
        var (matrix, vector, objective) = (new double[p * p], new double[p], 0.0);
        var columns = new int[design.LongestRow];
        var values = new double[design.LongestRow];
        for (var row = block * BlockRows; row < Math.Min(design.RowCount, (block + 1) * BlockRows); row++)
        {
            var count = design.CopyRow(row, columns, values);
            var score = 0.0;
            for (var i = 0; i < count; i++)
            {
                score += coefficients[columns[i]] * values[i];
            }

            var (curvature, slope, loss) = term(row, score);
            objective += loss;
            for (var i = 0; i < count; i++)
            {
                vector[columns[i]] += slope * values[i];
                var weighted = curvature * values[i];
                var start = columns[i] * p;
                for (var j = 0; j <= i; j++)
                {
                    matrix[start + columns[j]] += weighted * values[j];
                }
            }
        }

        return (matrix, vector, objective);
    }

    private static void Add(double[] sum, double[] part)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += part[i];
        }
    }
}
