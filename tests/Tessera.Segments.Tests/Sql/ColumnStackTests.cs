using Tessera.Segments.Sql;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

public sealed class ColumnStackTests
{
    private readonly ColumnStack columns = new("r");

    [Fact]
    public void On_ColumnOfOnePlace_IsWrittenOutThere()
    {
        var sum = columns.Define("x + 1");
        var product = columns.Define($"{sum} * 2");

        columns.On("SELECT x FROM t", ["x"], [product]).ShouldBe("SELECT \n  (x + 1) * 2 AS r1\nFROM (\nSELECT x FROM t\n)");
    }

    [Fact]
    public void On_ColumnOfTwoPlaces_IsComputedOnce()
    {
        var sum = columns.Define("x + 1");
        var square = columns.Define($"{sum} * {sum}");

        columns.On("SELECT x FROM t", ["x"], [square]).ShouldBe("SELECT \n  r0 * r0 AS r1\nFROM (\nSELECT \n  x + 1 AS r0\nFROM (\nSELECT x FROM t\n)\n)");
    }

    [Fact]
    public void On_ColumnAskedFor_KeepsItsName()
    {
        var sum = columns.Define("x + 1");
        var product = columns.Define($"{sum} * 2");

        columns.On("SELECT x FROM t", ["x"], [sum, product]).ShouldBe("SELECT r0, \n  r0 * 2 AS r1\nFROM (\nSELECT \n  x + 1 AS r0\nFROM (\nSELECT x FROM t\n)\n)");
    }

    [Fact]
    public void On_ColumnInAFunctionOfItems_IsNotComputedForEachOfThem()
    {
        var sum = columns.Define("x + 1");
        var items = columns.Define($"arrayMap(item -> item * {sum}, y)");

        columns.On("SELECT x, y FROM t", ["x", "y"], [items]).ShouldContain("x + 1 AS r0");
    }

    [Fact]
    public void Define_OnListColumns_ComputesItemByItem()
    {
        var lists = new ListColumns(columns);
        var first = lists.Add("x");
        var second = lists.Define($"g({first}, y)");
        var both = lists.Define($"h({first}, {second})");

        columns.On("SELECT x, y FROM t", ["x", "y"], [both]).ShouldBe(
            "SELECT \n  arrayMap((x, r0) -> h(x, r0), x, r0) AS r1\nFROM (\nSELECT x, \n  arrayMap((x) -> g(x, y), x) AS r0\nFROM (\nSELECT x, y FROM t\n)\n)");
        lists.Define(first).ShouldBe(first);
    }
}
