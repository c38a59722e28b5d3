namespace Tessera.Segments.Explaining.Courses;

/// <summary>Events chosen for the first steps of a sequence, the latest ones that can be.</summary>
/// <param name="Deed">The event of the last of these steps.</param>
/// <param name="Before">The steps before it, or null.</param>
internal sealed record Chain(Deed Deed, Chain? Before)
{
    /// <summary>The event of the first step.</summary>
    internal Deed Start { get; } = Before?.Start ?? Deed;

    internal int Steps { get; } = (Before?.Steps ?? 0) + 1;

    /// <summary>All events in the order of the steps.</summary>
    internal IReadOnlyList<Deed> Deeds()
    {
        List<Deed> deeds = [];
        for (var chain = this; chain is not null; chain = chain.Before)
        {
            deeds.Insert(0, chain.Deed);
        }

        return deeds;
    }
}
