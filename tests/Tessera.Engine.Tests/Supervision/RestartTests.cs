using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Hosting;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

/// <summary>A child that does not start, or does not stay: a script in place of the engine, and a clock moved by hand.</summary>
public sealed class RestartTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();
    private readonly CancellationTokenSource _patience = new(Patience, TimeProvider.System);
    private readonly EngineSupervisor _supervisor;

    public RestartTests() => _supervisor = new EngineSupervisor(
        new EngineOptions { DataDirectory = _directory.Combine("engine"), LibraryPath = "/none", DotnetHost = Host },
        _time,
        NullLogger<EngineSupervisor>.Instance);

    private string Host => _directory.Combine("host");

    public async ValueTask DisposeAsync()
    {
        await _supervisor.DisposeAsync();
        _patience.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task StartAsync_HostThatDoesNotExist_IsOneSentence()
    {
        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => _supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain(Host);
        exception.Message.ShouldContain("could not be started");
        _supervisor.State.Status.ShouldBe(EngineStatus.Failed);
    }

    [Fact]
    public async Task StartAsync_ChildThatEndsBeforeItReadsItsInput_IsOneSentence()
    {
        await WriteHostAsync("exec 0<&-; exit 3");

        EngineStartException exception = await Should.ThrowAsync<EngineStartException>(() => _supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldBe($"The engine in {_directory.Combine("engine")} did not start: its process ended with code 3.");
    }

    [Fact]
    public async Task State_WhileTheChildCannotBeStartedAgain_IsFailedAndItIsTriedUntilItCan()
    {
        await WriteHostAsync(Ready + "exec cat > /dev/null");
        await _supervisor.StartAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset killed = _time.GetUtcNow();
        DateTimeOffset? failed = null;
        _supervisor.StateChanged += (_, _) => failed ??= _supervisor.State.Status == EngineStatus.Failed ? _time.GetUtcNow() : null;
        File.Delete(Host);

        EngineSupervisorTests.Kill(_supervisor);
        while (failed is null)
        {
            await _time.AdvanceToNextTimerAsync(LongestPause, _patience.Token);
        }

        (failed - killed).ShouldBe(TimeSpan.FromMilliseconds(200 + 400 + 800 + 1600));
        _supervisor.State.LastError!.ShouldContain("could not be started");
        Task ready = EngineSupervisorTests.NextAsync(_supervisor, EngineStatus.Ready);
        await WriteHostAsync(Ready + "exec cat > /dev/null");
        while (!ready.IsCompleted)
        {
            // Either the next pause is over, or the start after the last one has succeeded and no further pause will come.
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(_patience.Token);
            Task pause = _time.AdvanceToNextTimerAsync(LongestPause, enough.Token);
            await Task.WhenAny(pause, ready);
            await enough.CancelAsync();
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await ready;
        _supervisor.State.Restarts.ShouldBe(1);
    }

    [Fact]
    public async Task State_WhenTheChildDiesSoonAfterEveryStart_IsStartedEverMoreSlowly()
    {
        await WriteHostAsync(Ready + "exit 7");
        await _supervisor.StartAsync(CancellationToken.None);

        DateTimeOffset end = _time.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (_time.GetUtcNow() < end)
        {
            await _time.AdvanceToNextTimerAsync(LongestPause, _patience.Token);
        }

        // 12.6 s of growing pauses, then one start every ten seconds: some dozen, not thousands.
        _supervisor.State.Restarts.ShouldBeInRange(11, 13);
        _supervisor.State.Status.ShouldBeOneOf(EngineStatus.Failed, EngineStatus.Ready);
        _supervisor.State.LastError.ShouldBe("The engine's process ended unexpectedly with code 7.");
    }

    private static string Ready => $"echo '{new ChildReport(true, 1, "26.7.0.0", [], null)}'; ";

    private async Task WriteHostAsync(string commands)
    {
        string draft = _directory.Combine("draft");
        await File.WriteAllTextAsync(draft, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.Move(draft, Host, overwrite: true);
    }
}
