using FsCheck;
using FsCheck.Fluent;
using Tessera.ClickHouse.Tests.Support;

namespace Tessera.ClickHouse.Tests.Rows;

public sealed class RowRoundTripTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20_111_209, 1_234_567);

    [Fact]
    public void WriteThenRead_EveryType_IsTheSameRow() =>
        Prop.ForAll(EveryTypeGenerator.Seeds, seed =>
        {
            var rows = EveryTypeGenerator.Rows(seed, 5);
            var read = RowBytes.ReadAsync<EveryType>(EveryType.Columns, RowBytes.Body(EveryType.Columns, [.. rows])).GetAwaiter().GetResult();
            read.Count.ShouldBe(rows.Count);
            foreach (var (row, expected) in read.Zip(rows))
            {
                row.ShouldBeTheSame(expected);
            }
        }).Check(Fixed);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Read_StreamInSmallPieces_IsTheSameAsInOne(int pieceSize)
    {
        var rows = EveryTypeGenerator.Rows(seed: 5, count: 20);

        var read = await RowBytes.ReadAsync<EveryType>(EveryType.Columns, RowBytes.Body(EveryType.Columns, [.. rows]), pieceSize);

        read.Count.ShouldBe(rows.Count);
        foreach (var (row, expected) in read.Zip(rows))
        {
            row.ShouldBeTheSame(expected);
        }
    }

    [Fact]
    public async Task Read_RowLargerThanEveryBuffer_IsWhole()
    {
        var columns = RowBytes.Columns(("numbers", "Array(UInt64)"), ("text", "String"));
        var row = (Enumerable.Range(0, 700_000).Select(i => (ulong)i * 7919).ToArray(), new string('é', 3_000_000));

        var read = await RowBytes.ReadAsync<(ulong[], string)>(columns, RowBytes.Body(columns, row, (Array.Empty<ulong>(), "")), 64 * 1024);

        read.Count.ShouldBe(2);
        read[0].Item1.ShouldBe(row.Item1);
        read[0].Item2.ShouldBe(row.Item2);
        read[1].Item2.ShouldBe("");
    }
}
