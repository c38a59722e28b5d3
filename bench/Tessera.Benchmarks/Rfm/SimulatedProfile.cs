using Tessera.Domain;

namespace Tessera.Benchmarks.Rfm;

/// <summary>A row of <c>profiles</c>.</summary>
internal sealed record SimulatedProfile(
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
    private static readonly string[] FirstNames = ["Ada", "Grace", "Alan", "Barbara", "Edsger", "Katherine", "Donald", "Frances", "Tony", "Margaret"];

    /// <summary>The profile of a numbered customer.</summary>
    public static SimulatedProfile Of(WorkspaceKey workspace, Guid[] profiles, int customer)
    {
        var seen = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(customer % 525_600);
        var name = $"{FirstNames[customer % FirstNames.Length]} No. {customer}";
        return new SimulatedProfile(
            workspace.Value, profiles[customer], IdentifierKinds.UserId, SimulatedLine.Name(customer), name, $"customer{customer}@example.com", "DE", "{}", seen,
            seen.AddDays(customer % 300), 1);
    }
}
