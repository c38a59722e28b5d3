namespace Tessera.Segments;

/// <summary>The kinds of <see cref="CountTest"/>.</summary>
public enum CountTestKind
{
    /// <summary><c>at least N</c></summary>
    AtLeast,

    /// <summary><c>at most N</c></summary>
    AtMost,

    /// <summary><c>exactly N</c>, <c>once</c>, <c>twice</c></summary>
    Exactly,

    /// <summary><c>more than N</c></summary>
    MoreThan,

    /// <summary><c>fewer than N</c></summary>
    FewerThan,

    /// <summary><c>between N and M</c>, both included</summary>
    Between,
}
