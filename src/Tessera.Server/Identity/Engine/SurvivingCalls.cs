using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Identity.State;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Identity.Engine;

/// <summary>Puts together who came under an erased person's identifiers after the erasure was asked for and before it was done: somebody new, with those calls only.</summary>
internal sealed class SurvivingCalls(ClickHouseClient engine, StoredCalls calls, IdentityState state, IProfileRefresh profiles) : IErasable
{
    private static readonly Statement Survivors = new(
        """
        SELECT profile_id, min(time) AS first, max(time) AS last
        FROM events
        WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
        GROUP BY profile_id
        """);

    public ErasureStage Stage => ErasureStage.Afterwards;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var survivors = await engine.ListAsync<(Guid Node, DateTimeOffset First, DateTimeOffset Last)>(
            Survivors.With("workspace", person.Workspace.Value).With("nodes", person.Nodes), cancellationToken);
        if (survivors.Count == 0)
        {
            return;
        }

        var identifiers = person.Identifiers.ToLookup(identifier => ProfileId.For(person.Workspace, identifier).Value);
        await engine.InsertAsync(
            "profiles",
            survivors.SelectMany(survivor => identifiers[survivor.Node].Take(1).Select(identifier => new BareProfile(
                person.Workspace.Value, survivor.Node, identifier.Kind, identifier.Value, Name: "", Email: "", Country: "", Traits: "{}", survivor.First, survivor.Last, Version: 1))),
            options: null,
            cancellationToken);
        await calls.LinkAsync(person.Workspace, Guid.Empty, cancellationToken);
        await state.MarkAsync(person.Workspace.Value, [.. survivors.Select(survivor => survivor.Node)], cancellationToken);
        await profiles.RefreshAsync(cancellationToken);
    }

    private sealed record BareProfile(
        string Workspace, Guid ProfileId, string Kind, string Identifier, string Name, string Email, string Country, string Traits, DateTimeOffset FirstSeen,
        DateTimeOffset LastSeen, ulong Version);
}
