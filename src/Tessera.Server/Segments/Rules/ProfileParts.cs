using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Into how many parts a workspace's customers are divided where they are asked about: lists of all calls of very many customers may be more than the engine's memory holds. It is found
/// by trying, and kept until the next start.
/// </summary>
internal sealed class ProfileParts(ILogger<ProfileParts> logger)
{
    private const int MemoryExceeded = 241;
    private const int PartsMore = 4;
    private const int MostParts = 256;

    private readonly ConcurrentDictionary<WorkspaceKey, int> counts = new();

    /// <summary>Asks in as many parts as suffice.</summary>
    /// <param name="workspace">Whose customers.</param>
    /// <param name="ask">Asks in the parts given, in order; begun anew with more of them when the engine's memory did not suffice.</param>
    /// <exception cref="ClickHouseException">The engine failed, or its memory does not suffice for a 256th of the customers.</exception>
    public async Task<T> AskAsync<T>(WorkspaceKey workspace, Func<IReadOnlyList<ProfileRange>, Task<T>> ask)
    {
        while (true)
        {
            var count = counts.GetValueOrDefault(workspace, 1);
            try
            {
                return await ask([.. ProfileRange.Parts(count)]);
            }
            catch (ClickHouseException failure) when (failure.Code == MemoryExceeded && count < MostParts)
            {
                logger.LogInformation("Customers of workspace {Workspace} are asked about in {Parts} parts from now on, since the engine's memory did not suffice", workspace, count * PartsMore);
                counts[workspace] = count * PartsMore;
            }
        }
    }
}
