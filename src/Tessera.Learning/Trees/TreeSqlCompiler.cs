using System.Globalization;
using System.Text;
using Tessera.Learning.Data;

namespace Tessera.Learning.Trees;

/// <summary>Writes trees as a SQL expression (ClickHouse) over columns named as the features.</summary>
/// <remarks>
/// A number is read with <c>toFloat64</c>: null and not-a-number are missing. A category is read with <c>toString</c> as its code: null, and
/// names that the model has not seen, are missing. Inputs become the arguments of a function, and trees are summed in pairs, pairs
/// of pairs and so on: the engine names every step by its whole text, so that a sum of n trees one after the other takes memory as n².
/// The order of the sum differs from the in-process one, the result by its rounding.
/// </remarks>
internal sealed class TreeSqlCompiler(FeatureSchema schema, TreeEnsemble trees)
{
    private readonly StringBuilder text = new();

    /// <summary>The expression of the score.</summary>
    public string Compile()
    {
        int[] used = [.. trees.Nodes.Select(node => node.Feature).Distinct().Order()];
        text.Clear();
        if (used.Length > 0)
        {
            text.Append("arraySum((").AppendJoin(", ", used.Select(Argument)).Append(") -> ");
        }

        text.Append(SqlText.Number(trees.Bias));
        if (trees.Roots.Length > 0)
        {
            text.Append(" + ");
            AppendSum(0, trees.Roots.Length);
        }

        if (used.Length > 0)
        {
            text.Append(", ").AppendJoin(", ", used.Select(feature => $"[{Input(schema[feature])}]")).Append(')');
        }

        return text.ToString();
    }

    private static string Argument(int feature) => string.Create(CultureInfo.InvariantCulture, $"v{feature}");

    private static string Input(FeatureDefinition feature)
    {
        var name = SqlText.Name(feature.Name);
        if (!feature.IsCategorical)
        {
            return $"ifNull(toFloat64({name}), nan)";
        }

        return feature.Categories.Count == 0 ? "nan"
            : $"ifNull(transform(toString({name}), [{string.Join(", ", feature.Categories.Select(SqlText.Text))}], [{string.Join(", ", Enumerable.Range(0, feature.Categories.Count).Select(code => SqlText.Number(code)))}], nan), nan)";
    }

    private void AppendSum(int first, int count)
    {
        if (count == 1)
        {
            text.Append('\n');
            Append(trees.Roots[first]);
            return;
        }

        text.Append('(');
        AppendSum(first, count / 2);
        text.Append(" + ");
        AppendSum(first + (count / 2), count - (count / 2));
        text.Append(')');
    }

    private void Append(int at)
    {
        if (at < 0)
        {
            text.Append(SqlText.Number(trees.LeafValues[~at]));
            return;
        }

        var node = trees.Nodes[at];
        text.Append("if(").Append(Condition(node)).Append(", ");
        Append(node.Left);
        text.Append(", ");
        Append(node.Right);
        text.Append(')');
    }

    // A comparison with not-a-number is false.
    private string Condition(in TreeNode node)
    {
        var value = Argument(node.Feature);
        if (node.CategorySet < 0)
        {
            return double.IsPositiveInfinity(node.Threshold)
                ? node.DefaultLeft ? "1" : $"isFinite({value})"
                : node.DefaultLeft ? $"not {value} > {SqlText.Number(node.Threshold)}"
                : $"{value} <= {SqlText.Number(node.Threshold)}";
        }

        // Whichever side missing values do not take is the one that is listed.
        var set = trees.CategorySets[node.CategorySet];
        var listLeft = !node.DefaultLeft;
        var listed = Enumerable.Range(0, schema[node.Feature].Categories.Count).Where(code => (((set[code >> 6] >> (code & 63)) & 1) != 0) == listLeft);
        var codes = string.Join(", ", listed);
        var isListed = codes.Length == 0 ? "0" : $"{value} in ({codes})";
        return listLeft ? isListed : $"not {isListed}";
    }
}
