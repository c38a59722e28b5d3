namespace Tessera.Cli.Demo;

/// <summary>Names a workspace after the file it was filled from.</summary>
internal static class WorkspaceName
{
    private static readonly string[] Endings = [".gz", ".csv", ".tsv", ".txt", ".xlsx", ".xls"];

    /// <summary>The file's name without folders and known endings: <c>online_retail.csv.gz</c> is <c>online_retail</c>.</summary>
    public static string Stem(string file)
    {
        var name = Path.GetFileName(file);
        while (Endings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending)
        {
            name = name[..^ending.Length];
        }

        return name;
    }

    /// <summary>The stem as people would write it: <c>online_retail</c> is "Online retail".</summary>
    public static string From(string file)
    {
        var words = Stem(file).Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? "Orders" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
