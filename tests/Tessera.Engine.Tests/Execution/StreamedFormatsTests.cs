using Tessera.Engine.Execution;

namespace Tessera.Engine.Tests.Execution;

public sealed class StreamedFormatsTests
{
    [Fact]
    public void BinaryHeaderLength_NamesAndTypes_CoversBoth()
    {
        byte[] header = [2, 1, (byte)'a', 2, (byte)'b', (byte)'c', 5, .. "UInt8"u8, 6, .. "String"u8];

        StreamedFormats.BinaryHeaderLength([.. header, 42, 0], withTypes: true).ShouldBe(header.Length);
    }

    [Fact]
    public void BinaryHeaderLength_LongName_ReadsItsLengthAcrossBytes()
    {
        byte[] header = [1, 0xAC, 0x02, .. Enumerable.Repeat((byte)'x', 300)];

        StreamedFormats.BinaryHeaderLength([.. header, 7], withTypes: false).ShouldBe(header.Length);
    }

    [Theory]
    [InlineData("tsv", true)]
    [InlineData("JSONEachRow", true)]
    [InlineData("JSON", false)]
    [InlineData("Parquet", false)]
    [InlineData("CSVWithNames", false)]
    public void IsPlain_Format_OnlyWhenChunksCanBeJoined(string format, bool plain) => StreamedFormats.IsPlain(format).ShouldBe(plain);
}
