namespace Tessera.Segments;

/// <summary>The first names of paths that read something other than the customer's own traits.</summary>
public static class Namespaces
{
    /// <summary><c>company.plan</c>: a trait of the customer's company, from group calls.</summary>
    public const string Company = "company";

    /// <summary><c>context.device.type</c>: the latest context seen.</summary>
    public const string Context = "context";

    /// <summary><c>rfm.segment</c>, <c>rfm.recency</c>, <c>rfm.frequency</c>, <c>rfm.monetary</c>.</summary>
    public const string Rfm = "rfm";

    /// <summary><c>persona</c>: the discovered persona the customer belongs to.</summary>
    public const string Persona = "persona";

    /// <summary><c>score.churn</c>: a model's score.</summary>
    public const string Score = "score";

    /// <summary>The names below <see cref="Rfm"/>.</summary>
    public static IReadOnlyList<string> RfmNames { get; } = ["segment", "recency", "frequency", "monetary"];

    internal static bool IsScore(ValuePath path) => path.Root is Score && path.Segments.Count == 2;

    internal static bool IsOwnTrait(ValuePath path) =>
        !(path.Root is Persona && path.Segments.Count == 1)
        && !(path.Root is Company or Context or Rfm or Score && path.Segments.Count > 1);
}
