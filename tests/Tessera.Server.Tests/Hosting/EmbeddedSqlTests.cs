using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting;

public sealed class EmbeddedSqlTests
{
    [Theory]
    [InlineData("Metadata", "workspaces")]
    [InlineData("Engine", "order_lines")]
    public void Migrations_AreFoundInEveryCapabilityAndOrdered(string target, string known)
    {
        var migrations = EmbeddedSql.Migrations(target);
        migrations.ShouldContain(migration => migration.Name == known);
        migrations.Select(migration => migration.Number).ShouldBe(migrations.Select(migration => migration.Number).Order());
    }

    [Fact]
    public void Read_OfAFileThatIsNotThere_NamesIt() =>
        Should.Throw<ArgumentException>(() => EmbeddedSql.Read("Nothing/here.sql")).Message.ShouldContain("Nothing/here.sql");

    [Theory]
    [InlineData("name")]
    [InlineData("x01_name")]
    [InlineData("-1_name")]
    public void Parse_OfAFileNameWithoutNumber_Throws(string fileName) =>
        Should.Throw<InvalidOperationException>(() => SqlMigration.Parse(fileName, "SELECT 1"));

    [Fact]
    public void Checksum_IgnoresHowLinesEnd() =>
        new SqlMigration(1, "a", "SELECT\n1").Checksum.ShouldBe(new SqlMigration(1, "a", "SELECT\r\n1").Checksum);
}
