using System.CommandLine;
using System.Globalization;

namespace Tessera.Cli.Importing;

/// <summary>The options by which <c>import</c> and <c>demo --orders</c> say what a file holds.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string[]> map = new("--map")
    {
        Description = "The column or formula of a target, such as customer=\"Customer ID\" or amount=Quantity*UnitPrice; may be repeated. Default: guessed, and shown.",
        HelpName = "TARGET=COLUMN",
    };

    private readonly Option<string?> customerKind = Text(
        "--customer-kind", "KIND", "What customer_id holds: user_id, email, phone, or a kind of your own such as loyalty_card. Default: user_id.");
    private readonly Option<string?> dateFormat = Text("--date-format", "FORMAT", "How dates are written: d/m/y, m/d/y, y/m/d, or a pattern such as dd.MM.yyyy. Default: told from the data.");
    private readonly Option<string?> numberFormat = Text("--number-format", "FORMAT", "How numbers are written: 1,234.56 or 1.234,56. Default: told from the data.");
    private readonly Option<string?> currency = Text("--currency", "CODE", "The currency of amounts that do not name theirs. Default: the workspace's.");
    private readonly Option<string[]> rate = new("--rate") { HelpName = "CODE=RATE", Description = "What one unit of another currency is worth in the workspace's, such as EUR=1.17; may be repeated." };
    private readonly Option<string?> timeZone = Text("--time-zone", "ZONE", "The time zone of times without one. Default: the workspace's.");
    private readonly Option<string?> sheet = Text("--sheet", "NAME", "The sheet of a workbook. Default: the first with rows.");
    private readonly Option<string?> delimiter = Text("--delimiter", "CHARACTER", "What stands between values: , ; | or tab. Default: told from the data.");
    private readonly Option<bool> noHeader = new("--no-header") { Description = "The first line is data: columns are named #1, #2 and so on." };
    private readonly Option<int?> skipLines = new("--skip-lines") { HelpName = "N", Description = "Lines above the column names to leave out. Default: told from the data." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { map, customerKind, dateFormat, numberFormat, currency, rate, timeZone, sheet, delimiter, noHeader, skipLines })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CommandFailure">A mapping or rate is not of its form.</exception>
    public ImportSettings Read(ParseResult result)
    {
        var settings = ImportSettings.None;
        foreach (var (target, column) in Pairs("--map", result.GetValue(map), "target=column, such as customer=CustomerID"))
        {
            settings = settings with { Map = settings.Map.SetItem(target, column) };
        }

        var options = settings.Options.ToBuilder();
        foreach (var (name, value) in Named(result))
        {
            if (value is not null)
            {
                options[name] = value;
            }
        }

        return settings with { Options = options.ToImmutable() };
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    private (string Name, object? Value)[] Named(ParseResult result) =>
    [
        ("customerKind", result.GetValue(customerKind)),
        ("dateFormat", result.GetValue(dateFormat)),
        ("numberFormat", result.GetValue(numberFormat)),
        ("currency", result.GetValue(currency)),
        ("rates", Rates(result)),
        ("timeZone", result.GetValue(timeZone)),
        ("sheet", result.GetValue(sheet)),
        ("delimiter", result.GetValue(delimiter)),
        ("header", result.GetValue(noHeader) ? false : null),
        ("skipLines", result.GetValue(skipLines)),
    ];

    private Dictionary<string, decimal>? Rates(ParseResult result)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (code, text) in Pairs("--rate", result.GetValue(rate), "CODE=RATE, such as EUR=1.17"))
        {
            rates[code] = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var worth)
                ? worth
                : throw new CommandFailure($"--rate \"{code}={text}\" is not of the form CODE=RATE, such as EUR=1.17.", ExitCodes.WrongUsage);
        }

        return rates.Count > 0 ? rates : null;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string option, string[]? texts, string form)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts ?? [])
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                throw new CommandFailure($"{option} \"{text}\" is not of the form {form}.", ExitCodes.WrongUsage);
            }

            if (!seen.Add(name.Trim()))
            {
                throw new CommandFailure($"{option} names \"{name.Trim()}\" twice.", ExitCodes.WrongUsage);
            }

            yield return (name.Trim(), value.Trim());
        }
    }
}
