using System.Text.Json;
using Tessera.Cli.Api;

namespace Tessera.Cli.Output;

/// <summary>The lines of two texts side by side: what is added begins with +, what is removed with -.</summary>
internal static class DiffOutput
{
    public static void Write(ProgramEnvironment environment, IEnumerable<JsonElement> lines, string indent = "")
    {
        foreach (var line in lines)
        {
            environment.Out.WriteLine($"{indent}{line.Text("kind") switch { "added" => "+", "removed" => "-", _ => " " }} {line.Text("text")}");
        }
    }
}
