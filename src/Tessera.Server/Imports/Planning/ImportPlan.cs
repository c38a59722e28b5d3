using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Planning;

/// <summary>How a table is going to be read, and what stands in the way.</summary>
internal sealed record ImportPlan
{
    /// <summary>How the file is built.</summary>
    public required FileShape Shape { get; init; }

    /// <summary>Its columns.</summary>
    public required ColumnNames Columns { get; init; }

    /// <summary>What the columns' values look like, in the same order.</summary>
    public required IReadOnlyList<ColumnProfile> Profiles { get; init; }

    /// <summary>What was guessed of the mapping.</summary>
    public required IReadOnlyDictionary<string, MappingGuess> Guesses { get; init; }

    /// <summary>Which column or formula has what.</summary>
    public required ColumnMapping Mapping { get; init; }

    /// <summary>Targets without which the rows cannot be imported, and which no column was found for.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>How dates are written.</summary>
    public DateStyle Dates { get; init; } = new(DateOrder.YearMonthDay);

    /// <summary>Where times without an offset were written.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The currency of the file: what the options say, or most amounts name, or the platform is known for; else null.</summary>
    public string? NamedCurrency { get; init; }

    /// <summary>What to tell the sender about the choices made.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the sender must decide before the file is read.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];
}
