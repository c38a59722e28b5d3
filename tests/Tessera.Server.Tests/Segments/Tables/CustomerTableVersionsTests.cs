using Dapper;
using Tessera.Domain;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Tests.Segments.Tables;

public sealed class CustomerTableVersionsTests : IClassFixture<MetadataFixture>, IAsyncLifetime
{
    private readonly MetadataFixture fixture;
    private readonly CustomerTableVersions versions;
    private WorkspaceKey workspace = WorkspaceKey.Default;

    public CustomerTableVersionsTests(MetadataFixture fixture)
    {
        this.fixture = fixture;
        versions = new CustomerTableVersions(fixture.Metadata, fixture.Clock);
    }

    public async Task InitializeAsync()
    {
        await using var connection = await fixture.Metadata.OpenAsync();
        var number = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM workspaces");
        workspace = new WorkspaceKey($"w{number}");
        await connection.ExecuteAsync(
            "INSERT INTO workspaces (key, name, currency, time_zone, created_at) VALUES (@Key, 'x', 'EUR', 'UTC', '')", new { Key = workspace.Value });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Current_VersionOnlyBegun_IsTheOneBefore()
    {
        var first = await BeginAsync();
        await SwitchAsync(first, "first");
        await BeginAsync();

        var current = await versions.CurrentAsync(workspace, CustomerTable.Rfm, CancellationToken.None);
        (current!.Version, current.Details).ShouldBe((first, "first"));
    }

    [Fact]
    public async Task Readable_ReplacedVersion_IsReadableForTheGracePeriodAndNotAfterIt()
    {
        var first = await BeginAsync();
        await SwitchAsync(first, null);
        await SwitchAsync(await BeginAsync(), null);

        fixture.Clock.Advance(CustomerTableVersions.Grace - TimeSpan.FromSeconds(1));
        (await ReadableAsync(first)).ShouldBeTrue();
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        (await ReadableAsync(first)).ShouldBeFalse();
    }

    [Fact]
    public async Task Readable_VersionOfAnotherWorkspaceTableOrNotYetSwitchedTo_IsNot()
    {
        var version = await BeginAsync();
        (await ReadableAsync(version)).ShouldBeFalse();
        await SwitchAsync(version, null);

        (await versions.ReadableAsync(WorkspaceKey.Default, CustomerTable.Rfm, version, CancellationToken.None)).ShouldBeNull();
        (await versions.ReadableAsync(workspace, CustomerTable.Totals, version, CancellationToken.None)).ShouldBeNull();
        (await ReadableAsync(version)).ShouldBeTrue();
    }

    [Fact]
    public async Task Disposable_HalfWrittenExpiredAndUnknownVersions_AreAllOfThem()
    {
        var expired = await BeginAsync();
        await SwitchAsync(expired, null);
        var replaced = await BeginAsync();
        await SwitchAsync(replaced, null);
        fixture.Clock.Advance(CustomerTableVersions.Grace + TimeSpan.FromSeconds(1));
        var current = await BeginAsync();
        await SwitchAsync(current, null);
        var halfWritten = await BeginAsync();
        const long Unknown = 1_000_000;

        var disposable = await versions.DisposableAsync(CustomerTable.Rfm, [expired, replaced, current, halfWritten, Unknown], CancellationToken.None);
        disposable.ShouldBe([expired, halfWritten, Unknown], ignoreOrder: true);

        await versions.ForgetAsync(CustomerTable.Rfm, CancellationToken.None);
        (await ReadableAsync(replaced)).ShouldBeTrue();
        (await versions.CurrentAsync(workspace, CustomerTable.Rfm, CancellationToken.None))!.Version.ShouldBe(current);
    }

    private Task<long> BeginAsync() => versions.BeginAsync(workspace, CustomerTable.Rfm, CancellationToken.None);

    private async Task<bool> ReadableAsync(long version) =>
        await versions.ReadableAsync(workspace, CustomerTable.Rfm, version, CancellationToken.None) is not null;

    private async Task SwitchAsync(long version, string? details)
    {
        await using var connection = await fixture.Metadata.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await versions.SwitchAsync(transaction, workspace, CustomerTable.Rfm, version, details);
        await transaction.CommitAsync();
    }
}
