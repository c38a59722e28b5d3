using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Deletes, before the server answers anything, uploads that an earlier run never finished.</summary>
internal sealed class SpoolCleaning(ImportStore store, ImportSpool spool) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken) => spool.DeleteAllBut(await store.ListIdsAsync(cancellationToken));
}
