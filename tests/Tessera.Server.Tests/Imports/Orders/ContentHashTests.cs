using System.Text;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Tests.Imports.Orders;

public sealed class ContentHashTests
{
    /// <summary>MurmurHash3_x64_128 with seed 0; the first half of a result is the lower one here.</summary>
    [Theory]
    [InlineData("", "00000000000000000000000000000000")]
    [InlineData("hello", "CBD8A7B341BD9B025B1E906A48AE1D19")]
    [InlineData("The quick brown fox jumps over the lazy dog", "E34BBC7BBC071B6C7A433CA9C49A9347")]
    public void Of_PublishedExamples_AreMet(string content, string hash)
    {
        var made = ContentHash.Of(Encoding.UTF8.GetBytes(content));
        $"{(ulong)(made & ulong.MaxValue):X16}{(ulong)(made >> 64):X16}".ShouldBe(hash);
    }

    [Fact]
    public void Of_EveryLengthAndEveryBit_IsAnother()
    {
        var seen = new HashSet<UInt128>();
        for (var length = 0; length < 40; length++)
        {
            var content = new byte[length];
            seen.Add(ContentHash.Of(content)).ShouldBeTrue();
            for (var bit = 0; bit < length * 8; bit++)
            {
                content[bit / 8] ^= (byte)(1 << (bit % 8));
                seen.Add(ContentHash.Of(content)).ShouldBeTrue();
                content[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }
}
