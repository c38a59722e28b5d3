using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments compare A B</c>.</summary>
internal static class SegmentCompareCommand
{
    private const int Most = 10;

    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var a = new Argument<string>("a") { Description = "The key of a segment." };
        var b = new Argument<string>("b") { Description = "The key of another." };
        var command = new Command("compare", "Lays two segments side by side: what they share, are worth, and do.") { a, b };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var query = new QueryText().With("a", result.GetRequiredValue(a)).With("b", result.GetRequiredValue(b));
            var answer = await server.Api.GetAsync($"/api/segments/compare{query}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
            }
            else
            {
                Write(environment, answer);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(ProgramEnvironment environment, JsonAnswer answer)
    {
        var (one, other) = (answer.Value.Text("a.name")!, answer.Value.Text("b.name")!);
        environment.Out.WriteLine(
            $"{Figures.Count(answer.Value.Number("both"))} customers are in both, {Figures.Count(answer.Value.Number("onlyA"))} only in {one}, {Figures.Count(answer.Value.Number("onlyB"))} only in {other}.");
        var figures = new TextTable("Figure", $">{one}", $">{other}", ">Everybody");
        foreach (var figure in answer.Value.List("figures"))
        {
            Func<decimal?, string?> text = figure.Text("unit") switch { "share" => Figures.Share, "money" => Figures.Money, _ => Figures.Decimal };
            figures.AddRow(figure.Text("name"), text(figure.Number("a")), text(figure.Number("b")), text(figure.Number("all")));
        }

        figures.Write(environment);
        environment.Out.WriteLine();
        var differences = new TextTable("What differs most", $">{one}", $">{other}");
        foreach (var trait in answer.Value.List("traits").Take(Most))
        {
            differences.AddRow($"{trait.Text("path")} is {trait.Text("value")}", Figures.Share(trait.Number("shareA")), Figures.Share(trait.Number("shareB")));
        }

        foreach (var done in answer.Value.List("events").Take(Most))
        {
            differences.AddRow($"did {done.Text("name")}", Figures.Share(done.Number("shareA")), Figures.Share(done.Number("shareB")));
        }

        differences.Write(environment);
    }
}
