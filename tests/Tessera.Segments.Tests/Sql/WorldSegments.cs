using Tessera.Segments.Checking;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Sql;

/// <summary>The segments of a world: those with a definition, and those that are only kept; "kept" is, even when nobody ever entered it.</summary>
internal sealed class WorldSegments(World world) : ISegmentResolver
{
    public IEnumerable<string> Keys => world.Segments.Keys.Concat(world.Customers.SelectMany(customer => customer.MembershipChanges).Select(change => change.Segment)).Append("kept").Distinct(StringComparer.Ordinal);

    public bool Exists(string key) => Keys.Contains(key, StringComparer.Ordinal);

    public Segment? Find(string key) => world.Segments.GetValueOrDefault(key);
}
