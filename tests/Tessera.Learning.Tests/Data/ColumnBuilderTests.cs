using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class ColumnBuilderTests
{
    [Fact]
    public void Build_Numeric_ReadsNumbersAndMissing()
    {
        var column = (NumericColumn)Built(ColumnKind.Numeric, "1.5", "", " 2 ", "x", "-inf");

        column.Values.ToArray().ShouldBe([1.5, double.NaN, 2, double.NaN, double.NegativeInfinity]);
        column.MissingCount.ShouldBe(2);
    }

    [Fact]
    public void Build_Categorical_SortsCategoriesWhateverTheOrderOfRows()
    {
        var column = (CategoricalColumn)Built(ColumnKind.Categorical, "b", "a", "NA", "b");

        column.Categories.ShouldBe(["a", "b"]);
        column.Codes.ToArray().ShouldBe([1, 0, CategoricalColumn.Missing, 1]);
        column.Text(0).ShouldBe("b");
        column.Text(2).ShouldBeNull();
    }

    [Fact]
    public void Build_Time_IsUtcUnlessItSaysOtherwise()
    {
        var column = (TimeColumn)Built(ColumnKind.Time, "1970-01-02", "1970-01-02T12:00:00+02:00", "");

        column.DaysSinceEpoch(0).ShouldBe(1);
        column.DaysSinceEpoch(1).ShouldBe(1 + (10.0 / 24), 1e-12);
        double.IsNaN(column.DaysSinceEpoch(2)).ShouldBeTrue();
        column.Text(1).ShouldBe("1970-01-02T10:00:00Z");
    }

    private static Column Built(ColumnKind kind, params string[] values)
    {
        var builder = new ColumnBuilder("x", kind);
        foreach (var value in values)
        {
            builder.Add(value);
        }

        return builder.Build();
    }
}
