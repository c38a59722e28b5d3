using System.Buffers;
using System.Text;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Planning;

/// <summary>What the rows of a file say about its dates, numbers and currencies.</summary>
internal sealed class FileEvidence
{
    private static readonly SearchValues<byte> PlainNumber = SearchValues.Create("0123456789.,-"u8);

    private readonly TableReader table;
    private readonly TableRow row;
    private readonly SourceExpression? time;
    private readonly SourceExpression? currency;
    private readonly int[] numberColumns;
    private readonly Dictionary<string, long> currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);
    private bool hasTextNumbers;

    public FileEvidence(TableReader table, ColumnMapping mapping, TableKind kind)
    {
        this.table = table;
        row = new TableRow(table, NumberStyle.Point);
        time = kind.Targets.Where(target => target.Type == TargetType.Time).Select(target => mapping[target.Name]).FirstOrDefault(source => source is not null);
        currency = mapping[OrderTargets.Currency];
        numberColumns = [.. kind.Targets
            .Where(target => target.Type == TargetType.Number)
            .SelectMany(target => mapping[target.Name]?.Columns ?? [])
            .Distinct()];
    }

    /// <summary>The dates.</summary>
    public DateEvidence Dates { get; } = new();

    /// <summary>The numbers.</summary>
    public NumberEvidence Numbers { get; } = new();

    /// <summary>Whether every number so far was one by the workbook's own word, so that no style matters.</summary>
    public bool HasNoTextNumbers => !hasTextNumbers;

    /// <summary>The currencies named, as codes or as signs that several of them share, the most used first.</summary>
    public IReadOnlyList<string> CurrenciesWritten => [.. currencies.OrderByDescending(entry => entry.Value).Select(entry => entry.Key)];

    /// <summary>Takes the current row into account.</summary>
    public void AddRow()
    {
        if (time is { Formula: null } && !table.Field(time.Column).IsEmpty)
        {
            Dates.Add(table.Field(time.Column));
        }
        else if (time?.Formula is { } formula && formula.Evaluate(row).ToText() is { Length: > 0 } text)
        {
            Dates.Add(Encoding.UTF8.GetBytes(text));
        }

        foreach (var column in numberColumns)
        {
            AddNumber(column);
        }

        if (currency is not null)
        {
            AddCurrency(currency.Formula is { } named ? named.Evaluate(row).ToText() : table.Text(currency.Column));
        }
    }

    private void AddNumber(int column)
    {
        var value = table.Field(column);
        if (value.IsEmpty || table.TypeOf(column) == CellType.Number)
        {
            return;
        }

        hasTextNumbers = true;
        Numbers.Add(value);
        if (currency is null && value.ContainsAnyExcept(PlainNumber) && NumberShape.Of(value) is { IsNumber: true, Currency: { } written })
        {
            Count(written);
        }
    }

    private void AddCurrency(string name)
    {
        if (!known.TryGetValue(name, out var code) && known.Count < 1000)
        {
            known[name] = code = Currencies.Find(name);
        }

        if (code is not null)
        {
            Count(code);
        }
    }

    private void Count(string code) => currencies[code] = currencies.GetValueOrDefault(code) + 1;
}
