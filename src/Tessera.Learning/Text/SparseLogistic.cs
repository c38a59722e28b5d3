namespace Tessera.Learning.Text;

/// <summary>The objective of a logistic regression with a ridge on rows of few entries; the first weight is the intercept and free of the ridge.</summary>
internal sealed class SparseLogistic(SparseVector[] rows, double[] target, int length, double l2)
{
    private const int MostConjugateSteps = 200;
    // Of the gradient: Newton's method needs no more.
    private const double Residual = 1e-3;

    public double Objective(double[] weights)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var score = rows[row].Dot(weights);
            sum += Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score))) - (target[row] * score);
        }

        for (var i = 1; i < length; i++)
        {
            sum += 0.5 * l2 * weights[i] * weights[i];
        }

        return sum;
    }

    public double[] Gradient(double[] weights)
    {
        var gradient = new double[length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].AddTo(gradient, (1 / (1 + Math.Exp(-rows[row].Dot(weights)))) - target[row]);
        }

        for (var i = 1; i < length; i++)
        {
            gradient[i] += l2 * weights[i];
        }

        return gradient;
    }

    /// <summary>H⁻¹ times the negative gradient, by conjugate gradients.</summary>
    public double[] NewtonStep(double[] weights, double[] gradient)
    {
        double[] curvatures = [.. rows.Select(row => 1 / (1 + Math.Exp(-row.Dot(weights)))).Select(probability => probability * (1 - probability))];
        var step = new double[length];
        double[] residual = [.. gradient.Select(value => -value)];
        var direction = (double[])residual.Clone();
        var squares = residual.Sum(value => value * value);
        var goal = Residual * Residual * squares;
        for (var i = 0; i < MostConjugateSteps && squares > goal; i++)
        {
            var product = TimesHessian(curvatures, direction);
            var size = squares / direction.Zip(product, (a, b) => a * b).Sum();
            for (var j = 0; j < length; j++)
            {
                step[j] += size * direction[j];
                residual[j] -= size * product[j];
            }

            var next = residual.Sum(value => value * value);
            for (var j = 0; j < length; j++)
            {
                direction[j] = residual[j] + (next / squares * direction[j]);
            }

            squares = next;
        }

        return step;
    }

    private double[] TimesHessian(double[] curvatures, double[] direction)
    {
        var product = new double[length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].AddTo(product, curvatures[row] * rows[row].Dot(direction));
        }

        for (var i = 1; i < length; i++)
        {
            product[i] += l2 * direction[i];
        }

        return product;
    }
}
