using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.Benchmarks;

/// <summary>What a benchmark is given: where to write, how to time, and where to say how far it is.</summary>
internal sealed class BenchmarkContext(string root, TextWriter progress)
{
    /// <summary>The root of the checkout.</summary>
    public string Root { get; } = root;

    /// <summary>Says how far the benchmark is, on standard error.</summary>
    public void Say(string line) => progress.WriteLine($"  {line}");

    /// <summary>A public data set, from the same folder as the tests' own.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public string DataSet(string name)
    {
        var folder = DataSetFolder.Find(Root);
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"This benchmark needs {name} in {folder}; CONTRIBUTING.md says where it is published.", path);
    }

    /// <summary>
    /// Times two things in turn, A B A B …, after one uncounted run of each, so that a machine whose speed drifts treats both alike.
    /// </summary>
    /// <param name="rounds">Counted runs of each, at least 1.</param>
    /// <param name="first">The thing in question.</param>
    /// <param name="second">What it is held against.</param>
    public async Task<(Timing First, Timing Second)> CompareAsync(int rounds, Func<Task> first, Func<Task> second, Func<Task>? settle = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var times = (First: new List<double>(), Second: new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            await (settle?.Invoke() ?? Task.CompletedTask);
            var firstSeconds = await TimeAsync(first);
            await (settle?.Invoke() ?? Task.CompletedTask);
            var secondSeconds = await TimeAsync(second);
            if (round > 0)
            {
                times.First.Add(firstSeconds);
                times.Second.Add(secondSeconds);
                Say($"round {round}: {firstSeconds:F3} s against {secondSeconds:F3} s");
            }
        }

        return (new Timing(times.First), new Timing(times.Second));
    }

    /// <summary>The seconds that one run takes.</summary>
    public static async Task<double> TimeAsync(Func<Task> action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed.TotalSeconds;
    }
}
