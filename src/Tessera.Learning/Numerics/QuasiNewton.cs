namespace Tessera.Learning.Numerics;

/// <summary>Minimises a smooth function of a few variables: BFGS with a backtracking line search.</summary>
/// <remarks>
/// Reference: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, algorithm 6.1 with the initial scaling of
/// equation (6.20); the line search backtracks until the Armijo condition (3.4) holds, and an update is skipped where the
/// curvature condition (6.7) fails, which keeps the approximation positive definite. Deterministic. O(d²) per step.
/// </remarks>
internal static class QuasiNewton
{
    private const double SufficientDecrease = 1e-4;

    // In logarithms of parameters, a factor of e³ per step: far enough to travel, near enough not to overflow on the way.
    private const double LongestStep = 3;

    /// <summary>The objective at a point; writes its gradient.</summary>
    internal delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Minimises from a start.</summary>
    /// <param name="objective">The objective; a value that is not finite marks a point as out of bounds.</param>
    /// <param name="start">The start, [d]; its objective must be finite.</param>
    /// <param name="gradientTolerance">Converged once no entry of the gradient is larger than this.</param>
    /// <param name="maxIterations">Steps after which it gives up, reported as not converged.</param>
    public static Optimum Minimize(Objective objective, ReadOnlySpan<double> start, double gradientTolerance = 1e-9, int maxIterations = 500)
    {
        var d = start.Length;
        var point = start.ToArray();
        var gradient = new double[d];
        var value = objective(point, gradient);
        var inverseHessian = Identity(d, 1);
        var trial = new double[d];
        var trialGradient = new double[d];
        var scaled = false;

        for (var iteration = 0; iteration < maxIterations; iteration++)
        {
            if (Norm(gradient) <= gradientTolerance)
            {
                return new Optimum(point, value, Norm(gradient), iteration, Converged: true);
            }

            var direction = Descent(inverseHessian, gradient);
            var slope = DotProduct.Of(direction, gradient);
            if (!(slope < 0))
            {
                inverseHessian = Identity(d, 1);
                direction = [.. gradient.Select(entry => -entry)];
                slope = DotProduct.Of(direction, gradient);
            }

            var step = Math.Min(1, LongestStep / Norm(direction));
            double trialValue;
            while (true)
            {
                for (var i = 0; i < d; i++)
                {
                    trial[i] = point[i] + (step * direction[i]);
                }

                trialValue = objective(trial, trialGradient);
                if (double.IsFinite(trialValue) && trialValue <= value + (SufficientDecrease * step * slope))
                {
                    break;
                }

                step /= 2;
                if (step * Norm(direction) < 1e-14)
                {
                    // No descent at the precision of the objective: this is as low as it goes. Whether that is a minimum,
                    // the gradient says; rounding in a sum of many terms keeps it from reaching the tolerance exactly.
                    var norm = Norm(gradient);
                    return new Optimum(point, value, norm, iteration, norm <= Math.Sqrt(gradientTolerance) * 0.1);
                }
            }

            Update(ref inverseHessian, point, trial, gradient, trialGradient, ref scaled);
            trial.CopyTo(point, 0);
            trialGradient.CopyTo(gradient, 0);
            value = trialValue;
        }

        return new Optimum(point, value, Norm(gradient), maxIterations, Converged: false);
    }

    private static double[] Descent(double[,] inverseHessian, double[] gradient)
    {
        var direction = new double[gradient.Length];
        for (var i = 0; i < direction.Length; i++)
        {
            for (var j = 0; j < direction.Length; j++)
            {
                direction[i] -= inverseHessian[i, j] * gradient[j];
            }
        }

        return direction;
    }

    private static void Update(ref double[,] inverseHessian, double[] from, double[] to, double[] gradientFrom, double[] gradientTo, ref bool scaled)
    {
        var d = from.Length;
        var s = new double[d];
        var y = new double[d];
        for (var i = 0; i < d; i++)
        {
            s[i] = to[i] - from[i];
            y[i] = gradientTo[i] - gradientFrom[i];
        }

        var sy = DotProduct.Of(s, y);
        if (sy <= 1e-12 * Math.Sqrt(DotProduct.Of(s, s) * DotProduct.Of(y, y)))
        {
            return;
        }

        if (!scaled)
        {
            inverseHessian = Identity(d, sy / DotProduct.Of(y, y));
            scaled = true;
        }

        var hy = new double[d];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++)
            {
                hy[i] += inverseHessian[i, j] * y[j];
            }
        }

        var factor = (1 + (DotProduct.Of(y, hy) / sy)) / sy;
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++)
            {
                inverseHessian[i, j] += (factor * s[i] * s[j]) - (((hy[i] * s[j]) + (s[i] * hy[j])) / sy);
            }
        }
    }

    private static double[,] Identity(int d, double scale)
    {
        var matrix = new double[d, d];
        for (var i = 0; i < d; i++)
        {
            matrix[i, i] = scale;
        }

        return matrix;
    }

    private static double Norm(double[] vector) => vector.Max(Math.Abs);
}
