using Tessera.Server.Access.Sessions;

namespace Tessera.Server.Tests.Access.Sessions;

public sealed class SignInCodesTests : IAsyncLifetime
{
    private readonly MetadataFixture metadata = new();

    private SignInCodes Codes => new(metadata.Metadata, metadata.Clock);

    public Task InitializeAsync() => metadata.InitializeAsync();

    public Task DisposeAsync() => metadata.DisposeAsync();

    [Fact]
    public async Task Redeem_BeforeItExpires_WorksOnce()
    {
        var (code, expiresAt) = await Codes.CreateAsync(default);
        expiresAt.ShouldBe(metadata.Clock.GetUtcNow() + SignInCodes.Lifetime);
        metadata.Clock.Advance(SignInCodes.Lifetime - TimeSpan.FromTicks(10));
        (await Codes.RedeemAsync(code.Text, default)).ShouldBeTrue();
        (await Codes.RedeemAsync(code.Text, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Redeem_AfterItExpired_IsRefused()
    {
        var (code, _) = await Codes.CreateAsync(default);
        metadata.Clock.Advance(SignInCodes.Lifetime);
        (await Codes.RedeemAsync(code.Text, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_LeavesEarlierCodesGood()
    {
        var (first, _) = await Codes.CreateAsync(default);
        await Codes.CreateAsync(default);
        (await Codes.RedeemAsync(first.Text, default)).ShouldBeTrue();
    }
}
