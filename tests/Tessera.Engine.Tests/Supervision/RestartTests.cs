using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Hosting;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

/// <summary>A child that does not start, or does not stay: a script in place of the engine, and a clock moved by hand.</summary>
public sealed class RestartTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory directory = new();
    private readonly ManualTimeProvider time = new();
    private readonly CancellationTokenSource patience = new(Patience, TimeProvider.System);
    private readonly EngineSupervisor supervisor;

    public RestartTests() => supervisor = new EngineSupervisor(
        new EngineOptions { DataDirectory = directory.Combine("engine"), LibraryPath = "/none", DotnetHost = Host },
        time,
        NullLogger<EngineSupervisor>.Instance);

    private string Host => directory.Combine("host");

    public async ValueTask DisposeAsync()
    {
        await supervisor.DisposeAsync();
        patience.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task StartAsync_HostThatDoesNotExist_IsOneSentence()
    {
        var exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldContain(Host);
        exception.Message.ShouldContain("could not be started");
        supervisor.State.Status.ShouldBe(EngineStatus.Failed);
    }

    [Fact]
    public async Task StartAsync_ChildThatEndsBeforeItReadsItsInput_IsOneSentence()
    {
        await WriteHostAsync("exec 0<&-; exit 3");

        var exception = await Should.ThrowAsync<EngineStartException>(() => supervisor.StartAsync(CancellationToken.None));

        exception.Message.ShouldBe($"The engine in {directory.Combine("engine")} did not start: its process ended with code 3.");
    }

    [Fact]
    public async Task State_WhileTheChildCannotBeStartedAgain_IsFailedAndItIsTriedUntilItCan()
    {
        await WriteHostAsync(Ready + "exec cat > /dev/null");
        await supervisor.StartAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        var killed = time.GetUtcNow();
        DateTimeOffset? failed = null;
        supervisor.StateChanged += (_, _) => failed ??= supervisor.State.Status == EngineStatus.Failed ? time.GetUtcNow() : null;
        File.Delete(Host);

        EngineSupervisorTests.Kill(supervisor);
        while (failed is null)
        {
            await time.AdvanceToNextTimerAsync(LongestPause, patience.Token);
        }

        (failed - killed).ShouldBe(TimeSpan.FromMilliseconds(200 + 400 + 800 + 1600));
        supervisor.State.LastError!.ShouldContain("could not be started");
        var ready = EngineSupervisorTests.NextAsync(supervisor, EngineStatus.Ready);
        await WriteHostAsync(Ready + "exec cat > /dev/null");
        while (!ready.IsCompleted)
        {
            // Either the next pause is over, or the start after the last one has succeeded and no further pause will come.
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            Task pause = time.AdvanceToNextTimerAsync(LongestPause, enough.Token);
            await Task.WhenAny(pause, ready);
            await enough.CancelAsync();
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await ready;
        supervisor.State.Restarts.ShouldBe(1);
    }

    [Fact]
    public async Task State_WhenTheChildDiesSoonAfterEveryStart_IsStartedEverMoreSlowly()
    {
        await WriteHostAsync(Ready + "exit 7");
        await supervisor.StartAsync(CancellationToken.None);

        var end = time.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (time.GetUtcNow() < end)
        {
            await time.AdvanceToNextTimerAsync(LongestPause, patience.Token);
        }

        // 12.6 s of growing pauses, then one start every ten seconds: some dozen, not thousands.
        supervisor.State.Restarts.ShouldBeInRange(11, 13);
        supervisor.State.Status.ShouldBeOneOf(EngineStatus.Failed, EngineStatus.Ready);
        supervisor.State.LastError.ShouldBe("The engine's process ended unexpectedly with code 7.");
    }

    [Fact]
    public async Task StartAsync_OnLinux_TheChildLetsOthersGoFirst()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await WriteHostAsync(Ready + "exec cat > /dev/null");
        await supervisor.StartAsync(CancellationToken.None);
        NicenessOf(supervisor.State.ProcessId!.Value).ShouldBe(Math.Min(NicenessOf(Environment.ProcessId) + 10, 19));
    }

    // The nineteenth field of the process's line; the second one is its name, in brackets.
    private static int NicenessOf(int process)
    {
        var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }

    private static string Ready => $"echo '{new ChildReport(true, 1, "26.7.0.0", [], null)}'; ";

    private async Task WriteHostAsync(string commands)
    {
        var draft = directory.Combine("draft");
        await File.WriteAllTextAsync(draft, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.Move(draft, Host, overwrite: true);
    }
}
