using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Jobs;

/// <summary>What an import found out and did, beyond its counts of rows.</summary>
internal sealed record ImportReport
{
    /// <summary>How the file is built; null until it was looked at.</summary>
    public FileShape? File { get; init; }

    /// <summary>Which column or formula has what: target → source.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How the file was understood, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the sender must decide.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    /// <summary>How many rows are of each kind.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>How many order lines are of each type.</summary>
    public IReadOnlyDictionary<string, long> LineTypes { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Why rows were rejected, the commonest reason first.</summary>
    public IReadOnlyList<RejectionCount> Rejections { get; init; } = [];

    /// <summary>The currency that the workspace takes over when the import is published; null when it keeps its own.</summary>
    public string? AdoptedCurrency { get; init; }

    /// <summary>How many order lines were staged: what publishing must find.</summary>
    public long StagedOrderLines { get; init; }

    /// <summary>How far those lines are numbered.</summary>
    public LineNumbers LineNumbers { get; init; }

    /// <summary>How many statements about customers were staged beside the order lines.</summary>
    public long StagedCustomers { get; init; }

    /// <summary>How many events were staged.</summary>
    public long StagedEvents { get; init; }

    /// <summary>How many traits were staged.</summary>
    public long StagedTraits { get; init; }
}
