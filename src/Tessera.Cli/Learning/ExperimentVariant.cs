using System.Runtime.InteropServices;
using Tessera.Learning.Experiments;

namespace Tessera.Cli.Learning;

/// <summary>The observations of one variant.</summary>
internal sealed class ExperimentVariant(string name)
{
    private readonly List<double> metric = [];
    private readonly List<double> other = [];
    private readonly Dictionary<string, List<double>> strata = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public long Count => metric.Count;

    /// <summary>Whether every value of the metric is 0 or 1.</summary>
    public bool IsBinary { get; private set; } = true;

    public SampleMoments Moments => SampleMoments.Of(Values);

    public PairedMoments Pairs => PairedMoments.Of(CollectionsMarshal.AsSpan(other), Values);

    public Proportion Proportion => new((long)metric.Sum(), Count);

    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(metric);

    public IReadOnlyDictionary<string, SampleMoments> Strata =>
        strata.ToDictionary(each => each.Key, each => SampleMoments.Of(CollectionsMarshal.AsSpan(each.Value)), StringComparer.Ordinal);

    public void Add(double value, double? paired, string? stratum)
    {
        metric.Add(value);
        IsBinary &= value is 0 or 1;
        if (paired is { } number)
        {
            other.Add(number);
        }

        if (stratum is not null)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(strata, stratum, out _);
            (list ??= []).Add(value);
        }
    }
}
