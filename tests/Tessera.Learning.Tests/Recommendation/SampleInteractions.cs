using Tessera.Learning.Data;
using Tessera.Learning.Recommendation;

namespace Tessera.Learning.Tests.Recommendation;

/// <summary>Users of a few tastes: each taste has its own items, a few items are popular with all.</summary>
internal static class SampleInteractions
{
    public const int Tastes = 4;
    private const int ItemsOfTaste = 15;

    /// <summary>Interactions in random order; item names begin with the taste: "t2-7", or "all-3".</summary>
    public static List<Interaction> Make(int users, ulong seed)
    {
        var random = new SeededRandom(seed);
        var rows = new List<Interaction>();
        for (var user = 0; user < users; user++)
        {
            var taste = user % Tastes;
            for (var i = 0; i < 8; i++)
            {
                // Early items of a taste are more popular than late ones.
                var item = (int)(ItemsOfTaste * random.NextDouble() * random.NextDouble());
                rows.Add(random.NextDouble() < 0.2
                    ? new($"u{user}", $"all-{random.NextInt(3)}", 1)
                    : new($"u{user}", $"t{(random.NextDouble() < 0.1 ? random.NextInt(Tastes) : taste)}-{item}", 1 + random.NextInt(3)));
            }
        }

        return rows;
    }
}
