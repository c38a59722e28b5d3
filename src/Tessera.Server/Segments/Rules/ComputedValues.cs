using System.Collections.Concurrent;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rules;

/// <summary>Keeps the engine's view of computed values on the version of the scores that the metadata say is current.</summary>
internal sealed class ComputedValues(ClickHouseClient engine, CustomerTableVersions versions)
{
    private readonly ConcurrentDictionary<WorkspaceKey, long> pointed = new();

    /// <summary>Has the view show what is current; to be called before a statement that may read it.</summary>
    public async Task PointAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        if (await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken) is not { Version: var version }
            || (pointed.TryGetValue(workspace, out var last) && last == version))
        {
            return;
        }

        await engine.InsertAsync("rfm_switches", [new Switch(workspace.Value, (ulong)version)], options: null, cancellationToken);
        pointed[workspace] = version;
    }

    private sealed record Switch(string Workspace, ulong Version);
}
