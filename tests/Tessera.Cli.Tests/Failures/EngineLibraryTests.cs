using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Failures;

/// <summary>What somebody sees at the first start whose engine library cannot be had.</summary>
public sealed class EngineLibraryTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Serve_WithoutNetwork_SaysWhatIsMissingAndWhatElseCanBeDone()
    {
        var sentence = (await CliProcess.RunAsync(FirstStart(new Uri("http://127.0.0.1:1")))).Sentence();
        sentence.ShouldContain("npm's registry cannot be reached");
        sentence.ShouldContain("TESSERA_CLICKHOUSE_URL");
    }

    [Fact]
    public async Task Serve_WithARegistryThatHasAnotherLibrary_RefusesItAndKeepsNothing()
    {
        await using var registry = new ForeignRegistry();
        var sentence = (await CliProcess.RunAsync(FirstStart(registry.Address))).Sentence();
        sentence.ShouldContain("is not the expected one");
        registry.Downloads.ShouldBe(1);
        Directory.EnumerateFiles(root.Combine("cache"), "libchdb*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Serve_WithALibraryThatIsNone_NamesIt()
    {
        await File.WriteAllTextAsync(root.Combine("libchdb.so"), "not a library");
        var start = Serve();
        start.Environment["TESSERA_ENGINE_LIBRARY"] = root.Combine("libchdb.so");
        (await CliProcess.RunAsync(start)).Sentence().ShouldContain($"{root.Combine("libchdb.so")} cannot be loaded");
    }

    private ProcessStartInfo FirstStart(Uri registry)
    {
        var start = Serve();
        start.Environment["TESSERA_CACHE"] = root.Combine("cache");
        start.Environment["npm_config_registry"] = registry.AbsoluteUri;
        start.Environment["npm_config_userconfig"] = root.Combine("npmrc");
        start.Environment["npm_config_fetch_retries"] = "0";
        return start;
    }

    private ProcessStartInfo Serve() => CliProcess.StartInfo(root.FullPath, ["serve", "--port", "0"]);
}
