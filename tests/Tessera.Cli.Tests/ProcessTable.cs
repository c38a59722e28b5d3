using System.Globalization;

namespace Tessera.Cli.Tests;

/// <summary>Who is whose child, as <c>/proc</c> says.</summary>
internal static class ProcessTable
{
    /// <summary>The one child of a process.</summary>
    public static int ChildOf(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => name!.All(char.IsAsciiDigit))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .First(id => ParentOf(id) == parent);

    private static int ParentOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            return int.Parse(line["PPid:".Length..].Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // It ended between being listed and being read.
            return 0;
        }
    }
}
