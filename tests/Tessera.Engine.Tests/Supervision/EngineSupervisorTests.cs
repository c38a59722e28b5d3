using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

public sealed class EngineSupervisorTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task StartAsync_ThenStop_AnswersInBetweenAndKeepsTheData()
    {
        await using (var first = Create())
        {
            first.State.Status.ShouldBe(EngineStatus.Stopped);
            Should.Throw<InvalidOperationException>(() => first.Endpoint);

            await first.StartAsync(CancellationToken.None);

            first.State.Status.ShouldBe(EngineStatus.Ready);
            first.State.Version.ShouldStartWith("26.7.");
            first.State.Warnings.ShouldBeEmpty();
            first.State.ResidentBytes.ShouldBeGreaterThan(0);
            using var http = Client(first);
            (await http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
            (await http.PostAsync("INSERT INTO kept VALUES (42)")).Ok();
            var process = first.State.ProcessId!.Value;

            await first.StopAsync();

            first.State.Status.ShouldBe(EngineStatus.Stopped);
            IsRunning(process).ShouldBeFalse();
        }

        await using var second = Create();
        await second.StartAsync(CancellationToken.None);
        using var again = Client(second);
        (await again.PostAsync("SELECT a FROM kept")).Ok().ShouldBe("42\n");
    }

    [Fact]
    public async Task State_WhenTheProcessIsKilled_ReturnsToReadyOnTheSameEndpoint()
    {
        await using var supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);
        var endpoint = supervisor.Endpoint;
        using var http = Client(supervisor);
        (await http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
        (await http.PostAsync("INSERT INTO kept VALUES (42)")).Ok();
        var inFlight = http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)");
        await UntilRunningAsync(http);

        var restarted = NextAsync(supervisor, EngineStatus.Ready);
        Kill(supervisor);

        await Should.ThrowAsync<HttpRequestException>(() => inFlight);
        await restarted;
        supervisor.State.Restarts.ShouldBe(1);
        supervisor.State.LastError!.ShouldContain("ended unexpectedly");
        supervisor.Endpoint.ShouldBe(endpoint);
        (await http.PostAsync("SELECT a FROM kept")).Ok().ShouldBe("42\n");
    }

    [Fact]
    public async Task StartAsync_DirectoryInUse_IsRefusedInOneSentence()
    {
        await using var first = Create();
        await first.StartAsync(CancellationToken.None);
        await using var second = Create();

        var exception = await Should.ThrowAsync<EngineStartException>(() => second.StartAsync(CancellationToken.None));

        exception.Message.ShouldBe($"The directory {directory.Combine("engine")} is in use by another engine; stop that one, or choose another directory with --data.");
        second.State.Status.ShouldBe(EngineStatus.Failed);
        second.State.LastError.ShouldBe(exception.Message);
        using var http = Client(first);
        (await http.PostAsync("SELECT 1")).Ok();
    }

    [Fact]
    public async Task StartAsync_DirectoryCannotBeCreated_SaysWhere()
    {
        var file = directory.Combine("file");
        await File.WriteAllTextAsync(file, "");
        await using var supervisor = Create(Path.Combine(file, "engine"));

        var exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain(file);
        exception.Message.ShouldContain("cannot be used");
    }

    [Fact]
    public async Task StartAsync_DamagedDirectory_FailsWithTheReason()
    {
        await using (var healthy = Create())
        {
            await healthy.StartAsync(CancellationToken.None);
            using var http = Client(healthy);
            (await http.PostAsync("CREATE TABLE broken (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
        }

        var definition = Directory.EnumerateFiles(directory.Combine("engine"), "broken.sql", SearchOption.AllDirectories).First();
        await File.WriteAllTextAsync(definition, "");
        await using var supervisor = Create();

        var exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain("refused to open");
        exception.Message.ShouldNotContain('\n');
        supervisor.State.Status.ShouldBe(EngineStatus.Failed);
    }

    [Fact]
    public async Task StartAsync_DamagedPart_WarnsThatRowsAreMissing()
    {
        await using (var healthy = Create())
        {
            await healthy.StartAsync(CancellationToken.None);
            using var http = Client(healthy);
            (await http.PostAsync("CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a")).Ok();
            (await http.PostAsync("INSERT INTO t SELECT number FROM numbers(1000)")).Ok();
        }

        var data = Directory.EnumerateFiles(directory.Combine("engine", "store"), "data.bin", SearchOption.AllDirectories)
            .First(path => !path.Contains("system", StringComparison.Ordinal));
        await using (var part = File.OpenWrite(data))
        {
            part.SetLength(part.Length / 2);
        }

        await using var supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);

        supervisor.State.Warnings.ShouldHaveSingleItem().ShouldContain("damaged data parts were set aside");
    }

    [Fact]
    public async Task StartAsync_LibraryThatIsNone_SaysSo()
    {
        var library = directory.Combine("libchdb.so");
        await File.WriteAllTextAsync(library, "not a library");
        await using var supervisor = new EngineSupervisor(
            new EngineOptions { DataDirectory = directory.Combine("engine"), LibraryPath = library }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);

        var exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain("cannot be loaded");
    }

    [Fact]
    public async Task StopAsync_WithAStatementRunning_CancelsIt()
    {
        var supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);
        using var http = Client(supervisor);
        var running = http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)");
        await UntilRunningAsync(http);
        var process = supervisor.State.ProcessId!.Value;

        await supervisor.DisposeAsync();

        (await running).Code.ShouldBe(394);
        IsRunning(process).ShouldBeFalse();
    }

    [Fact]
    public async Task Child_WhenTheParentIsKilled_EndsToo()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["exec", typeof(EngineSupervisorTests).Assembly.Location, "supervise", directory.Combine("engine")])
        {
            start.ArgumentList.Add(argument);
        }

        using var parent = Process.Start(start)!;
        var line = (await parent.StandardOutput.ReadLineAsync())!;
        var child = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
        IsRunning(child).ShouldBeTrue();

        parent.Kill();
        await parent.WaitForExitAsync();

        while (IsRunning(child))
        {
            await Task.Yield();
        }

        // Nothing holds the directory any more.
        await using var next = Create();
        await next.StartAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(65, null)]
    [InlineData(4, 1024L)]
    public void Constructor_OptionOutOfRange_IsRefused(int connections, long? memory) => Should.Throw<ArgumentOutOfRangeException>(() => new EngineSupervisor(
        new EngineOptions { DataDirectory = "/x", Connections = connections, MemoryBytes = memory }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance));

    internal static HttpClient Client(EngineSupervisor supervisor)
    {
        var endpoint = supervisor.Endpoint;
        var http = new HttpClient() { BaseAddress = endpoint.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.User}:{endpoint.Password}")));
        return http;
    }

    internal static void Kill(EngineSupervisor supervisor)
    {
        using var process = Process.GetProcessById(supervisor.State.ProcessId!.Value);
        process.Kill();
    }

    /// <summary>Completes when the supervisor next enters the given status.</summary>
    internal static async Task NextAsync(EngineSupervisor supervisor, EngineStatus status)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var previous = supervisor.State.Status;
        supervisor.StateChanged += Check;
        await reached.Task;
        supervisor.StateChanged -= Check;

        void Check(object? sender, EventArgs arguments)
        {
            var now = supervisor.State.Status;
            if (now == status && previous != status)
            {
                reached.TrySetResult();
            }

            previous = now;
        }
    }

    private static async Task UntilRunningAsync(HttpClient http)
    {
        while ((await http.PostAsync("SELECT count() FROM system.processes WHERE query LIKE '%sipHash64(number)%' AND query NOT LIKE '%processes%'")).Ok() == "0\n")
        {
            await Task.Yield();
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private EngineSupervisor Create(string? directory = null) => new(
        new EngineOptions { DataDirectory = directory ?? this.directory.Combine("engine"), MemoryBytes = 768L * 1024 * 1024, Connections = 2 },
        TimeProvider.System,
        NullLogger<EngineSupervisor>.Instance);
}
