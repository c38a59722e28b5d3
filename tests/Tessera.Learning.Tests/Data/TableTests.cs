using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class TableTests
{
    private static readonly Table Sample = new(
    [
        new NumericColumn("n", [1, double.NaN, 3]),
        new CategoricalColumn("c", ["x", "y", null]),
        new TextColumn("t", ["one", "two", "three"]),
        new TimeColumn("d", [DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch.AddDays(2)]),
    ]);

    [Fact]
    public void Take_Rows_TakesThemFromEveryColumnInTheirOrder()
    {
        var taken = Sample.Take([2, 0, 2]);

        taken.RowCount.ShouldBe(3);
        taken.Columns.Select(column => column.Text(0)).ShouldBe(["3", null, "three", "1970-01-03T00:00:00Z"]);
        taken.Columns.Select(column => column.Text(1)).ShouldBe(["1", "x", "one", "1970-01-01T00:00:00Z"]);
    }

    [Fact]
    public void Indexer_UnknownColumn_SaysWhichThereAre() =>
        Should.Throw<KeyNotFoundException>(() => Sample["q"]).Message.ShouldBe("There is no column q; the columns are n, c, t, d.");

    [Fact]
    public void Constructor_ColumnsThatDoNotFit_Throws()
    {
        Should.Throw<ArgumentException>(() => new Table([]));
        Should.Throw<ArgumentException>(() => new Table([new NumericColumn("a", [1]), new NumericColumn("a", [2])]));
        Should.Throw<ArgumentException>(() => new Table([new NumericColumn("a", [1]), new NumericColumn("b", [1, 2])]));
    }

    [Fact]
    public void Encode_AnotherTable_MakesUnknownCategoriesMissing()
    {
        var schema = FeatureSchema.Of(Sample, ["c", "n", "d"]);
        var other = new Table(
        [
            new NumericColumn("n", [5, 6]),
            new CategoricalColumn("c", ["z", "y"]),
            new TimeColumn("d", [DateTimeOffset.UnixEpoch.AddDays(1), null]),
        ]);

        var frame = schema.Encode(other);

        frame[0].ToArray().ShouldBe([double.NaN, 1]);
        frame[1].ToArray().ShouldBe([5, 6]);
        frame[2].ToArray().ShouldBe([1, double.NaN]);
    }

    [Fact]
    public void Of_TextColumn_IsRefused() => Should.Throw<ArgumentException>(() => FeatureSchema.Of(Sample, ["t"])).Message.ShouldContain("t is text");
}
