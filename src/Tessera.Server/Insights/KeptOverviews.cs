using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Tessera.Domain;

namespace Tessera.Server.Insights;

/// <summary>
/// Overviews that were put together before, each as long as the data stay as they were. Adding up tens of millions of lines takes seconds;
/// finding out that nothing was added takes a millisecond.
/// </summary>
internal sealed class KeptOverviews : IDisposable
{
    // In steps and countries, of some hundred bytes each.
    private const long Capacity = 50_000;

    private readonly MemoryCache overviews = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>The overview of the same question to the same data.</summary>
    public bool TryGet(OverviewQuestion question, DataState state, [NotNullWhen(true)] out Overview? overview)
    {
        overview = overviews.TryGetValue<Entry>(question, out var entry) && entry!.State == state ? entry.Overview : null;
        return overview is not null;
    }

    /// <summary>Keeps an overview for the next who asks.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="state">The data's state, read before the overview was put together, so that data that came in between are never missed.</param>
    /// <param name="overview">The answer.</param>
    public void Keep(OverviewQuestion question, DataState state, Overview overview) => overviews.Set(
        question, new Entry(state, overview), new MemoryCacheEntryOptions { Size = 1 + overview.Series.Count + overview.Countries.Count + overview.TopProducts.Count });

    public void Dispose() => overviews.Dispose();

    private sealed record Entry(DataState State, Overview Overview);
}
