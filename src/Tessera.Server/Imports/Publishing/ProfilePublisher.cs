using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Creates and updates the profiles that an import speaks of.</summary>
internal sealed class ProfilePublisher(ClickHouseClient client, IProfileTurns turns)
{
    private static readonly TimeSpan RangeTimeout = TimeSpan.FromMinutes(10);
    private static readonly Statement Publish = new(EmbeddedSql.Read("Imports/Publishing/PublishProfiles.sql"));
    private static readonly Statement Touched = new(EmbeddedSql.Read("Imports/Publishing/TouchedProfiles.sql"));

    /// <summary>Brings the profiles up to date.</summary>
    /// <returns>How many were touched, about.</returns>
    public async Task<long> PublishAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var touched = await client.SingleAsync<long>(Touched.With("import", import), cancellationToken);
        if (touched == 0)
        {
            return 0;
        }

        var known = await client.SingleAsync<long>(
            new Statement("SELECT toInt64(count()) FROM profiles WHERE workspace = {workspace:String}").With("workspace", workspace.Value), cancellationToken);
        foreach (var range in HashRange.For(touched + known))
        {
            var statement = Publish
                .With("workspace", workspace.Value)
                .With("import", import)
                .With("from", range.From)
                .With("to", range.To)
                .WithTimeout(RangeTimeout);
            await turns.WriteAsync(() => client.ExecuteAsync(statement.AsIdempotent(), cancellationToken), cancellationToken);
        }

        return touched;
    }
}
