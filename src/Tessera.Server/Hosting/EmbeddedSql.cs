using System.Reflection;

namespace Tessera.Server.Hosting;

/// <summary>The hand-written SQL that is built into the server, named by its path below the project.</summary>
internal static class EmbeddedSql
{
    private static readonly Assembly Home = typeof(EmbeddedSql).Assembly;

    /// <summary>The text of one file.</summary>
    /// <param name="path">For example <c>Imports/Queries/publish.sql</c>.</param>
    /// <exception cref="ArgumentException">No such file is built in.</exception>
    public static string Read(string path)
    {
        using var stream = Home.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"No SQL file \"{path}\" is built into the server.", nameof(path));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// The migrations of every capability, <c>&lt;Capability&gt;/Migrations/&lt;target&gt;/NNNN_name.sql</c>, in the order of their
    /// numbers.
    /// </summary>
    /// <param name="target"><c>Metadata</c> or <c>Engine</c>.</param>
    /// <exception cref="InvalidOperationException">Two files bear the same number, or a file bears none.</exception>
    public static IReadOnlyList<SqlMigration> Migrations(string target)
    {
        var marker = $"/Migrations/{target}/";
        var migrations = Home.GetManifestResourceNames()
            .Where(path => path.Contains(marker, StringComparison.Ordinal))
            .Select(path => SqlMigration.Parse(Path.GetFileNameWithoutExtension(path), Read(path)))
            .OrderBy(migration => migration.Number)
            .ToList();
        var repeated = migrations.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Count() > 1);
        return repeated is null
            ? migrations
            : throw new InvalidOperationException(
                $"Migration number {repeated.Key} is used twice: {string.Join(", ", repeated.Select(migration => migration.Name))}.");
    }
}
