using System.Text;
using Tessera.Learning.Data;

namespace Tessera.Learning.Trees;

/// <summary>Writes trees as a SQL expression (ClickHouse) over columns named as the features.</summary>
/// <remarks>
/// A number is read with <c>toFloat64</c>: null and not-a-number are missing. A category is read with <c>toString</c>: null, and names
/// that the model has not seen, are missing. The sum has the order of the in-process model, so that both give the same double.
/// </remarks>
internal sealed class TreeSqlCompiler(FeatureSchema schema, TreeEnsemble trees)
{
    private readonly StringBuilder text = new();

    /// <summary>The expression of the score.</summary>
    public string Compile()
    {
        text.Clear().Append(SqlText.Number(trees.Bias));
        foreach (var root in trees.Roots)
        {
            text.Append("\n+ ");
            Append(root);
        }

        return text.ToString();
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

    private string Condition(in TreeNode node)
    {
        var feature = schema[node.Feature];
        var name = SqlText.Name(feature.Name);
        if (!feature.IsCategorical)
        {
            // A comparison with null is null, and one with not-a-number is false.
            var value = $"toFloat64({name})";
            return double.IsPositiveInfinity(node.Threshold)
                ? node.DefaultLeft ? "1" : $"ifNull(isFinite({value}), 0)"
                : node.DefaultLeft ? $"not ifNull({value} > {SqlText.Number(node.Threshold)}, 0)"
                : $"ifNull({value} <= {SqlText.Number(node.Threshold)}, 0)";
        }

        // Whichever side missing values do not take is the one that is listed.
        var set = trees.CategorySets[node.CategorySet];
        var listLeft = !node.DefaultLeft;
        var listed = feature.Categories.Where((_, code) => (((set[code >> 6] >> (code & 63)) & 1) != 0) == listLeft).Select(SqlText.Text).ToList();
        var isListed = listed.Count == 0 ? "0" : $"ifNull(toString({name}) in ({string.Join(", ", listed)}), 0)";
        return listLeft ? isListed : $"not {isListed}";
    }
}
