using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Tests.Running;

public sealed class InstantTextTests
{
    [Fact]
    public void Write_AnyInstant_IsWhatTheFrameworkWrites()
    {
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var times = Gen.Choose(-1_000_000, 2_000_000).SelectMany(seconds => Gen.Choose(0, 999).Select(part => (seconds * 1000L * 60) + part));
        Prop.ForAll(times.ToArbitrary(), time =>
        {
            Span<byte> text = stackalloc byte[InstantText.Length];
            InstantText.Write(start, time, text);
            return Encoding.ASCII.GetString(text)
                == start.AddMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(1, 1));
    }

    [Fact]
    public void Uuid_AnyKey_IsAVersionFourUuid()
    {
        var made = Enumerable.Range(1, 1000).Select(key =>
        {
            Span<byte> text = stackalloc byte[UuidText.Length];
            UuidText.Write((ulong)key, text);
            return Guid.Parse(Encoding.ASCII.GetString(text), CultureInfo.InvariantCulture);
        }).ToArray();

        made.ShouldBeUnique();
        made.ShouldAllBe(uuid => uuid.Version == 4 && uuid.Variant >= 8 && uuid.Variant <= 11);
    }

    [Theory]
    [InlineData(0u, "0")]
    [InlineData(15u, "f")]
    [InlineData(16u, "10")]
    [InlineData(uint.MaxValue, "ffffffff")]
    public void Hexadecimal_Numbers_AreShort(uint value, string expected)
    {
        Span<byte> text = stackalloc byte[8];
        var length = Hexadecimal.Write(value, text);

        Encoding.ASCII.GetString(text[..length]).ShouldBe(expected);
    }
}
