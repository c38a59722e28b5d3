namespace Tessera.Server.Imports.Publishing;

/// <summary>What publishing order lines came to.</summary>
internal sealed class OrderPublication
{
    private readonly Dictionary<string, long> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> lineTypes = new(StringComparer.Ordinal);

    /// <summary>Lines that are there now because of this import.</summary>
    public long Stored { get; set; }

    /// <summary>Of those, lines that were there before as something else.</summary>
    public long Corrected { get; set; }

    /// <summary>Of those, lines whose currency has a rate now and had none.</summary>
    public long Converted { get; set; }

    /// <summary>Orders that have lines of this import beside lines of another.</summary>
    public long OrdersInTwoImports { get; set; }

    /// <summary>How many lines of the file are of each kind, those that were there already included.</summary>
    public IReadOnlyDictionary<string, long> Kinds => kinds;

    /// <summary>How many lines of the file are of each type.</summary>
    public IReadOnlyDictionary<string, long> LineTypes => lineTypes;

    /// <summary>Adds the counts of one range.</summary>
    public void Count(IEnumerable<OrderLineCount> counts)
    {
        foreach (var count in counts)
        {
            kinds[count.Kind] = kinds.GetValueOrDefault(count.Kind) + count.Lines;
            lineTypes[count.LineType] = lineTypes.GetValueOrDefault(count.LineType) + count.Lines;
        }
    }
}
