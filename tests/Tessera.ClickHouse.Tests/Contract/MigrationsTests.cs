using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

public sealed class MigrationsTests(EngineFixture engine) : EngineTest(engine)
{
    private static readonly Migration First = new(1, "first", "CREATE TABLE IF NOT EXISTS a (n UInt32) ENGINE = MergeTree ORDER BY n");

    private static readonly Migration Second = new(
        2, "second", "CREATE TABLE IF NOT EXISTS b (n UInt32) ENGINE = MergeTree ORDER BY n; -- both;\nALTER TABLE a ADD COLUMN IF NOT EXISTS s String DEFAULT ';'");

    private static readonly DateTimeOffset Noon = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Apply_EmptyDatabase_RunsAllInOrderAndNotesThem()
    {
        var applied = await new Migrations("ledger", [Second, First], new ManualTimeProvider(Noon)).ApplyAsync(Client, Token);

        applied.ShouldBe([First, Second]);
        (await Client.ListAsync<(string, string)>(
            new Statement("SELECT table, name FROM system.columns WHERE database = {db:String} AND table IN ('a', 'b') ORDER BY table, name").With("db", Database),
            Token)).ShouldBe([("a", "n"), ("a", "s"), ("b", "n")]);
        (await Client.ListAsync<(int, string, string, DateTimeOffset)>(new Statement("SELECT * FROM ledger ORDER BY number"), Token))
            .ShouldBe([(1, "first", First.Checksum, Noon), (2, "second", Second.Checksum, Noon)]);
    }

    [Fact]
    public async Task Apply_Again_DoesNothing()
    {
        await ApplyAsync(First, Second);

        (await ApplyAsync(First, Second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_MissingDatabase_CreatesIt()
    {
        var name = Database + "_new";
        using var client = Engine.Connect(name);

        await new Migrations("ledger", [First]).ApplyAsync(client, Token);

        (await client.SingleAsync<ulong>(new Statement("SELECT count() FROM a"), Token)).ShouldBe(0UL);
        await client.ExecuteAsync(new Statement($"DROP DATABASE {TableName.Quote(name)}"), Token);
    }

    [Fact]
    public async Task Apply_LaterAdditionWithALowerNumber_IsRunToo()
    {
        var late = new Migration(3, "late", "CREATE TABLE IF NOT EXISTS c (n UInt32) ENGINE = Memory");
        var later = new Migration(5, "later", "CREATE TABLE IF NOT EXISTS d (n UInt32) ENGINE = Memory");
        await ApplyAsync(First, Second, later);

        (await ApplyAsync(First, Second, late, later)).ShouldBe([late]);
    }

    [Fact]
    public async Task Apply_EditedMigration_IsRefusedBeforeAnythingRuns()
    {
        await ApplyAsync(First);
        var edited = new Migration(1, "first", "CREATE TABLE IF NOT EXISTS a (n UInt64) ENGINE = MergeTree ORDER BY n");

        var exception = await Should.ThrowAsync<MigrationException>(() => ApplyAsync(edited, Second));

        exception.Message.ShouldContain("0001_first");
        exception.Message.ShouldContain("new migration");
        (await Client.SingleAsync<bool>(new Statement("EXISTS TABLE b"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Apply_LedgerOfANewerProgram_IsRefusedBeforeAnythingRuns()
    {
        await ApplyAsync(First, Second);

        var exception = await Should.ThrowAsync<MigrationException>(() => ApplyAsync(First));

        exception.Message.ShouldContain("newer version");
        exception.Message.ShouldContain("0002_second");
    }

    [Fact]
    public async Task Apply_StatementThatFails_IsNamedAndTheRestRunsAfterRepair()
    {
        var broken = new Migration(2, "broken", "CREATE TABLE IF NOT EXISTS b (n UInt32) ENGINE = Memory; SELECT throwIf(1, 'stop'); CREATE TABLE c (n UInt32) ENGINE = Memory");

        var exception = await Should.ThrowAsync<MigrationException>(() => ApplyAsync(First, broken));

        exception.Message.ShouldStartWith("Migration 0002_broken failed at statement 2: stop");
        (await ApplyAsync(First, Second)).ShouldBe([Second]);
    }

    [Fact]
    public async Task Apply_TwoAtOnce_NoteEachMigrationOnce()
    {
        await Task.WhenAll(ApplyAsync(First, Second), ApplyAsync(First, Second));

        (await Client.SingleAsync<ulong>(new Statement("SELECT count() FROM ledger"), Token)).ShouldBe(2UL);
    }

    private Task<IReadOnlyList<Migration>> ApplyAsync(params Migration[] migrations) => new Migrations("ledger", migrations).ApplyAsync(Client, Token);
}
