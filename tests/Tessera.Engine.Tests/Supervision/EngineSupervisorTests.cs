using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

public sealed class EngineSupervisorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task StartAsync_ThenStop_AnswersInBetweenAndKeepsTheData()
    {
        await using (EngineSupervisor first = Create())
        {
            first.State.Status.ShouldBe(EngineStatus.Stopped);
            Should.Throw<InvalidOperationException>(() => first.Endpoint);

            await first.StartAsync(CancellationToken.None);

            first.State.Status.ShouldBe(EngineStatus.Ready);
            first.State.Version.ShouldStartWith("26.7.");
            first.State.Warnings.ShouldBeEmpty();
            first.State.ResidentBytes.ShouldBeGreaterThan(0);
            using HttpClient http = Client(first);
            (await http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
            (await http.PostAsync("INSERT INTO kept VALUES (42)")).Ok();
            int process = first.State.ProcessId!.Value;

            await first.StopAsync();

            first.State.Status.ShouldBe(EngineStatus.Stopped);
            IsRunning(process).ShouldBeFalse();
        }

        await using EngineSupervisor second = Create();
        await second.StartAsync(CancellationToken.None);
        using HttpClient again = Client(second);
        (await again.PostAsync("SELECT a FROM kept")).Ok().ShouldBe("42\n");
    }

    [Fact]
    public async Task State_WhenTheProcessIsKilled_ReturnsToReadyOnTheSameEndpoint()
    {
        await using EngineSupervisor supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);
        EngineEndpoint endpoint = supervisor.Endpoint;
        using HttpClient http = Client(supervisor);
        (await http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
        (await http.PostAsync("INSERT INTO kept VALUES (42)")).Ok();
        Task<EngineHttp.EngineAnswer> inFlight = http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)");
        await UntilRunningAsync(http);

        Task restarted = NextAsync(supervisor, EngineStatus.Ready);
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
        await using EngineSupervisor first = Create();
        await first.StartAsync(CancellationToken.None);
        await using EngineSupervisor second = Create();

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => second.StartAsync(CancellationToken.None));

        exception.Message.ShouldBe($"The directory {_directory.Combine("engine")} is in use by another engine; stop that one, or choose another directory with --data.");
        second.State.Status.ShouldBe(EngineStatus.Failed);
        second.State.LastError.ShouldBe(exception.Message);
        using HttpClient http = Client(first);
        (await http.PostAsync("SELECT 1")).Ok();
    }

    [Fact]
    public async Task StartAsync_DirectoryCannotBeCreated_SaysWhere()
    {
        string file = _directory.Combine("file");
        await File.WriteAllTextAsync(file, "");
        await using EngineSupervisor supervisor = Create(Path.Combine(file, "engine"));

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain(file);
        exception.Message.ShouldContain("cannot be used");
    }

    [Fact]
    public async Task StartAsync_DamagedDirectory_FailsWithTheReason()
    {
        await using (EngineSupervisor healthy = Create())
        {
            await healthy.StartAsync(CancellationToken.None);
            using HttpClient http = Client(healthy);
            (await http.PostAsync("CREATE TABLE broken (a UInt8) ENGINE = MergeTree ORDER BY a")).Ok();
        }

        string definition = Directory.EnumerateFiles(_directory.Combine("engine"), "broken.sql", SearchOption.AllDirectories).First();
        await File.WriteAllTextAsync(definition, "");
        await using EngineSupervisor supervisor = Create();

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain("refused to open");
        exception.Message.ShouldNotContain('\n');
        supervisor.State.Status.ShouldBe(EngineStatus.Failed);
    }

    [Fact]
    public async Task StartAsync_DamagedPart_WarnsThatRowsAreMissing()
    {
        await using (EngineSupervisor healthy = Create())
        {
            await healthy.StartAsync(CancellationToken.None);
            using HttpClient http = Client(healthy);
            (await http.PostAsync("CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a")).Ok();
            (await http.PostAsync("INSERT INTO t SELECT number FROM numbers(1000)")).Ok();
        }

        string data = Directory.EnumerateFiles(_directory.Combine("engine", "store"), "data.bin", SearchOption.AllDirectories)
            .First(path => !path.Contains("system", StringComparison.Ordinal));
        await using (FileStream part = File.OpenWrite(data))
        {
            part.SetLength(part.Length / 2);
        }

        await using EngineSupervisor supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);

        supervisor.State.Warnings.ShouldHaveSingleItem().ShouldContain("damaged data parts were set aside");
    }

    [Fact]
    public async Task StartAsync_LibraryThatIsNone_SaysSo()
    {
        string library = _directory.Combine("libchdb.so");
        await File.WriteAllTextAsync(library, "not a library");
        await using EngineSupervisor supervisor = new(
            new EngineOptions { DataDirectory = _directory.Combine("engine"), LibraryPath = library }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain("cannot be loaded");
    }

    [Fact]
    public async Task StopAsync_WithAStatementRunning_CancelsIt()
    {
        EngineSupervisor supervisor = Create();
        await supervisor.StartAsync(CancellationToken.None);
        using HttpClient http = Client(supervisor);
        Task<EngineHttp.EngineAnswer> running = http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)");
        await UntilRunningAsync(http);
        int process = supervisor.State.ProcessId!.Value;

        await supervisor.DisposeAsync();

        (await running).Code.ShouldBe(394);
        IsRunning(process).ShouldBeFalse();
    }

    [Fact]
    public async Task Child_WhenTheParentIsKilled_EndsToo()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["exec", typeof(EngineSupervisorTests).Assembly.Location, "supervise", _directory.Combine("engine")])
        {
            start.ArgumentList.Add(argument);
        }

        using Process parent = Process.Start(start)!;
        string line = (await parent.StandardOutput.ReadLineAsync())!;
        int child = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
        IsRunning(child).ShouldBeTrue();

        parent.Kill();
        await parent.WaitForExitAsync();

        while (IsRunning(child))
        {
            await Task.Yield();
        }

        // Nothing holds the directory any more.
        await using EngineSupervisor next = Create();
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
        EngineEndpoint endpoint = supervisor.Endpoint;
        HttpClient http = new() { BaseAddress = endpoint.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.User}:{endpoint.Password}")));
        return http;
    }

    internal static void Kill(EngineSupervisor supervisor)
    {
        using Process process = Process.GetProcessById(supervisor.State.ProcessId!.Value);
        process.Kill();
    }

    /// <summary>Completes when the supervisor next enters the given status.</summary>
    internal static async Task NextAsync(EngineSupervisor supervisor, EngineStatus status)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        EngineStatus previous = supervisor.State.Status;
        supervisor.StateChanged += Check;
        await reached.Task;
        supervisor.StateChanged -= Check;

        void Check(object? sender, EventArgs arguments)
        {
            EngineStatus now = supervisor.State.Status;
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
            using Process found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private EngineSupervisor Create(string? directory = null) => new(
        new EngineOptions { DataDirectory = directory ?? _directory.Combine("engine"), MemoryBytes = 768L * 1024 * 1024, Connections = 2 },
        TimeProvider.System,
        NullLogger<EngineSupervisor>.Instance);
}
