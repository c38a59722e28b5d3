using System.CommandLine;

namespace Tessera.Cli.Importing;

/// <summary>The options by which <c>import</c> and <c>demo --orders</c> say what a file holds.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string[]> map = new("--map")
    {
        Description = "The column or formula of a target, such as customer=\"Customer ID\" or amount=Quantity*UnitPrice; may be repeated. Default: guessed, and shown.",
        HelpName = "TARGET=COLUMN",
    };

    private readonly Option<string?> dateFormat = Text("--date-format", "FORMAT", "How dates are written, such as dd/MM/yyyy. Default: told from the data.");
    private readonly Option<string?> currency = Text("--currency", "CODE", "The currency of the amounts. Default: the file's, else the workspace's.");
    private readonly Option<string?> timeZone = Text("--time-zone", "ZONE", "The time zone of times without one. Default: the workspace's.");
    private readonly Option<string?> sheet = Text("--sheet", "NAME", "The sheet of a workbook. Default: the first with data.");

    public void AddTo(Command command)
    {
        command.Options.Add(map);
        foreach (var option in Named())
        {
            command.Options.Add(option.Option);
        }
    }

    /// <exception cref="CommandFailure">A mapping is not of the form target=column.</exception>
    public ImportSettings Read(ParseResult result)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in result.GetValue(map) ?? [])
        {
            if (pair.Split('=', 2) is not [{ Length: > 0 } target, { Length: > 0 } column])
            {
                throw new CommandFailure($"--map \"{pair}\" is not of the form target=column; write for example --map customer=CustomerID.", ExitCodes.WrongUsage);
            }

            if (!columns.TryAdd(target.Trim(), column.Trim()))
            {
                throw new CommandFailure($"--map names the target \"{target}\" twice.", ExitCodes.WrongUsage);
            }
        }

        var options = Named()
            .Select(option => (option.Name, Value: result.GetValue(option.Option)))
            .Where(option => option.Value is not null)
            .ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal);
        return new ImportSettings(columns, options);
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    private IEnumerable<(string Name, Option<string?> Option)> Named() =>
        [("dateFormat", dateFormat), ("currency", currency), ("timeZone", timeZone), ("sheet", sheet)];
}
