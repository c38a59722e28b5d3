using Tessera.Learning.Data;

namespace Tessera.Cli.Learning;

/// <summary>Reads a plain file as a table: once to see what the columns are, once more for their values.</summary>
internal static class TableFile
{
    /// <summary>Reads a file; notices say which spellings in a column of numbers count as missing.</summary>
    /// <exception cref="CommandFailure">It cannot be read, has no rows, or two columns have the same name.</exception>
    public static Table Read(ProgramEnvironment environment, string path, ICollection<string> notices, CancellationToken cancellationToken)
    {
        var inferences = Infer(environment, path, cancellationToken);
        using var file = DelimitedFile.Open(environment, path);
        ColumnBuilder[] builders = [.. inferences.Select((inference, i) => new ColumnBuilder(file.Headers[i], inference.Kind))];
        while (file.Read())
        {
            for (var i = 0; i < builders.Length; i++)
            {
                builders[i].Add(file.Text(i));
            }
        }

        for (var i = 0; i < inferences.Length; i++)
        {
            if (inferences[i].OddValues.Count > 0)
            {
                notices.Add($"{file.Headers[i]} is a number; {string.Join(", ", inferences[i].OddValues.Select(value => $"\"{value}\""))} count as missing.");
            }
        }

        return new Table(builders.Select(builder => builder.Build()));
    }

    /// <summary>Refuses infinite numbers.</summary>
    /// <exception cref="CommandFailure">There is one; the sentence names column and row.</exception>
    public static void RequireFinite(Table table, IEnumerable<string> columns, string path)
    {
        foreach (var column in columns.Select(name => table[name]).OfType<NumericColumn>())
        {
            var row = column.Values.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            if (row >= 0)
            {
                throw new CommandFailure($"{path} has an infinite value in column {column.Name}, row {row + 1}; correct it or leave the column out with --drop {column.Name}.");
            }
        }
    }

    private static ColumnInference[] Infer(ProgramEnvironment environment, string path, CancellationToken cancellationToken)
    {
        using var file = DelimitedFile.Open(environment, path);
        if (file.Headers.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new CommandFailure($"{path} has two columns called \"{twice.Key}\".");
        }

        if (file.Headers.Any(name => name.Length == 0))
        {
            throw new CommandFailure($"{path} has a column without a name in its header.");
        }

        ColumnInference[] inferences = [.. file.Headers.Select(_ => new ColumnInference())];
        var rows = 0L;
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows++;
            for (var i = 0; i < inferences.Length; i++)
            {
                inferences[i].Add(file.Text(i));
            }
        }

        return rows > 0 ? inferences : throw new CommandFailure($"{path} has a header but no rows.");
    }
}
