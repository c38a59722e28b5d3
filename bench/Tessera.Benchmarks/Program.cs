using System.Text.Json;
using Tessera.Benchmarks;

// Every benchmark there is, found by its interface: adding a class is all it takes.
var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToList();

var json = args.Contains("--json", StringComparer.Ordinal);
var names = args.Where(argument => !argument.StartsWith('-')).ToList();
var unknown = names.Where(name => benchmarks.All(benchmark => benchmark.Name != name)).ToList();
if (unknown.Count > 0 || args.Any(argument => argument.StartsWith('-') && argument != "--json"))
{
    Console.Error.WriteLine($"usage: ./tessera bench [NAME …] [--json]; names: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}

var root = Environment.GetEnvironmentVariable("TESSERA_ROOT") ?? Directory.GetCurrentDirectory();
var context = new BenchmarkContext(root, Console.Error);
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

var reports = new Dictionary<string, BenchmarkReport>(StringComparer.Ordinal);
foreach (var benchmark in benchmarks.Where(benchmark => names.Count == 0 || names.Contains(benchmark.Name, StringComparer.Ordinal)))
{
    Console.Error.WriteLine($"{benchmark.Name}: {benchmark.Question}");
    var report = await benchmark.RunAsync(context, interrupted.Token);
    reports[benchmark.Name] = report;

    var page = ReportWriter.ToMarkdown(benchmark, report);
    var results = Directory.CreateDirectory(Path.Combine(root, "bench", "results"));
    await File.WriteAllTextAsync(Path.Combine(results.FullName, $"{benchmark.Name}.md"), page, interrupted.Token);
    if (!json)
    {
        Console.WriteLine(page);
    }
}

if (json)
{
    Console.WriteLine(JsonSerializer.Serialize(reports, JsonSerializerOptions.Web));
}

return 0;
