using System.Runtime.InteropServices;
using Tessera.Learning.Data;

namespace Tessera.Benchmarks.Learning;

/// <summary>Rows to learn a class from, every fifth of them kept to test on. Categories are numbered, so that every library is given the same numbers.</summary>
internal sealed class BoostingSet
{
    private const int TestEvery = 5;

    public BoostingSet(string name, string description, double[][] columns, double[] target)
    {
        Name = name;
        Description = description;
        var rows = Enumerable.Range(0, target.Length).ToLookup(row => row % TestEvery == 0);
        int[] training = [.. rows[false]], test = [.. rows[true]];
        var whole = FeatureFrame.Numeric(columns.Select((_, i) => $"x{i}"), columns);
        Training = new TrainingSet(whole.Take(training), [.. training.Select(row => target[row])]);
        Test = new TrainingSet(whole.Take(test), [.. test.Select(row => target[row])]);
    }

    public string Name { get; }

    public string Description { get; }

    public TrainingSet Training { get; }

    public TrainingSet Test { get; }

    /// <summary>Writes it for another program: columns one after the other, and the target, as doubles.</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        foreach (var (part, set) in new[] { ("training", Training), ("test", Test) })
        {
            await using (var file = File.Create(Path.Combine(folder, $"{Name}.{part}.columns")))
            {
                for (var feature = 0; feature < set.Features.Schema.Count; feature++)
                {
                    file.Write(MemoryMarshal.AsBytes(set.Features[feature]));
                }
            }

            await File.WriteAllBytesAsync(Path.Combine(folder, $"{Name}.{part}.target"), MemoryMarshal.AsBytes(set.Target).ToArray(), cancellation);
        }
    }
}
