namespace Tessera.ClickHouse.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Statements_FileWithSeveral_AreSplitAtCodeOnly() =>
        new Migration(1, "tables", "CREATE TABLE a (s String DEFAULT ';') ENGINE = Memory; -- one; more\nCREATE TABLE b (n UInt8) ENGINE = Memory;")
            .Statements.Count.ShouldBe(2);

    [Fact]
    public void Checksum_LineEndingsAndOuterSpace_DoNotCount() =>
        new Migration(1, "a", "SELECT 1;\r\nSELECT 2;\r\n").Checksum.ShouldBe(new Migration(2, "b", " SELECT 1;\nSELECT 2;").Checksum);

    [Fact]
    public void Checksum_AnyOtherChange_Counts() =>
        (new Migration(1, "a", "SELECT 1").Checksum == new Migration(1, "a", "SELECT  1").Checksum).ShouldBeFalse();

    [Theory]
    [InlineData(0, "a", "SELECT 1")]
    [InlineData(10_000, "a", "SELECT 1")]
    [InlineData(1, " ", "SELECT 1")]
    [InlineData(1, "a", " ")]
    [InlineData(1, "a", "-- nothing")]
    public void Constructor_Nonsense_IsRefused(int number, string name, string sql) =>
        Should.Throw<ArgumentException>(() => new Migration(number, name, sql));

    [Fact]
    public void Migrations_TwoWithOneNumber_AreRefused() =>
        Should.Throw<ArgumentException>(() => new Migrations("ledger", [new Migration(1, "a", "SELECT 1"), new Migration(1, "b", "SELECT 1")]))
            .Message.ShouldContain("0001_a, 0001_b");

    [Fact]
    public void Embedded_FolderOfThisAssembly_IsReadInOrder()
    {
        var migrations = Migration.Embedded(typeof(MigrationTests).Assembly, "Migrations.Engine");

        migrations.Select(migration => migration.ToString()).ShouldBe(["0001_first_table", "0003_two_statements"]);
        migrations[1].Statements.Count.ShouldBe(2);
    }

    [Fact]
    public void Embedded_MisnamedFile_IsRefused() =>
        Should.Throw<ArgumentException>(() => Migration.Embedded(typeof(MigrationTests).Assembly, "Migrations.Misnamed"))
            .Message.ShouldContain("NNNN_name.sql");
}
