using Tessera.ClickHouse.Codecs;
using Tessera.ClickHouse.Rows;
using Tessera.ClickHouse.Tests.Support;

namespace Tessera.ClickHouse.Tests.Rows;

public sealed class RowShapeTests
{
    private sealed record WithProperties(string Name)
    {
        public required int Count { get; init; }

        public string? Note { get; set; }

        public int Computed => Count * 2;
    }

    private sealed record Guarded
    {
        public Guarded(int number) => Number = number > 0 ? number : throw new ArgumentException("number must be positive", nameof(number));

        public int Number { get; }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Point(int X, int Y);

    private sealed class Mutable
    {
        public long Total { get; set; }
    }

    [Fact]
    public async Task Read_ConstructorAndProperties_AreBothFilled()
    {
        var columns = RowBytes.Columns(("note", "Nullable(String)"), ("count", "UInt64"), ("name", "String"));
        var body = RowBytes.Body(columns, ((string?)"x", 3UL, "n"));

        var row = (await RowBytes.ReadAsync<WithProperties>(columns, body)).Single();

        row.ShouldBe(new WithProperties("n") { Count = 3, Note = "x" });
    }

    [Fact]
    public async Task Read_OptionalPropertyWithoutColumn_KeepsItsDefault()
    {
        var columns = RowBytes.Columns(("count", "Int32"), ("name", "String"));

        var row = (await RowBytes.ReadAsync<WithProperties>(columns, RowBytes.Body(columns, (3, "n")))).Single();

        row.Note.ShouldBeNull();
    }

    [Fact]
    public async Task Read_StructsAndClassesWithoutConstructors_AreRowsToo()
    {
        var points = RowBytes.Columns(("y", "Int32"), ("x", "Int32"));
        var totals = RowBytes.Columns(("total", "Int64"));

        (await RowBytes.ReadAsync<Point>(points, RowBytes.Body(points, (2, 1)))).Single().ShouldBe(new Point(1, 2));
        (await RowBytes.ReadAsync<Mutable>(totals, RowBytes.Body(totals, 7L))).Single().Total.ShouldBe(7);
    }

    [Fact]
    public async Task Read_RowInPieces_NeverShowsHalfARowToTheConstructor()
    {
        var columns = RowBytes.Columns(("number", "Int32"));

        var rows = await RowBytes.ReadAsync<Guarded>(columns, RowBytes.Body(columns, 5, 6), pieceSize: 1);

        rows.Select(row => row.Number).ShouldBe([5, 6]);
    }

    [Fact]
    public void Reader_RequiredMemberWithoutColumn_NamesBoth()
    {
        var exception = Should.Throw<ClickHouseMappingException>(() => RowCompiler.Reader<WithProperties>(RowBytes.Columns(("name", "String"))));

        exception.Message.ShouldContain("'Count' (int)");
        exception.Message.ShouldContain("name String");
    }

    [Fact]
    public void Reader_ColumnWithoutMember_NamesBoth()
    {
        var exception = Should.Throw<ClickHouseMappingException>(
            () => RowCompiler.Reader<Point>(RowBytes.Columns(("x", "Int32"), ("y", "Int32"), ("z", "Int32"))));

        exception.Column.ShouldBe("z");
        exception.ColumnType.ShouldBe("Int32");
        exception.ValueType.ShouldBe(typeof(Point));
        exception.Message.ShouldContain("Point");
    }

    [Theory]
    [InlineData("String", "string")]
    [InlineData("Float64", "double")]
    [InlineData("Decimal(18, 4)", "decimal")]
    [InlineData("Array(Int32)", "array")]
    [InlineData("AggregateFunction(sum, UInt64)", "toString()")]
    [InlineData("Nullable(Int32)", "int?")]
    public void Reader_TypeThatCannotBeAnInt_SaysWhatWouldDo(string columnType, string advice)
    {
        var exception = Should.Throw<ClickHouseMappingException>(() => RowCompiler.Reader<Point>(RowBytes.Columns(("x", columnType), ("y", "Int32"))));

        exception.Message.ShouldStartWith($"Column 'x' is {columnType} in ClickHouse and cannot be int in .NET");
        exception.Message.ShouldContain(advice);
    }

    [Fact]
    public void Reader_NullableColumnForAReferenceThatIsNeverNull_IsRefused() =>
        Should.Throw<ClickHouseMappingException>(
            () => RowCompiler.Reader<WithProperties>(RowBytes.Columns(("name", "Nullable(String)"), ("count", "Int32"))))
            .Message.ShouldContain("use string?");

    [Fact]
    public void Reader_OneValueForSeveralColumns_ListsThem() =>
        Should.Throw<ClickHouseMappingException>(() => RowCompiler.Reader<int>(RowBytes.Columns(("a", "Int32"), ("b", "Int32"))))
            .Message.ShouldContain("a, b");

    [Fact]
    public void Reader_TupleOfAnotherLength_IsRefused() =>
        Should.Throw<ClickHouseMappingException>(() => RowCompiler.Reader<(int, int)>(RowBytes.Columns(("a", "Int32"))));

    [Fact]
    public async Task Read_WholeNumberThatDoesNotFit_IsAnError()
    {
        var columns = RowBytes.Columns(("n", "UInt64"));
        var body = RowBytes.Body(columns, 5_000_000_000UL);

        (await RowBytes.ReadAsync<long>(columns, body)).ShouldBe([5_000_000_000]);
        await Should.ThrowAsync<ValueException>(() => RowBytes.ReadAsync<int>(columns, body));
    }
}
