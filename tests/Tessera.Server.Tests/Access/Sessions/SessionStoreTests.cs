using Tessera.Server.Access.Sessions;

namespace Tessera.Server.Tests.Access.Sessions;

public sealed class SessionStoreTests : IAsyncLifetime
{
    private readonly MetadataFixture metadata = new();

    private SessionStore Sessions => new(metadata.Metadata, metadata.Clock);

    public Task InitializeAsync() => metadata.InitializeAsync();

    public Task DisposeAsync() => metadata.DisposeAsync();

    [Fact]
    public async Task Touch_WithinTheIdleLifetime_KeepsTheSessionAlive()
    {
        var session = await Sessions.CreateAsync(default);
        for (var week = 0; week < 4; week++)
        {
            metadata.Clock.Advance(TimeSpan.FromDays(7));
            (await Sessions.TouchAsync(session.Text, default)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Touch_AfterTheIdleLifetime_FindsNothing()
    {
        var session = await Sessions.CreateAsync(default);
        metadata.Clock.Advance(SessionStore.IdleLifetime);
        (await Sessions.TouchAsync(session.Text, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Touch_AfterTheTotalLifetime_FindsNothingHoweverBusy()
    {
        var session = await Sessions.CreateAsync(default);
        for (var day = 1; day < SessionStore.TotalLifetime.Days; day++)
        {
            metadata.Clock.Advance(TimeSpan.FromDays(1));
            (await Sessions.TouchAsync(session.Text, default)).ShouldBeTrue();
        }

        metadata.Clock.Advance(TimeSpan.FromDays(1));
        (await Sessions.TouchAsync(session.Text, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task End_EndsThatSessionOnly()
    {
        var one = await Sessions.CreateAsync(default);
        var other = await Sessions.CreateAsync(default);
        await Sessions.EndAsync(one.Text, default);
        (await Sessions.TouchAsync(one.Text, default)).ShouldBeFalse();
        (await Sessions.TouchAsync(other.Text, default)).ShouldBeTrue();
    }
}
