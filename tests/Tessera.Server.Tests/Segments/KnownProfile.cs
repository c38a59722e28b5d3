namespace Tessera.Server.Tests.Segments;

/// <summary>A row of <c>profiles</c>.</summary>
internal sealed record KnownProfile(
    string Workspace,
    Guid ProfileId,
    string Kind,
    string Identifier,
    string Name,
    string Email,
    string Country,
    string Traits,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    ulong Version)
{
    /// <summary>The profile of a customer who was seen in the given lines.</summary>
    public static KnownProfile Of(IGrouping<Guid, OrderLine> lines)
    {
        var first = lines.First();
        return new KnownProfile(
            first.Workspace, lines.Key, "user_id", first.Customer, $"Name of {first.Customer}", "", first.Country, "{}",
            lines.Min(line => line.Time), lines.Max(line => line.Time), 1);
    }
}
