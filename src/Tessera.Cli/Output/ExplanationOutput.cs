using System.Globalization;
using System.Text.Json;
using Tessera.Cli.Api;

namespace Tessera.Cli.Output;

/// <summary>Why a customer is in a segment, or is not: a tree of conditions with marks, what changes by itself, and the least that would change it.</summary>
internal static class ExplanationOutput
{
    public static void Write(ProgramEnvironment environment, JsonElement explanation)
    {
        environment.Out.WriteLine(explanation.Text("sentence"));
        if (explanation.At("root") is { } root)
        {
            environment.Out.WriteLine();
            WriteNode(environment, root, depth: 0);
            WriteOutlook(environment, explanation);
        }
        else
        {
            WriteConditions(environment, explanation);
        }
    }

    private static void WriteNode(ProgramEnvironment environment, JsonElement node, int depth)
    {
        var mark = Mark(environment, node.Text("holds") == "true");
        var indent = new string(' ', depth * 2);
        var children = node.List("children");
        environment.Out.WriteLine($"{indent}{mark} {(children.Count == 0 ? node.Text("text") : Joint(node))}");
        environment.Out.WriteLine($"{indent}  {new string(' ', mark.Length)}{node.Text("sentence")}{Changes(node)}");
        foreach (var child in children)
        {
            WriteNode(environment, child, depth + 1);
        }
    }

    private static void WriteOutlook(ProgramEnvironment environment, JsonElement explanation)
    {
        environment.Out.WriteLine();
        if (explanation.Text("note") is { } note)
        {
            // What would change is not known then.
            environment.Out.WriteLine(note);
            return;
        }

        environment.Out.WriteLine(explanation.Instant("changesAt") is { } instant
            ? $"By itself:       {(explanation.Text("changesTo") == "true" ? "in it" : "not in it")} from {Shown(instant)} on"
            : "By itself:       no change");
        environment.Out.WriteLine($"Smallest change: {explanation.Text("smallestChange.sentence") ?? "none that is known of"}");
    }

    private static void WriteConditions(ProgramEnvironment environment, JsonElement explanation)
    {
        var table = new TextTable("Condition", "Value", "Means", "Holds");
        foreach (var condition in explanation.List("conditions"))
        {
            table.AddRow(condition.Text("label"), condition.Text("value"), condition.Text("text"), condition.Text("holds") == "true" ? "yes" : "no");
        }

        table.Write(environment);
    }

    // Where it goes to a file or another program, that may not know the signs.
    private static string Mark(ProgramEnvironment environment, bool holds) => (environment.OutIsTerminal, holds) switch
    {
        (true, true) => "✓",
        (true, false) => "✗",
        (false, true) => "[yes]",
        _ => "[no] ",
    };

    private static string Joint(JsonElement node) => node.Text("kind") switch
    {
        "all" => "all of",
        "any" => "any of",
        "not" => "not",
        "atLeastOf" => "at least some of",
        _ => node.Text("text") ?? string.Empty,
    };

    private static string Changes(JsonElement node) => node.Instant("changesAt") is { } instant ? $"; changes by itself at {Shown(instant)}" : string.Empty;

    private static string Shown(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
