using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>What nobody waits for any more must not go on in the engine.</summary>
public sealed class CancellationTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact]
    public async Task Cancel_QueryThatRuns_EndsItInTheEngine()
    {
        using var giveUp = new CancellationTokenSource();
        var query = Client.ListAsync<ulong>(new Statement("SELECT max(sipHash64(number)) AS marker_cancelled FROM system.numbers"), giveUp.Token);
        await UntilAsync("marker_cancelled", isRunning: true);

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => query);
        await UntilAsync("marker_cancelled", isRunning: false);
    }

    [Fact]
    public async Task Cancel_StatementThatWrites_EndsItInTheEngine()
    {
        await RunAsync("CREATE TABLE sink (n UInt64) ENGINE = Null");
        using var giveUp = new CancellationTokenSource();
        var insert = Client.ExecuteAsync(new Statement("INSERT INTO sink SELECT sipHash64(number) AS marker_written FROM system.numbers"), giveUp.Token);
        await UntilAsync("marker_written", isRunning: true);

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => insert);
        await UntilAsync("marker_written", isRunning: false);
    }

    [Fact]
    public async Task Begin_WhatStillRunsUnderItsId_IsRefusedUntilItIsOver()
    {
        await RunAsync("CREATE TABLE sink (n UInt64) ENGINE = Null");
        using var giveUp = new CancellationTokenSource();
        var insert = new Statement("INSERT INTO sink SELECT sipHash64(number) AS marker_twice FROM system.numbers").WithQueryId("the-only-one");
        var running = Client.ExecuteAsync(insert, giveUp.Token);
        await UntilAsync("marker_twice", isRunning: true);

        var refused = await Should.ThrowAsync<ClickHouseException>(() => Client.ExecuteAsync(insert, Token));

        refused.Code.ShouldBe(216);
        refused.IsTransient.ShouldBeTrue();
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Stop_ReadingRowsEarly_EndsTheQueryInTheEngine()
    {
        await foreach (var number in Client.QueryAsync<ulong>(new Statement("SELECT number AS marker_stopped FROM system.numbers"), Token))
        {
            if (number > 100_000)
            {
                break;
            }
        }

        await UntilAsync("marker_stopped", isRunning: false);
    }

    [Fact]
    public async Task Cancel_BeforeSending_SendsNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => Client.ExecuteAsync(new Statement("CREATE TABLE never (n Int32) ENGINE = Memory"), cancelled.Token));

        (await Client.SingleAsync<bool>(new Statement("EXISTS TABLE never"), Token)).ShouldBeFalse();
    }

    // Asking the engine again is the wait: each question is a round trip, and the token ends a wait in vain.
    private async Task UntilAsync(string marker, bool isRunning)
    {
        var running = new Statement(
            "SELECT count() > 0 FROM system.processes WHERE position(query, {marker:String}) > 0 AND position(query, 'system.processes') = 0")
            .With("marker", marker);
        while (await Client.SingleAsync<bool>(running, Token) != isRunning)
        {
            Token.ThrowIfCancellationRequested();
        }
    }
}
