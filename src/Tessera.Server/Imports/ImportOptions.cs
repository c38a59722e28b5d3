using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports;

/// <summary>What the sender says about a file beyond its mapping; everything left out is recognised.</summary>
internal sealed record ImportOptions
{
    /// <summary>
    /// What kind of identifier <c>customer_id</c> holds: <c>user_id</c>, <c>email</c>, <c>phone</c>, or a source's own, such as <c>loyalty_card</c>. Default: <c>user_id</c>.
    /// </summary>
    public string? CustomerKind { get; init; }

    /// <summary>How dates are written: <c>d/m/y</c>, <c>m/d/y</c>, <c>y/m/d</c>, <c>unix-seconds</c>, <c>excel</c> …, or a pattern such as <c>dd.MM.yyyy</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>How numbers are written: <c>1,234.56</c> or <c>1.234,56</c>.</summary>
    public string? NumberFormat { get; init; }

    /// <summary>The time zone, an IANA name, of times without an offset. Default: the workspace's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The currency, an ISO code, of amounts that do not name theirs. Default: the workspace's.</summary>
    public string? Currency { get; init; }

    /// <summary>What one unit of another currency is worth in the workspace's: <c>{ "EUR": 1.17 }</c>.</summary>
    public IReadOnlyDictionary<string, decimal>? Rates { get; init; }

    /// <inheritdoc cref="ReadingOptions.Sheet"/>
    public string? Sheet { get; init; }

    /// <summary>The character between values: <c>,</c>, <c>;</c>, <c>|</c>, or <c>tab</c>.</summary>
    public string? Delimiter { get; init; }

    /// <inheritdoc cref="ReadingOptions.Header"/>
    public bool? Header { get; init; }

    /// <inheritdoc cref="ReadingOptions.SkipLines"/>
    public int? SkipLines { get; init; }
}
