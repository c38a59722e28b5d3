using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Clustering;

/// <summary>Writes which of several expressions is the least or the largest.</summary>
internal static class ClusterSql
{
    /// <summary>The place of the extreme, from 0; null where an input is missing.</summary>
    /// <param name="extreme"><c>arrayMin</c> or <c>arrayMax</c>.</param>
    /// <param name="values">The expressions, separated by commas; not null where no input is.</param>
    /// <param name="schema">The inputs.</param>
    public static string PlaceOf(string extreme, string values, FeatureSchema schema)
    {
        // Where nothing is missing the numbers stay as they are; elsewhere the outer condition answers.
        var numbers = $"arrayMap(each -> ifNull(each, 0.0), [{values}])";
        return $"if({IsMissing(schema)}, null, indexOf({numbers}, {extreme}({numbers})) - 1)";
    }

    /// <summary>Whether an input is missing.</summary>
    public static string IsMissing(FeatureSchema schema) => string.Join(" or ", schema.Features.Select(feature => feature.IsCategorical
        ? $"isNull({SqlText.Name(feature.Name)})"
        : $"isNaN(ifNull(toFloat64({SqlText.Name(feature.Name)}), nan))"));
}
